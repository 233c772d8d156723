import { describe, expect } from 'vitest'

import { sessions } from '#db/schema/people.ts'
import { test } from '#tests/support/db.ts'
import { makeAdministration, PASSWORD, signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

const routes = await loadRoutes()

function routeOf(id: string) {
  const route = routes.find((candidate) => candidate.id === id)
  if (!route) throw new Error(`${id} is not on the map`)
  return route
}

const login = routeOf('routes/login/login')

describe('/login', () => {
  test('leads on to the page that was asked for, never to another site', async ({ db }) => {
    await makeAdministration(db)
    const fields = { email: 'ada@example.com', password: PASSWORD }
    const back = await callRoute(login, 'action', null, { ...fields, next: '/audit?who=1' })
    expect(back).toMatchObject({ status: 302, location: '/audit?who=1' })
    const astray = await callRoute(login, 'action', null, { ...fields, next: '//evil.example' })
    expect(astray).toMatchObject({ status: 302, location: '/' })
    expect(await db.select().from(sessions)).toHaveLength(2)
  })

  test('keeps what was typed except the password', async ({ db }) => {
    await makeAdministration(db)
    const fields = { email: 'ada@example.com', password: 'not the password', next: '/' }
    const { status, said } = await callRoute(login, 'action', null, fields)
    expect(status).toBe(422)
    expect(said).toMatchObject({
      result: {
        initialValue: { email: 'ada@example.com' },
        error: { '': ['E-mail or password is not right.'] },
      },
    })
    expect(JSON.stringify(said)).not.toContain('not the password')
    expect(await db.select().from(sessions)).toEqual([])
  })

  test('says with 429 when there were too many attempts', async ({ db }) => {
    await makeAdministration(db)
    const fields = { email: 'ada@example.com', password: 'wrong', next: '/' }
    for (let n = 0; n < 10; n += 1) await callRoute(login, 'action', null, fields)
    const { status, said } = await callRoute(login, 'action', null, {
      ...fields,
      password: PASSWORD,
    })
    expect(status).toBe(429)
    expect(said).toMatchObject({
      result: {
        initialValue: { email: 'ada@example.com' },
        error: { '': ['Too many attempts. Wait 15 minutes and try again.'] },
      },
    })
  })

  test('is passed by whoever is signed in, and leads to the first start while nobody is here', async ({
    db,
  }) => {
    expect(await callRoute(login, 'loader', null)).toMatchObject({ location: '/setup' })
    const { admin } = await makeAdministration(db)
    expect(await callRoute(login, 'loader', signedIn(admin))).toMatchObject({ location: '/' })
    expect((await callRoute(login, 'loader', null)).status).toBe(200)
  })
})

describe('/setup', () => {
  test('is closed once somebody is here', async ({ db }) => {
    const setup = routeOf('routes/setup/setup')
    expect((await callRoute(setup, 'loader', null)).status).toBe(200)
    await makeAdministration(db)
    expect(await callRoute(setup, 'loader', null)).toMatchObject({ location: '/login' })
  })
})

describe('/theme', () => {
  test('returns to the page where it was chosen', async ({ db }) => {
    const { csm } = await makeAdministration(db)
    const fields = { theme: 'dark', returnTo: '/backlog?line=platform' }
    const answer = await callRoute(routeOf('routes/me/theme'), 'action', signedIn(csm), fields)
    expect(answer).toMatchObject({ status: 302, location: '/backlog?line=platform' })
  })
})
