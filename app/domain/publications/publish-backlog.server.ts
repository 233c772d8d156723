import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { publications } from '#db/schema/publications.ts'

import { composePublication } from './compose.server.ts'
import type { PublishInput } from './schemas.ts'

/**
 * Publishes the backlog of a product line as it stands now, under the next number of the line. It never changes
 * afterwards. Refuses an empty backlog, and the second of two publishers who saw the same next number.
 * @returns the publication's id.
 */
export async function publishBacklog(ctx: Context, input: PublishInput): Promise<number> {
  authorize(ctx, 'backlog.publish')
  return inTransaction(ctx, async (ctx) => {
    await refreshScores(ctx, 'all')
    const { content, number, rateVersionId, ...made } = await composePublication(
      ctx,
      input.productLineId,
      input.newCycle,
    )
    if (content.items.length === 0) {
      throw invalid('There is nothing to publish: this line has no open item.')
    }
    if (rateVersionId === null) throw invalid('Set the plan rates first, under Settings.')
    if (number !== input.expectedNumber) throw alreadyPublished(number - 1)
    const [row] = await ctx.db
      .insert(publications)
      .values({
        productLineId: input.productLineId,
        number,
        title: input.title,
        note: input.note,
        content,
        ...made,
        rateVersionId,
        publishedBy: ctx.actor.id,
        publishedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: publications.id })
    if (!row) throw alreadyPublished(number)
    await recordEvent(ctx, {
      name: 'backlog.published',
      subject: ['publication', row.id],
      data: {
        ...{ number, productLine: content.productLine, items: content.items.length },
        ...(input.newCycle ? { newCycle: true } : {}),
      },
    })
    return row.id
  })
}

function alreadyPublished(number: number) {
  return conflict(
    `Number ${number} was published in the meantime. Look at it before you publish another.`,
  )
}
