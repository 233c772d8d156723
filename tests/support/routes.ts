import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'

import type { SessionPerson } from '#app/auth/lucia.server.ts'
import routes from '#app/routes.ts'

type RouteModule = {
  default?: unknown
  loader?: (args: LoaderFunctionArgs) => unknown
  action?: (args: ActionFunctionArgs) => unknown
}

/** A route of the map with its whole path, its parameters filled in, and its module. */
export type MappedRoute = {
  id: string
  path: string
  parentId: string | undefined
  entry: RouteConfigEntry
  params: Record<string, string>
  module: RouteModule
}

const files = import.meta.glob<RouteModule>('/app/routes/**/*.{ts,tsx}')

/** Every route of app/routes.ts. */
export async function loadRoutes(): Promise<MappedRoute[]> {
  return (await Promise.all(routes.map((entry) => loadBranch(entry, '', undefined)))).flat()
}

async function loadBranch(
  entry: RouteConfigEntry,
  base: string,
  parentId: string | undefined,
): Promise<MappedRoute[]> {
  const load = files[`/app/${entry.file}`]
  if (!load) throw new Error(`${entry.file} is on the map and not in the folder`)
  const id = entry.id ?? entry.file.replace(/\.tsx?$/, '')
  const pattern = entry.path ? `${base}/${entry.path}` : base
  const names = [...pattern.matchAll(/:(\w+)\??|\*/g)].map((match) => match[1] ?? '*')
  const branches = await Promise.all(
    (entry.children ?? []).map((child) => loadBranch(child, pattern, id)),
  )
  const below = branches.flat()
  // A layout without an address of its own is reached by what lies below it.
  const own = entry.path === undefined && !entry.index ? below[0]?.path : undefined
  const mapped = {
    id,
    path: own ?? (pattern.replace(/:\w+\??|\*/g, '1') || '/'),
    parentId,
    entry,
    params: Object.fromEntries(names.map((name) => [name, '1'])),
    module: await load(),
  }
  return [mapped, ...below]
}

/** What loaders and actions are told, of a person who is signed in or of nobody. */
export function contextOf(person: SessionPerson | null, writes = false) {
  return { cspNonce: '', requestId: 'test', ip: '192.0.2.1', writes, person }
}

/** How a loader or action answered: a status, where it led, and what it said. */
export type Answer = { status: number; location: string | null; said: unknown }

/** Calls a loader (GET) or action (POST) directly, as single fetch does, and reads what it threw. */
export async function callRoute(
  route: MappedRoute,
  kind: 'loader' | 'action',
  person: SessionPerson | null,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const request = new Request(`http://causeway.test${route.path}?a=1`, {
    headers,
    ...(kind === 'action' ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  })
  const args = { request, params: route.params, context: contextOf(person, kind === 'action') }
  try {
    return answerOf(await route.module[kind]?.(args))
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown
    return answerOf(thrown)
  }
}

function answerOf(value: unknown): Answer {
  if (value instanceof Response) {
    return { status: value.status, location: value.headers.get('Location'), said: null }
  }
  if (typeof value === 'object' && value !== null && 'init' in value && 'data' in value) {
    const init = value.init as ResponseInit | null
    return { status: init?.status ?? 200, location: null, said: value.data }
  }
  return { status: 200, location: null, said: value }
}

/** The routes as a build that a request handler serves; of a page there is only the status. */
export function buildOf(mapped: readonly MappedRoute[]): ServerBuild {
  const manifest = mapped.map(({ id, parentId, entry, module }) => [
    id,
    { id, parentId, path: entry.path, index: entry.index, module },
  ])
  return {
    entry: { module: { default: (_request, status) => new Response(null, { status }) } },
    routes: Object.fromEntries(manifest) as ServerBuild['routes'],
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: 'test' },
    mode: 'production',
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: true,
    },
  }
}
