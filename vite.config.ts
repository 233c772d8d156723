import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  build: { sourcemap: false, target: 'es2022' },
  // The development server finds every package before the first page asks, so that none arrives
  // late and reloads it; it also finds what only loaders use, of which one cannot be bundled.
  optimizeDeps: { entries: ['app/**/*.tsx'], exclude: ['@node-rs/argon2'] },
})
