import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

import { createdAt, id, moment } from '#db/columns.ts'
import { items } from './items.ts'
import { people } from './people.ts'
import { profiles } from './profiles.ts'

/** What somebody said about an item, or about a version of a profile: the whole of it or one criterion. */
export const comments = pgTable(
  'comments',
  {
    id: id(),
    itemId: integer('item_id').references(() => items.id),
    profileId: integer('profile_id').references(() => profiles.id),
    /** Which text of the profile was read. */
    textVersion: integer('text_version'),
    /** The criterion, and its name in that text. */
    criterionKey: uuid('criterion_key'),
    criterionLabel: text('criterion_label'),
    authorId: integer('author_id')
      .notNull()
      .references(() => people.id),
    body: text('body').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('comments_item').on(t.itemId, t.id),
    index('comments_profile').on(t.profileId, t.id),
    check('comments_one_subject', sql`num_nonnulls(${t.itemId}, ${t.profileId}) = 1`),
    check('comments_text', sql`(${t.profileId} is null) = (${t.textVersion} is null)`),
    check(
      'comments_criterion',
      sql`(${t.criterionKey} is null) = (${t.criterionLabel} is null)
        and (${t.criterionKey} is null or ${t.profileId} is not null)`,
    ),
  ],
)

export const commentMentions = pgTable(
  'comment_mentions',
  {
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    readAt: moment('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.personId] }),
    index('comment_mentions_person').on(t.personId),
  ],
)
