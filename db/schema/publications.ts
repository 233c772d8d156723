import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'

import { id, moment } from '#db/columns.ts'
import { modelVersions, productLines, rateVersions } from './organisation.ts'
import { people } from './people.ts'
import { profiles } from './profiles.ts'
import { scoreMoments } from './scores.ts'

/** Numbered, immutable releases of a product line's backlog; a trigger refuses any change. */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    productLineId: integer('product_line_id')
      .notNull()
      .references(() => productLines.id),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    note: text('note').notNull().default(''),
    /** Everything it shows, names included, so that nothing outside can change it. */
    content: jsonb('content').$type<unknown>().notNull(),
    profileId: integer('profile_id').references(() => profiles.id),
    modelVersionId: integer('model_version_id')
      .notNull()
      .references(() => modelVersions.id),
    rateVersionId: integer('rate_version_id')
      .notNull()
      .references(() => rateVersions.id),
    /** The state of the scores that it shows; null for publications from before moments were kept. */
    momentId: integer('moment_id').references(() => scoreMoments.id),
    publishedBy: integer('published_by')
      .notNull()
      .references(() => people.id),
    publishedAt: moment('published_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('publications_number').on(t.productLineId, t.number)],
)

/** Secret links to one publication. */
export const shareLinks = pgTable(
  'share_links',
  {
    id: id(),
    publicationId: integer('publication_id')
      .notNull()
      .references(() => publications.id),
    tokenHash: text('token_hash').notNull().unique(),
    showAccounts: boolean('show_accounts').notNull().default(false),
    showMoney: boolean('show_money').notNull().default(false),
    createdBy: integer('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [index('share_links_publication').on(t.publicationId)],
)
