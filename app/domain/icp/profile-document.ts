import { z } from 'zod'

import {
  CRITERION_KINDS,
  CRITERION_OPERATORS,
  PROFILE_STATES,
  SIGNING_TEAMS,
} from '#db/constants.ts'

/** A number, or a day. */
const bound = z.union([z.number(), z.string()])

const profileDocumentSchema = z.object({
  line: z.string(),
  version: z.number(),
  state: z.enum(PROFILE_STATES),
  /** The day it took effect; null as long as it has not. */
  effectiveOn: z.string().nullable(),
  summary: z.string(),
  reason: z.string(),
  criteria: z.array(
    z.object({
      kind: z.enum(CRITERION_KINDS),
      label: z.string(),
      /** In words: `Industry is one of Logistics, Retail`. */
      test: z.string(),
      attribute: z.string(),
      operator: z.enum(CRITERION_OPERATORS),
      operand: z.union([
        z.array(z.string()),
        z.object({ low: bound, high: bound }),
        z.number(),
        z.string(),
        z.null(),
      ]),
      /** Of 100; 0 for must-haves and exclusions. */
      points: z.number(),
      /** Log odds that it counts in the fit; 0 for must-haves and exclusions. */
      weight: z.number(),
      why: z.string(),
    }),
  ),
  signatures: z.array(
    z.object({
      team: z.enum(SIGNING_TEAMS),
      name: z.string(),
      at: z.date().transform((at) => at.toISOString()),
    }),
  ),
})

/** A version as other tools read it; without money and without accounts. */
export type ProfileDocument = z.output<typeof profileDocumentSchema>

type Source = Omit<z.input<typeof profileDocumentSchema>, 'version'> & { number: number }

/** The document of a version. Whatever else the version carries is left out. */
export function profileDocument({ number, ...profile }: Source): ProfileDocument {
  return profileDocumentSchema.parse({ ...profile, version: number })
}
