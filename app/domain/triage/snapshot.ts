import { z } from 'zod'

import { IMPORTANCES, REQUEST_STATES, REQUEST_TYPES } from '#db/constants.ts'

const moment = z.coerce.date()
const id = z.number().int()

/** What a triage decision can change of a request; an undo puts all of it back. */
const fields = z.object({
  title: z.string(),
  body: z.string(),
  titleFold: z.string(),
  bodyFold: z.string(),
  productLineId: id,
  areaId: id.nullable(),
  type: z.enum(REQUEST_TYPES),
  productImportance: z.enum(IMPORTANCES).nullable(),
  productImportanceBy: id.nullable(),
  settledImportance: z.enum(IMPORTANCES).nullable(),
  settledReason: z.string().nullable(),
  settledBy: id.nullable(),
  /** Decisions from before evidence could be doubted hold none. */
  evidenceDoubt: z.string().nullable().default(null),
  evidenceDoubtedBy: id.nullable().default(null),
  state: z.enum(REQUEST_STATES),
  itemId: id.nullable(),
  duplicateOfId: id.nullable(),
  fastLane: z.boolean(),
  answerDueAt: moment,
  firstAnsweredAt: moment.nullable(),
  noAcceptedAt: moment.nullable(),
  revisitOn: z.string().nullable(),
})
export type TriageFields = z.output<typeof fields>

/** What the decision made besides: an undo takes it away again. */
const made = z.object({
  messageId: id.optional(),
  requestIds: z.array(id).optional(),
  itemId: id.optional(),
  /** An item that was put into the fast lane. */
  fastLaneItemId: id.optional(),
})
export type Made = z.output<typeof made>

const snapshotSchema = z.object({ fields, made })
export type Snapshot = z.output<typeof snapshotSchema>

/** The request as it was, for the decision's row. */
export function takeSnapshot(request: TriageFields, madeBesides: Made): Snapshot {
  return { fields: fields.parse(request), made: madeBesides }
}

/** Reads a stored snapshot back. Throws on one that this version did not write. */
export function readSnapshot(stored: unknown): Snapshot {
  return snapshotSchema.parse(stored)
}
