import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'

import { bytes, createdAt, id, minor, moment, oneOf, version } from '#db/columns.ts'
import { IMPORT_KINDS, IMPORT_OUTCOMES, IMPORT_STATES } from '#db/constants.ts'
import { accounts } from './accounts.ts'
import { people } from './people.ts'

export type ImportCounts = Partial<Record<(typeof IMPORT_OUTCOMES)[number] | 'read', number>>

export const imports = pgTable(
  'imports',
  {
    id: id(),
    kind: text('kind', { enum: IMPORT_KINDS }).notNull(),
    /** Source system, part of the upsert key: `salesforce`, `hubspot`, `causeway` … */
    source: text('source').notNull(),
    fileName: text('file_name').notNull(),
    fileSize: minor('file_size').notNull(),
    state: text('state', { enum: IMPORT_STATES }).notNull().default('uploaded'),
    /** Encoding, delimiter, header line, number and date style, mapping: see domain/imports. */
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
    counts: jsonb('counts').$type<ImportCounts>().notNull().default({}),
    /** Last row of the file that is dealt with in the present state. */
    progressRow: integer('progress_row').notNull().default(0),
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
    /** The cells as they stood, for the file of wrong rows and for matching by hand. */
    cells: jsonb('cells').$type<Record<string, string>>(),
    /** The typed row that applies. */
    values: jsonb('values').$type<Record<string, unknown>>(),
    /** Changed fields: before and after. */
    diff: jsonb('diff').$type<Record<string, { before: unknown; after: unknown }>>(),
    problems: jsonb('problems').$type<RowProblem[]>().notNull().default([]),
    subjectType: text('subject_type'),
    subjectId: integer('subject_id'),
    /** The record's version right after the row was applied; undo needs it unchanged. */
    appliedVersion: integer('applied_version'),
    /** Rows kept aside: the account chosen by hand. */
    matchedAccountId: integer('matched_account_id').references(() => accounts.id),
    matchedBy: integer('matched_by').references(() => people.id),
    appliedAt: moment('applied_at'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row] }),
    // serves the result page's filters
    index('import_rows_outcome').on(t.importId, t.outcome, t.row),
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
