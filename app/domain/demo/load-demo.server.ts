import { inArray, sql } from 'drizzle-orm'

import { recordScoreHistory } from '#app/domain/backlog/history.server.ts'
import type { Context } from '#app/domain/context.ts'
import { keepMonth } from '#app/domain/icp/drift/keep-month.server.ts'
import { freezePredictions } from '#app/domain/outcomes/freeze-predictions.server.ts'
import { hasPeople } from '#app/domain/people/issue-setup-code.server.ts'
import { deferScores, refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { toIsoDate, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { withoutSavepoints, type Executor } from '#db/client.ts'
import { people } from '#db/schema/people.ts'

import { clockAt, type Clock } from './clock.ts'
import { BEGAN } from './contracts.ts'
import { foundCompany } from './found-company.server.ts'
import { ADMIN, DEMO_PASSWORD, describeRole, STAFF } from './people.ts'
import { publicationActs } from './publication-acts.server.ts'
import { timeline } from './timeline.server.ts'
import { of, type Act, type World } from './world.server.ts'

/** Somebody of the demo company to sign in as. */
export type DemoLogin = { name: string; email: string; password: string; role: string }

/** Any constant of our own serves. */
const LOAD_LOCK = 4_203_118

/** Days for which rank and score are recomputed as they were. */
const HISTORY_DAYS = 92

/**
 * Loads the demo company into an empty database and leaves any other as it is: nine months of work until `now`, done
 * through the commands of the app, in the order and at the moments at which it is said to have happened. One
 * transaction: a load that is stopped leaves nothing.
 *
 * @returns whom to sign in as; nobody where the database holds another company
 */
export async function loadDemo(db: Executor, now: Date): Promise<DemoLogin[]> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOAD_LOCK})`)
    if (!(await hasPeople({ db: tx }))) await relive(withoutSavepoints(tx), clockAt(now))
  })
  return listLogins(db)
}

async function listLogins(db: Executor): Promise<DemoLogin[]> {
  const staff = [ADMIN, ...Object.values(STAFF)]
  const here = await db
    .select({ email: people.email })
    .from(people)
    .where(
      inArray(
        people.email,
        staff.map(({ email }) => email),
      ),
    )
  const known = new Set(here.map(({ email }) => email))
  return staff
    .filter(({ email }) => known.has(email))
    .map((person) => ({
      name: person.name,
      email: person.email,
      password: DEMO_PASSWORD,
      role: describeRole(person),
    }))
}

type Frame = Pick<Context, 'db' | 'now' | 'unscored'>

async function relive(db: Executor, clock: Clock): Promise<void> {
  const world = await foundCompany({ db, now: clock.at(BEGAN) })
  const run = (frame: Frame, { ago, by, run }: Act) =>
    run({ ...frame, actor: actorOf(world, by), now: clock.at(ago) }, world)
  const dayOf = ({ ago }: Act) => toIsoDate(clock.at(ago))

  const recordedFrom = clock.day(-HISTORY_DAYS)
  const acts = timeline(clock)
  const earlier = acts.filter((act) => dayOf(act) < recordedFrom)
  await deferScores({ db, now: evening(recordedFrom, -1) }, async (frame) => {
    for (const [day, done] of groupBy(earlier, dayOf)) {
      for (const act of done) await run(frame, act)
      await freezePredictions({ ...frame, now: evening(day, 0) })
      await keepMonth({ ...frame, now: evening(day, 0) })
    }
  })
  // Within its own transaction nobody else tells the planner what the tables hold.
  await db.execute(sql`analyze`)
  const ofDay = groupBy(acts.slice(earlier.length), dayOf)
  const releases = groupBy(publicationActs(clock), dayOf)
  for (let back = HISTORY_DAYS; back >= 0; back--) {
    const day = clock.day(-back)
    const now = back === 0 ? clock.now : evening(day, 0)
    await deferScores({ db, now }, async (frame) => {
      for (const act of ofDay.get(day) ?? []) await run(frame, act)
      await refreshScores(frame, 'all')
    })
    await recordScoreHistory({ db })
    await freezePredictions({ db, now })
    await keepMonth({ db, now })
    for (const { by, run } of releases.get(day) ?? []) {
      await run({ db, now, actor: actorOf(world, by) }, world)
    }
  }
  await db.execute(sql`analyze`)
}

function evening(day: IsoDate, later: number): Date {
  return new Date(Date.parse(`${day}T17:30:00Z`) + later * 86_400_000)
}

function actorOf(world: World, by: Act['by']) {
  return by === 'admin' ? world.admin : of(world.staff, by)
}
