import { and, eq, gt, lte } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import type { MoveCause } from '#app/domain/scoring/why-moved.ts'
import { modelVersions, productLines, rateVersions } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { profiles } from '#db/schema/profiles.ts'

import type { MovementEvent, MovementRow } from './movement.ts'
import type { Point } from './points.ts'

/** What changed for all accounts at once between two points: profiles, plan rates, and the model. */
export async function listCompanyChanges(
  { db }: Pick<Context, 'db'>,
  { from, to }: { from: Point; to: Point },
  models: { from: number; to: number },
): Promise<Map<MoveCause, MovementRow[]>> {
  const within = (at: PgColumn) => and(gt(at, from.at), lte(at, to.at))
  const signed = await db
    .select({
      id: profiles.id,
      number: profiles.number,
      line: productLines.name,
      at: profiles.effectiveAt,
    })
    .from(profiles)
    .innerJoin(productLines, eq(productLines.id, profiles.productLineId))
    .where(within(profiles.effectiveAt))
  const rates = await db
    .select({
      id: rateVersions.id,
      reason: rateVersions.reason,
      at: rateVersions.createdAt,
      by: people.name,
    })
    .from(rateVersions)
    .leftJoin(people, eq(people.id, rateVersions.createdBy))
    .where(within(rateVersions.createdAt))
  const adopted = await db
    .select({
      id: modelVersions.id,
      reason: modelVersions.reason,
      at: modelVersions.createdAt,
      by: people.name,
    })
    .from(modelVersions)
    .leftJoin(people, eq(people.id, modelVersions.createdBy))
    .where(and(gt(modelVersions.id, models.from), lte(modelVersions.id, models.to)))
  return new Map<MoveCause, MovementRow[]>([
    [
      'weights',
      signed.map(({ id, number, line, at }) =>
        companyRow(`profile ${id}`, `Profile ${number} of ${line}`, `/profiles/${id}`, {
          ...{ clause: 'took effect', by: null, at },
        }),
      ),
    ],
    [
      'amounts',
      rates.map(({ id, reason, ...told }) =>
        companyRow(`rates ${id}`, 'Plan rates', '/settings/rates', { ...told, clause: reason }),
      ),
    ],
    [
      'model',
      adopted.map(({ id, reason, ...told }) =>
        companyRow(`model ${id}`, `Model version ${id}`, `/model/versions/${id}`, {
          ...told,
          clause: reason,
        }),
      ),
    ],
  ])
}

function companyRow(
  key: string,
  name: string,
  href: string,
  told: Pick<MovementEvent, 'clause' | 'by' | 'at'>,
): MovementRow {
  return { key, name, href, shown: null, events: [{ key, subject: null, href: null, ...told }] }
}
