import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'

import type { AnonymousContext, Context } from '#app/domain/context.ts'
import { enqueue } from '#db/queue.ts'
import { imports } from '#db/schema/imports.ts'
import { people } from '#db/schema/people.ts'

import { RunnerGone } from './require-runner.server.ts'
import { runApply } from './run-apply.server.ts'
import { runCheck } from './run-check.server.ts'
import { runUndo } from './run-undo.server.ts'

const RUNS = { checking: runCheck, applying: runApply, undoing: runUndo } as const
const RUNNING = ['checking', 'applying', 'undoing'] as const

/** A step gives a sign of life every few seconds; after so many milliseconds without one its process is gone. */
const SILENCE = 30_000

/**
 * Does what an import has been asked to do, as the person who asked. Does nothing when that is done already, so a job may
 * come twice. A fault stops the step, and so does the loss of that person's permission; the import says so, and somebody can let it
 * go on.
 */
export async function runImport(ctx: AnonymousContext, importId: number): Promise<void> {
  const [row] = await ctx.db
    .select({ state: imports.state, actor: ACTOR })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.startedBy))
    .where(eq(imports.id, importId))
  if (!row || !isRunning(row.state)) return
  const context: Context = { ...ctx, actor: row.actor }
  try {
    await RUNS[row.state](context, importId)
  } catch (error) {
    const isFault = !(error instanceof RunnerGone)
    const problem = isFault
      ? 'It stopped because of a fault. What was done so far is kept.'
      : error.message
    await ctx.db.update(imports).set({ problem }).where(eq(imports.id, importId))
    if (isFault) throw error
  }
}

const ACTOR = { id: people.id, name: people.name, role: people.role, team: people.team }

function isRunning(state: string): state is (typeof RUNNING)[number] {
  return RUNNING.some((running) => running === state)
}

/** Starts imports again whose process died: what they had done stays done. */
export async function resumeImports({ db, now }: AnonymousContext): Promise<void> {
  const rows = await db
    .update(imports)
    .set({ progressAt: now })
    .where(
      and(
        inArray(imports.state, [...RUNNING]),
        isNull(imports.problem),
        lt(
          imports.progressAt,
          sql`${new Date(now.getTime() - SILENCE).toISOString()}::timestamptz`,
        ),
      ),
    )
    .returning({ id: imports.id })
  for (const { id } of rows) await enqueue(db, 'run-import', { importId: id })
}
