import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from '@remix-run/react'
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import type { ReactNode } from 'react'

import { NavigationProgress } from '#app/components/navigation-progress.tsx'
import { useNonce } from '#app/components/nonce.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import type { ShellProps } from '#app/components/shell/types.ts'
import stylesheet from '#app/styles/tailwind.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: interLatin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Causeway' }]

export function loader({ context }: LoaderFunctionArgs) {
  return { requestId: context.requestId }
}

/** The document around every page, error pages included. Whoever is not signed in gets the system's theme. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const theme = useRouteLoaderData<Pick<ShellProps, 'theme'>>('routes/_shell/layout')?.theme
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return (
    <>
      <NavigationProgress />
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  const requestId = useRouteLoaderData<typeof loader>('root')?.requestId
  return (
    <main id="main">
      <RouteError requestId={requestId} />
    </main>
  )
}
