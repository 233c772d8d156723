import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'

import { database, type Executor } from '#db/client.ts'

import type { SessionPerson } from './lucia.server.ts'
import { may, type Permission } from './permissions.ts'

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>

/** What a command or query of the domain is told: the database, who acts, and when. */
export type PersonContext = { db: Executor; actor: SessionPerson; now: Date }

/** The context of what anybody may call. */
export function publicContext(): Omit<PersonContext, 'actor'> {
  return { db: database(), now: new Date() }
}

/**
 * Refuses whoever is not signed in: a page leads to the sign-in and back again, a write is told so with
 * status 401, because a redirect would throw away what it carried without a word. The loaders around the
 * form of a write that failed say the same.
 */
export async function requirePerson({ request, context }: Args): Promise<PersonContext> {
  if (context.person) return { ...publicContext(), actor: context.person }
  if (context.writes) {
    throw data('You are signed out. Sign in in another tab, then go back and send this again.', {
      status: 401,
    })
  }
  const { pathname, search } = new URL(request.url)
  const here = `${pathname}${search}`
  throw redirect(here === '/' ? '/login' : `/login?${new URLSearchParams({ next: here })}`)
}

/** One word, or several of which one is enough; which it has to be is then the record's matter. */
export type Needed = Permission | readonly Permission[]

/** Refuses whoever is not signed in, and with status 403 whoever has none of the permissions. */
export async function requirePermission(args: Args, needed: Needed): Promise<PersonContext> {
  const ctx = await requirePerson(args)
  if (![needed].flat().some((permission) => may(ctx.actor, permission))) {
    throw data('Your role does not allow this.', { status: 403 })
  }
  return ctx
}
