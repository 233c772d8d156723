import { may, type Permission } from '#app/auth/permissions.ts'
import type { Executor } from '#db/client.ts'
import type { Role, Team } from '#db/constants.ts'

import { DomainError } from './errors.ts'

/** The person who acts. */
export type Actor = { id: number; name: string; role: Role; team: Team }

/** Travels through every command and query: the database (or the open transaction), who, and when. */
export type Context = {
  db: Executor
  actor: Actor
  now: Date
  /** While many commands are run at once: what they changed, to be scored when all are done. See `deferScores`. */
  unscored?: Unscored
}

/** What the scores have still to follow. */
export type Unscored = { all: boolean; accountIds: Set<number>; itemIds: Set<number> }

/** The same for what somebody does who is not signed in: the first start, an invitation, a reset. */
export type AnonymousContext = Omit<Context, 'actor'>

/** Throws `forbidden` unless the actor has the permission. First line of every command. */
export function authorize(ctx: Context, permission: Permission): void {
  if (!may(ctx.actor, permission)) {
    throw new DomainError('forbidden', 'Your role does not allow this.')
  }
}

/** Runs `work` in a transaction (a savepoint inside an open one), with the context bound to it. */
export function inTransaction<C extends Pick<Context, 'db'>, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx }))
}
