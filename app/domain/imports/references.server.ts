import { and, eq, inArray, isNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { fold } from '#app/lib/fold.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { accountExternalIds, accounts } from '#db/schema/accounts.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

import type { ImportedRecord, PersonReference } from './records.ts'
import type { KnownAccount, References } from './references.ts'
import type { ImportSettings } from './settings.ts'

type Reader = Pick<Context, 'db'>

const ACCOUNT = {
  id: accounts.id,
  name: accounts.name,
  parentId: accounts.parentId,
  lifecycle: accounts.lifecycle,
  archived: sql<boolean>`${accounts.archivedAt} is not null`,
}

/** What the rows of a batch name: accounts, people, product lines and areas, in a fixed number of queries. */
export async function loadReferences(
  ctx: Reader,
  { mapping, lines }: Pick<ImportSettings, 'mapping' | 'lines'>,
  records: readonly ImportedRecord[],
  matchedIds: readonly number[],
): Promise<References> {
  return {
    accounts: {
      byExternalId: await accountsByExternalId(ctx, mapping, records.flatMap(accountIds)),
      byDomain: await accountsByDomain(ctx, records),
      byName: await accountsByName(ctx, records),
      byId: await accountsById(ctx, matchedIds),
    },
    people: await loadPeople(ctx, records),
    lines: await loadLines(ctx, lines),
    areas: await loadAreas(ctx),
  }
}

function accountIds({ kind, row }: ImportedRecord): string[] {
  const ids =
    kind === 'accounts'
      ? [row.parentExternalId]
      : [row.account.externalId, ...(kind === 'contracts' ? (row.covers ?? []) : [])]
  return ids.filter((id) => id !== undefined)
}

async function accountsByExternalId(
  { db }: Reader,
  { kind, source }: ImportSettings['mapping'],
  ids: readonly string[],
): Promise<Map<string, KnownAccount>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ ...ACCOUNT, source: accountExternalIds.source, key: accountExternalIds.externalId })
    .from(accountExternalIds)
    .innerJoin(accounts, eq(accounts.id, accountExternalIds.accountId))
    .where(
      and(
        inArray(accountExternalIds.externalId, [...new Set(ids)]),
        // A parent is one of the same file or of an earlier one.
        kind === 'accounts' ? eq(accountExternalIds.source, source) : undefined,
      ),
    )
  const found = new Map<string, KnownAccount>()
  for (const [key, candidates] of groupBy(rows, (row) => row.key)) {
    const own = candidates.find((row) => row.source === source)
    const only = new Set(candidates.map(({ id }) => id)).size === 1 ? candidates[0] : undefined
    const account = own ?? only
    if (account) found.set(key, account)
  }
  return found
}

async function accountsByDomain({ db }: Reader, records: readonly ImportedRecord[]) {
  const domains = records.flatMap((record) =>
    record.kind === 'accounts' ? [] : (record.row.account.domain ?? []),
  )
  if (domains.length === 0) return new Map<string, KnownAccount[]>()
  const key = sql<string>`lower(${accounts.domain})`
  const rows = await db
    .select({ ...ACCOUNT, key })
    .from(accounts)
    .where(and(inArray(key, [...new Set(domains)]), isNull(accounts.archivedAt)))
  return groupBy(rows, (row) => row.key)
}

async function accountsByName({ db }: Reader, records: readonly ImportedRecord[]) {
  const names = records.flatMap((record) => {
    const name = record.kind === 'accounts' ? undefined : record.row.account.name
    return name === undefined ? [] : [fold(name)]
  })
  if (names.length === 0) return new Map<string, KnownAccount[]>()
  const rows = await db
    .select({ ...ACCOUNT, key: accounts.nameFold })
    .from(accounts)
    .where(and(inArray(accounts.nameFold, [...new Set(names)]), isNull(accounts.archivedAt)))
  return groupBy(rows, (row) => row.key)
}

async function accountsById({ db }: Reader, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, KnownAccount>()
  const rows = await db
    .select(ACCOUNT)
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

function personOf(record: ImportedRecord): PersonReference[] {
  if (record.kind === 'accounts') return record.row.owner ? [record.row.owner] : []
  if (record.kind === 'requests') return record.row.submittedBy ? [record.row.submittedBy] : []
  return []
}

async function loadPeople({ db }: Reader, records: readonly ImportedRecord[]) {
  const rows = records.some((record) => personOf(record).length > 0)
    ? await db
        .select({
          id: people.id,
          name: people.name,
          email: sql<string>`lower(${people.email})`,
          nameFold: people.nameFold,
          mayOwn: sql<boolean>`${people.team} = 'cs' and ${people.role} <> 'viewer'`,
        })
        .from(people)
        .where(isNull(people.deactivatedAt))
    : []
  return {
    byEmail: new Map(rows.map((row) => [row.email, row])),
    byName: groupBy(rows, (row) => row.nameFold),
  }
}

async function loadLines({ db }: Reader, answered: Readonly<Record<string, string>>) {
  const rows = await db
    .select({ id: productLines.id, name: productLines.name, slug: productLines.slug })
    .from(productLines)
    .where(isNull(productLines.archivedAt))
  const lines = new Map<string, number | null>()
  for (const { id, name, slug } of rows) lines.set(slug, id).set(fold(name), id)
  for (const [word, slug] of Object.entries(answered)) {
    lines.set(word, lines.get(slug) ?? null)
  }
  return lines
}

async function loadAreas({ db }: Reader) {
  const rows = await db
    .select({ id: areas.id, line: areas.productLineId, name: areas.name })
    .from(areas)
    .where(isNull(areas.archivedAt))
  return new Map(rows.map(({ id, line, name }) => [`${line}:${fold(name)}`, id]))
}
