import { and, asc, eq, gt, inArray } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import type { ChangeSubject } from '#db/constants.ts'
import { accounts, attributeDefinitions, changes, contracts } from '#db/schema/accounts.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

import type { Context } from './context.ts'
import { conflict, type DomainError } from './errors.ts'
import { CREATED } from './history.ts'
import { fieldWords, valueText } from './history-words.ts'

type Kept = { field: string; before: unknown; after: unknown }

/** A change in words. `concealed` when the reader may not see amounts. */
export type DescribedChange = {
  words: string
  before: string | null
  after: string | null
  concealed: boolean
}

/** Which table names the number that a field holds. */
const TABLES = {
  ownerId: 'people',
  submittedBy: 'people',
  parentId: 'accounts',
  accountId: 'accounts',
  covers: 'accounts',
  productLineId: 'productLines',
  areaId: 'areas',
  contractId: 'contracts',
} as const

type NamedField = keyof typeof TABLES
type Named = (typeof TABLES)[NamedField]

const isNamedField = (field: string): field is NamedField => field in TABLES

function idsOf(rows: readonly Kept[], table: Named): number[] {
  const ids = rows
    .filter(({ field }) => isNamedField(field) && TABLES[field] === table)
    .flatMap(({ before, after }) => [before, after].flat())
    .filter((value): value is number => typeof value === 'number')
  return [...new Set(ids)]
}

async function namesIn(ctx: Context, rows: readonly Kept[]) {
  const table = { people, accounts, productLines, areas, contracts }
  const read = async (name: Named): Promise<ReadonlyMap<number, string>> => {
    const ids = idsOf(rows, name)
    if (ids.length === 0) return new Map()
    const { id, name: column } = table[name]
    const found = await ctx.db
      .select({ id, name: column })
      .from(table[name])
      .where(inArray(id, ids))
    return new Map(found.map((row) => [row.id, row.name]))
  }
  return {
    people: await read('people'),
    accounts: await read('accounts'),
    productLines: await read('productLines'),
    areas: await read('areas'),
    contracts: await read('contracts'),
  }
}

const CUSTOM = 'custom:'

async function labelsOf(ctx: Context, rows: readonly Kept[]): Promise<Map<string, string>> {
  const keys = rows.flatMap(({ field }) =>
    field.startsWith(CUSTOM) ? [field.slice(CUSTOM.length)] : [],
  )
  if (keys.length === 0) return new Map()
  const found = await ctx.db
    .select({ key: attributeDefinitions.key, label: attributeDefinitions.label })
    .from(attributeDefinitions)
    .where(inArray(attributeDefinitions.key, keys))
  return new Map(found.map(({ key, label }) => [`${CUSTOM}${key}`, label]))
}

/** The changes in words, in the same order; amounts are left out for who may not read revenue. */
export async function describeChanges(
  ctx: Context,
  rows: readonly Kept[],
): Promise<DescribedChange[]> {
  const names = await namesIn(ctx, rows)
  const labels = await labelsOf(ctx, rows)
  const nameOf = (field: string, id: number) =>
    isNamedField(field) ? names[TABLES[field]].get(id) : undefined
  const seesRevenue = may(ctx.actor, 'revenue.read')
  return rows.map(({ field, before, after }) => {
    const words = labels.get(field) ?? fieldWords(field)
    const concealed = field === 'amount' && !seesRevenue
    if (field === CREATED || concealed) return { words, before: null, after: null, concealed }
    return {
      words,
      before: valueText(field, before, nameOf),
      after: valueText(field, after, nameOf),
      concealed,
    }
  })
}

const LONGEST_TOLD = 120

/** A value within a sentence: a whole description would bury the rest. */
function shorten(text: string | null): string {
  if (text === null) return 'nothing'
  return text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text
}

/**
 * The refusal for the loser of a race: who changed what since the version that the loser saw.
 * The form keeps what was typed, and carries the new version the second time.
 */
export async function changedMeanwhile(
  ctx: Context,
  subject: { type: ChangeSubject; id: number },
  seenVersion: number,
): Promise<DomainError> {
  const rows = await ctx.db
    .select({
      field: changes.field,
      before: changes.before,
      after: changes.after,
      who: people.name,
    })
    .from(changes)
    .leftJoin(people, eq(people.id, changes.changedBy))
    .where(
      and(
        eq(changes.subjectType, subject.type),
        eq(changes.subjectId, subject.id),
        gt(changes.subjectVersion, seenVersion),
      ),
    )
    .orderBy(asc(changes.id))
    .limit(20)
  const described = await describeChanges(ctx, rows)
  const told = described.map(({ words, before, after, concealed }) =>
    concealed ? words : `${words} from ${shorten(before)} to ${shorten(after)}`,
  )
  const who = [...new Set(rows.map((row) => row.who ?? 'An import'))].join(' and ')
  if (told.length === 0) return conflict('This was changed since you opened it. Look at it again.')
  return conflict(
    `${who} changed this since you opened it: ${told.join('; ')}. What you entered is still here; save again to put it in place of theirs.`,
  )
}
