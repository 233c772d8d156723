import { asc, eq, inArray, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'
import { exposureScores, scoreExclusions } from '#db/schema/scores.ts'

import {
  DATA_QUALITY_WORDS,
  FLAGS,
  type DataQualityReason,
  type DataQualityRow,
} from './data-quality.ts'
import { listGaps } from './list-gaps.server.ts'

/** Of each list; who has more mends these first. */
const LIMIT = 300

const REASONS = Object.keys(DATA_QUALITY_WORDS) as DataQualityReason[]

/**
 * Contracts, opportunities and claims that the score leaves out, or counts for nothing or by a guess, as of the last
 * time they were scored; the gravest first, then by account. Names only, no money.
 */
export async function listDataQuality(ctx: Context): Promise<DataQualityRow[]> {
  authorize(ctx, 'read')
  const found = [...(await listExclusions(ctx)), ...(await listFlagged(ctx))]
  const gaps = await listGaps(ctx)
  const nameOf = await loadNames(ctx, found)
  const rows = new Map<string, DataQualityRow>()
  for (const { exposure, requestId, reason, account } of found) {
    const [kind, id] =
      requestId === null ? splitExposure(exposure) : (['request', requestId] as const)
    // One claim may be too old at several contracts.
    const key = `${reason} ${kind} ${id}`
    rows.set(key, { reason, account, subject: { kind, id, name: nameOf(kind, id) } })
  }
  return [...rows.values(), ...gaps].sort(
    (a, b) => REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason),
  )
}

type Found = {
  exposure: string
  requestId: number | null
  reason: DataQualityReason
  account: { id: number; name: string }
}
type Kind = Exclude<DataQualityRow['subject']['kind'], 'account'>

function listExclusions({ db }: Context): Promise<Found[]> {
  return db
    .select({
      exposure: scoreExclusions.exposure,
      requestId: scoreExclusions.requestId,
      reason: scoreExclusions.reason,
      account: { id: accounts.id, name: accounts.name },
    })
    .from(scoreExclusions)
    .innerJoin(accounts, eq(accounts.id, scoreExclusions.accountId))
    .orderBy(asc(accounts.nameFold), asc(scoreExclusions.exposure), asc(scoreExclusions.requestId))
    .limit(LIMIT)
}

async function listFlagged({ db }: Context): Promise<Found[]> {
  const flags = sql`${sql.param([...FLAGS])}::text[]`
  const rows = await db
    .select({
      exposure: exposureScores.exposure,
      badges: exposureScores.badges,
      account: { id: accounts.id, name: accounts.name },
    })
    .from(exposureScores)
    .innerJoin(accounts, eq(accounts.id, exposureScores.accountId))
    .where(sql`${exposureScores.badges} ?| ${flags}`)
    .orderBy(asc(accounts.nameFold), asc(exposureScores.exposure))
    .limit(LIMIT)
  return rows.flatMap(({ badges, ...row }) =>
    FLAGS.filter((flag) => badges.includes(flag)).map((reason) => ({
      ...row,
      requestId: null,
      reason,
    })),
  )
}

function splitExposure(exposure: string): readonly [Exclude<Kind, 'request'>, number] {
  const [kind, id] = exposure.split(':')
  return [kind === 'contract' ? 'contract' : 'opportunity', Number(id)]
}

async function loadNames({ db }: Context, found: readonly Found[]) {
  const ids = (kind: Kind) =>
    found.flatMap(({ exposure, requestId }) => {
      if (requestId !== null) return kind === 'request' ? [requestId] : []
      const [of, id] = splitExposure(exposure)
      return of === kind ? [id] : []
    })
  const [ofContracts, ofOpportunities, ofRequests] = await Promise.all([
    db
      .select({ id: contracts.id, name: contracts.name })
      .from(contracts)
      .where(inArray(contracts.id, ids('contract'))),
    db
      .select({ id: opportunities.id, name: opportunities.name })
      .from(opportunities)
      .where(inArray(opportunities.id, ids('opportunity'))),
    db
      .select({ id: requests.id, name: requests.title })
      .from(requests)
      .where(inArray(requests.id, ids('request'))),
  ])
  const names = { contract: ofContracts, opportunity: ofOpportunities, request: ofRequests }
  return (kind: Kind, id: number) => names[kind].find((row) => row.id === id)?.name ?? ''
}
