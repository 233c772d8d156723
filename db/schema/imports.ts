import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

import { bytes, createdAt, id, minor, moment, oneOf, version } from '#db/columns.ts'
import { IMPORT_KINDS, IMPORT_OUTCOMES, IMPORT_STATES } from '#db/constants.ts'
import { accounts } from './accounts.ts'
import { people } from './people.ts'

/** Rows by outcome, and what became of them. */
export type ImportCounts = Partial<
  Record<(typeof IMPORT_OUTCOMES)[number] | 'applied' | 'conflict' | 'undone' | 'kept', number>
>

export const imports = pgTable(
  'imports',
  {
    id: id(),
    kind: text('kind', { enum: IMPORT_KINDS }).notNull(),
    /** Source system, part of the upsert key: `salesforce`, `hubspot`, `causeway` … */
    source: text('source').notNull(),
    fileName: text('file_name').notNull(),
    fileSize: minor('file_size').notNull(),
    state: text('state', { enum: IMPORT_STATES }).notNull().default('uploading'),
    /** Encoding, delimiter, header line, number and date style, mapping: see domain/imports. */
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
    counts: jsonb('counts').$type<ImportCounts>().notNull().default({}),
    /** Rows of the file; null until they were counted. */
    totalRows: integer('total_rows'),
    /** Last row of the file that is dealt with in the present state. */
    progressRow: integer('progress_row').notNull().default(0),
    /** Sign of life of the job; one that gave none for long is started again. */
    progressAt: moment('progress_at'),
    /** Which start of the dry run is the one that counts. */
    run: integer('run').notNull().default(0),
    /** Who asked for the present step. */
    startedBy: integer('started_by').references(() => people.id),
    /** Why the file cannot be read on, or why the job stopped. */
    problem: text('problem'),
    version: version(),
    createdBy: integer('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    appliedAt: moment('applied_at'),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    index('imports_created').on(t.id.desc()),
    oneOf('imports_kind', t.kind, IMPORT_KINDS),
    oneOf('imports_state', t.state, IMPORT_STATES),
  ],
)

/** The uploaded file in pieces, so that any app server can read it. */
export const importChunks = pgTable(
  'import_chunks',
  {
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
)

export type RowProblem = { column: string | null; message: string }

/** A contract that a row of another kind wrote: null before means that it was made. */
export type BesidesContract = {
  contractId: number
  version: number
  before: Record<string, unknown> | null
}

/** What the dry run found for each row, and what applying it did. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** Row of the file, from 1; the header is not counted. */
    row: integer('row').notNull(),
    /** Line of the file it begins on. */
    line: integer('line').notNull(),
    outcome: text('outcome', { enum: IMPORT_OUTCOMES }).notNull(),
    externalId: text('external_id'),
    /** Name or title, for lists. */
    label: text('label').notNull().default(''),
    /** The cells as they stood, of wrong rows and of those kept aside. */
    cells: jsonb('cells').$type<Record<string, string>>(),
    /** The typed row that applies. */
    values: jsonb('values').$type<Record<string, unknown>>(),
    /** Changed fields: before and after. */
    diff: jsonb('diff').$type<Record<string, { before: unknown; after: unknown }>>(),
    /** Why it is wrong or aside; of other rows, what was left out. */
    problems: jsonb('problems').$type<RowProblem[]>().notNull().default([]),
    /** An amount that somebody has to confirm. */
    large: boolean('large').notNull().default(false),
    /** How a row kept aside names its account; empty when it names none. */
    reference: text('reference'),
    subjectType: text('subject_type'),
    subjectId: integer('subject_id'),
    /** The record's version right after the row was applied; undo needs it unchanged. */
    appliedVersion: integer('applied_version'),
    /** Rows kept aside: the account chosen by hand. */
    matchedAccountId: integer('matched_account_id').references(() => accounts.id),
    matchedBy: integer('matched_by').references(() => people.id),
    appliedAt: moment('applied_at'),
    /** Why it was not applied, or not whole. */
    conflict: text('conflict'),
    /** A contract that was made or changed besides, as it was before. */
    besides: jsonb('besides').$type<BesidesContract>(),
    undoneAt: moment('undone_at'),
    /** Why it could not be undone. */
    kept: text('kept'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row] }),
    // serves the result page's filters
    index('import_rows_outcome').on(t.importId, t.outcome, t.row),
    // serves what rows of one file say of each other: parents, duplicates
    index('import_rows_external').on(t.importId, t.externalId),
    index('import_rows_subject').on(t.subjectType, t.subjectId),
    oneOf('import_rows_outcome_check', t.outcome, IMPORT_OUTCOMES),
  ],
)

/** How a file with these headers was mapped last time. */
export const importMappings = pgTable(
  'import_mappings',
  {
    id: id(),
    kind: text('kind', { enum: IMPORT_KINDS }).notNull(),
    /** Hash of the folded headers in order. */
    headersHash: text('headers_hash').notNull(),
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [uniqueIndex('import_mappings_headers').on(t.kind, t.headersHash)],
)
