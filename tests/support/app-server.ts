import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** The built app in a process of its own. */
export type AppServer = {
  url: string
  /** Everything it printed so far, the code for the first admin included. */
  output: () => string
  stop: () => Promise<void>
}

/**
 * Starts the built app on a free port and waits until it is ready. Throws with what it printed when
 * it is not.
 */
export async function startApp(variables: Record<string, string>): Promise<AppServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LOG_LEVEL: 'error', PORT: '0', PUBLIC_URL: '', ...variables },
  })
  const lines: string[] = []
  const output = () => lines.join('\n')
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const ready = /^Causeway is ready at (\S+)/.exec(line)
      if (ready?.[1]) resolve(ready[1])
    })
    child.once('exit', () => reject(new Error(`The app did not start:\n${output()}`)))
  })
  const stop = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return { url, output, stop }
}
