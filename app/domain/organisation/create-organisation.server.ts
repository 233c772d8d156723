import { slug } from '#app/lib/slug.ts'
import type { Context } from '#app/domain/context.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { modelVersions, organisation, productLines, rateVersions } from '#db/schema/organisation.ts'

import { DEFAULT_RESPONSE_TARGETS } from './defaults.ts'

/** Writes the single organisation with its first product line and plan rates, inside the first start's transaction. */
export async function createOrganisation(
  { db, actor, now }: Context,
  input: { name: string; timeZone: string; baseCurrency: string; productLine: string },
): Promise<void> {
  await db.insert(organisation).values({
    name: input.name,
    timeZone: input.timeZone,
    baseCurrency: input.baseCurrency,
    responseTargets: DEFAULT_RESPONSE_TARGETS,
    stageProbabilities: {},
  })
  await db.insert(rateVersions).values({
    reason: 'First start',
    baseCurrency: input.baseCurrency,
    createdBy: actor.id,
    createdAt: now,
  })
  await db.insert(modelVersions).values({
    parameters: DEFAULT_PARAMETERS,
    reason: 'First start',
    createdBy: actor.id,
    createdAt: now,
  })
  await db.insert(productLines).values({
    name: input.productLine,
    slug: slug(input.productLine) || 'line',
    createdAt: now,
  })
}
