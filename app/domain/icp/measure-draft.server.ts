import { authorize, type Context } from '#app/domain/context.ts'

import { scoreGathered } from './account-fits.server.ts'
import { absentValues, commonValues, readRow, type Draft, type DraftMeasure } from './draft.ts'
import { gatherFacts, type Gathered } from './gather-facts.server.ts'
import { namedAttributes, type NamedAttribute } from './list-attributes.server.ts'
import { measureFits } from './measures.ts'
import { misfit } from './operators.ts'
import { weighNow } from './weigh-now.server.ts'

/** How our accounts stand against a proposal that is being written: each row, and the whole as it would weigh. */
export async function measureDraft(ctx: Context, draft: Draft): Promise<DraftMeasure> {
  authorize(ctx, 'profile.propose')
  const [gathered, attributes] = await Promise.all([gatherFacts(ctx), namedAttributes(ctx)])
  return measure(ctx, draft, gathered, attributes)
}

/** What the editor opens with: the attributes with the values that are in use, and the measure of its rows. */
export async function openDraft(ctx: Context, draft: Draft) {
  authorize(ctx, 'profile.propose')
  const [gathered, attributes] = await Promise.all([gatherFacts(ctx), namedAttributes(ctx)])
  const facts = [...gathered.facts.values()]
  return {
    attributes: attributes.map(({ key, label, type, choices, removed }) => ({
      ...{ key, label, type, removed },
      values: type === 'choice' ? choices : type === 'text' ? commonValues(key, facts) : [],
    })),
    measure: await measure(ctx, draft, gathered, attributes),
  }
}

async function measure(
  ctx: Context,
  draft: Draft,
  gathered: Gathered,
  attributes: readonly NamedAttribute[],
): Promise<DraftMeasure> {
  const known = new Map(attributes.filter(({ removed }) => !removed).map((one) => [one.key, one]))
  const rows = draft.criteria.map((row) => {
    const read = readRow(row)
    return read && misfit(read.criterion, known.get(read.criterion.attribute)) === null
      ? read
      : null
  })
  const complete = rows.flatMap((row) => (row?.complete ? [row.criterion] : []))
  const weights = new Map(
    (await weighNow(ctx, draft.productLineId, complete)).map((one, i) => [complete[i], one]),
  )
  // What is not complete is counted and weighs nothing.
  const criteria = rows.flatMap((row) =>
    row ? [weights.get(row.criterion) ?? { ...row.criterion, ...UNWEIGHED }] : [],
  )
  const fits = scoreGathered(ctx, gathered, criteria)
  const sizes = measureFits(fits, criteria)
  const facts = fits.map(({ id }) => gathered.facts.get(id) ?? {})
  const measured = sizes.criteria.values()
  return {
    rows: rows.map((row) => {
      const size = row ? measured.next().value : undefined
      if (!row || !size) return null
      return { met: size.met, unknown: size.unknown, absent: absentValues(row.criterion, facts) }
    }),
    spread: complete.length > 0 ? { bands: sizes.bands, all: sizes.all } : null,
  }
}

const UNWEIGHED = { kind: 'points', weight: 0, weightSd: 0, evidence: null } as const
