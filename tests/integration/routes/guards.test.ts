import { createRequestHandler } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { SessionPerson } from '#app/auth/lucia.server.ts'
import { substituteDatabase, type Executor } from '#db/client.ts'
import type { Role, Team } from '#db/constants.ts'
import { buildOf, callRoute, contextOf, loadRoutes } from '#tests/support/routes.ts'

/** What anybody may call. A route that is not here guards itself, or this test fails. */
const PUBLIC = new Set([
  'routes/login/login loader',
  'routes/login/login action',
  'routes/login/logout loader',
  'routes/login/logout action',
  'routes/setup/setup loader',
  'routes/setup/setup action',
  'routes/invitations/accept loader',
  'routes/invitations/accept action',
  'routes/reset/ask loader',
  'routes/reset/ask action',
  'routes/reset/set loader',
  'routes/reset/set action',
  'routes/publications/shared loader',
  'routes/ops/health loader',
  'routes/ops/ready loader',
])

/** Writes that concern nobody but the person, or that the record allows to whoever it names. */
const OWN = new Set([
  'routes/me/me action',
  'routes/me/password action',
  'routes/me/sessions action',
  'routes/me/theme action',
  'routes/backlog/views action',
  'routes/backlog/view-name action',
  'routes/backlog/view-removal action',
  'routes/polls/answer action',
  'routes/polls/points action',
  'routes/triage/decision-commercial action',
  'routes/triage/decision-undo action',
])

const ADMIN_ONLY = /^routes\/(people|settings|audit)\//

const all = await loadRoutes()
const guarded = (kind: 'loader' | 'action') =>
  all.filter((route) => route.module[kind] && !PUBLIC.has(`${route.id} ${kind}`))
const privateLoaders = guarded('loader')
const privateActions = guarded('action')

const person = (role: Role, team: Team): SessionPerson => ({
  id: 1,
  name: 'Somebody',
  email: 'somebody@example.com',
  role,
  team,
  theme: 'system',
})

/** A guard refuses before it asks the database for anything. */
const untouchable = new Proxy({} as Executor, {
  get(_target, property) {
    throw new Error(`The database was asked for ${String(property)} before the guard`)
  },
})

let restore: () => void
beforeEach(() => {
  restore = substituteDatabase(untouchable)
})
afterEach(() => restore())

describe('the lists of this test', () => {
  test('name only what is there', () => {
    const there = new Set(
      all.flatMap(({ id, module }) => [
        ...(module.loader ? [`${id} loader`] : []),
        ...(module.action ? [`${id} action`] : []),
      ]),
    )
    expect([...PUBLIC, ...OWN].filter((name) => !there.has(name))).toEqual([])
  })
})

describe('nobody signed in', () => {
  test.each(privateLoaders)('$id: the loader leads to the sign-in', async (route) => {
    const { status, location } = await callRoute(route, 'loader', null)
    expect(status).toBe(302)
    const next = `${route.path}?a=1`
    expect(location).toBe(`/login?${new URLSearchParams({ next })}`)
  })

  test.each(privateActions)('$id: the action is refused', async (route) => {
    const { status } = await callRoute(route, 'action', null)
    expect(status).toBe(401)
  })

  // Drafts are kept, and a proposal is counted while it is written, by a script alone.
  const byScript = ['routes/requests/drafts', 'routes/profile/measure']
  const forms = privateActions.filter(({ id }) => !byScript.includes(id))

  test.each(forms)('$id: a refusal has a page to stand on', ({ module }) => {
    expect(module.default).toBeDefined()
  })

  test.each(forms)('$id: a form without JavaScript is told so too', async (route) => {
    const handle = createRequestHandler(buildOf(all), 'production')
    const init = { method: 'POST', body: new URLSearchParams({ a: '1' }) }
    const request = new Request(`http://causeway.test${route.path}`, init)
    const response = await handle(request, contextOf(null, true))
    expect(response.status).toBe(401)
  })

  test.each(privateLoaders)(
    '$id: so is the loader alone, as single fetch asks for it',
    async (route) => {
      const handle = createRequestHandler(buildOf(all), 'production')
      const path = route.path === '/' ? '/_root' : route.path
      const url = `http://causeway.test${path}.data?_routes=${encodeURIComponent(route.id)}`
      const response = await handle(new Request(url), contextOf(null))
      expect(response.status).toBe(202)
      expect(await response.text()).toContain('/login')
    },
  )
})

describe('a viewer of another team', () => {
  const viewer = person('viewer', 'other')
  const writes = privateActions.filter(({ id }) => !OWN.has(`${id} action`))

  test.each(writes)('$id: may not write', async (route) => {
    expect(await callRoute(route, 'action', viewer)).toMatchObject({
      status: 403,
      said: 'Your role does not allow this.',
    })
  })
})

describe('a manager', () => {
  const administration = privateLoaders.filter(({ id }) => ADMIN_ONLY.test(id))

  test.each(administration)('$id: does not see what admins look after', async (route) => {
    for (const team of ['cs', 'product', 'other'] as const) {
      const { status } = await callRoute(route, 'loader', person('manager', team))
      expect(status).toBe(403)
    }
  })
})

describe('an address that only takes posts', () => {
  const pages = new Set(all.flatMap(({ path, module }) => (module.default ? [path] : [])))
  const posts = all.filter(({ module }) => module.action && !module.default)

  test.each(posts)('$id: opened by hand it leads to a page', async (route) => {
    for (const who of [person('admin', 'product'), person('viewer', 'other')]) {
      const { status, location } = await callRoute(
        route,
        'loader',
        who,
        {},
        { Accept: 'text/html,*/*;q=0.8' },
      )
      expect(status).toBe(302)
      expect(location === '/' || pages.has(String(location))).toBe(true)
    }
  })

  // Signing out refuses nobody.
  const refusing = posts.filter(({ id }) => id !== 'routes/login/logout')

  test.each(refusing)('$id: the load after a refused post leads nowhere', async (route) => {
    const { status, location } = await callRoute(route, 'loader', person('admin', 'product'))
    expect([status, location]).toEqual([200, null])
  })
})
