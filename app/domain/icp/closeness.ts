import { z } from 'zod'

import { FIT_BANDS, type FitBand } from './fit.ts'
import type { Paths, PathStep } from './path.ts'

/** What an account can be close to: any better band, or ideal. */
export const GOALS = ['ideal', 'better'] as const
export type Goal = (typeof GOALS)[number]

/** An account is close to what so many steps lead to. */
export const CLOSE_STEPS = 2

/** The steps that lead from a band to the goal; null where there is no way, or no need of one. */
export function stepsTo({ paths }: Paths, from: FitBand, goal: Goal): PathStep[] | null {
  if (goal === 'ideal') return paths.find(({ to }) => to === 'ideal')?.steps ?? null
  const steps = paths[0]?.steps ?? []
  const lifts = steps.findIndex(({ band }) => band !== from)
  return lifts < 0 ? null : steps.slice(0, lifts + 1)
}

/** Which accounts of a profile are listed, and in what order; whatever makes no sense falls back. */
export const listedSchema = z.object({
  band: z
    .enum(FIT_BANDS.map(([band]) => band))
    .nullable()
    .catch(null),
  close: z.enum(GOALS).nullable().catch(null),
  mine: z.literal('1').nullable().catch(null),
  sort: z.literal('arr').nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type Listed = z.output<typeof listedSchema>
