import fc from 'fast-check'

import type {
  ExposureInput,
  ItemInput,
  LinkInput,
  ScoreInput,
  SubmitterInput,
} from '#app/domain/scoring/types.ts'
import { COST_SIZES, EVIDENCES, IMPORTANCES, REQUEST_TYPES } from '#db/constants.ts'

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })
/** What people and CRMs write down: no amounts of 1e-300. */
const written = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1e6 }).map((step) => min + ((max - min) * step) / 1e6)

/** One exposure's weight, baseline and links. */
export const exposureHazards = (links: { minLength?: number; maxLength: number }) =>
  fc.record({
    w: real(0, 1e7),
    l0: real(0, 2),
    links: fc.array(fc.record({ lambda: real(0, 2.3026), rho: real(0, 1) }), links),
  })

const exposure: fc.Arbitrary<Omit<ExposureInput, 'id'>> = fc.record({
  account: fc.constantFrom('Anadolu', 'Bosphorus', 'Ege', 'Delta'),
  kind: fc.constantFrom('renewal', 'expansion', 'new_business'),
  amount: fc.option(written(-1000, 1e7)),
  currency: fc.constant('EUR'),
  fx: fc.option(written(0.001, 2)),
  win: fc.option(written(0, 1)),
  health: fc.option(written(0, 100)),
  date: fc.option(
    fc.constantFrom('2025-09-01', '2026-01-01', '2026-03-01', '2026-08-01', '2029-01-01'),
  ),
  evergreen: fc.boolean(),
  icp: fc.option(written(0, 1)),
  strategic: written(0.8, 1.25),
})

const item: fc.Arbitrary<Omit<ItemInput, 'id'>> = fc.record(
  {
    title: fc.constant('An item'),
    type: fc.constantFrom(...REQUEST_TYPES),
    estimate: fc
      .tuple(written(0.01, 20), written(1, 5), written(1, 5))
      .map(([p10, a, b]) => ({ p10, p50: p10 * a, p90: p10 * a * b })),
    size: fc.constantFrom(...COST_SIZES),
    shipDate: fc.constantFrom('2025-12-01', '2026-01-15', '2026-02-15', '2026-12-01'),
  },
  { requiredKeys: ['title', 'type'] },
)

const submitter: fc.Arbitrary<Omit<SubmitterInput, 'id'>> = fc.record({
  accounts: fc.nat(60),
  blockers: fc.array(fc.constantFrom('2023-01-01', '2025-06-01', '2026-01-15'), { maxLength: 20 }),
  calibration: written(0.5, 1.5),
})

const requestOf = (exposures: number, items: number) =>
  fc.record(
    {
      x: fc.nat(exposures - 1).map((i) => `X${i}`),
      r: fc.nat(items - 1).map((i): string | null => `R${i}`),
      severity: fc.constantFrom(...IMPORTANCES),
      evidence: fc.constantFrom(...EVIDENCES),
      ageDays: fc.integer({ min: 0, max: 1000 }),
      type: fc.constantFrom(...REQUEST_TYPES),
      standing: fc.constantFrom('open', 'declined', 'shipped', 'unsolved'),
      submitter: fc.constantFrom('S0', 'S1', 'S2'),
    },
    { requiredKeys: ['x', 'r', 'severity', 'evidence', 'ageDays'] },
  )

type Counts = { exposures: number; items: number; links: fc.ArrayConstraints }

const inputOf = (
  most: Counts,
  least: Pick<Counts, 'exposures' | 'items'>,
): fc.Arbitrary<ScoreInput> =>
  fc
    .tuple(
      fc.array(exposure, { minLength: least.exposures, maxLength: most.exposures }),
      fc.array(item, { minLength: least.items, maxLength: most.items }),
    )
    .chain(([exposures, items]) => {
      const links = fc.array(requestOf(exposures.length, items.length), most.links)
      return fc.tuple(links, fc.tuple(submitter, submitter)).map(([links, people]) => ({
        exposures: exposures.map((one, i) => ({ ...one, id: `X${i}` })),
        items: items.map((one, i) => ({ ...one, id: `R${i}` })),
        links: links.map((one, i): LinkInput => ({ ...one, request: String(i) })),
        submitters: people.map((one, i) => ({ ...one, id: `S${i}` })),
      }))
    })

/** Whole inputs: a few exposures and items, and links of every standing, several for one pair among them. */
export const scoreInput = inputOf(
  { exposures: 6, items: 5, links: { maxLength: 40 } },
  { exposures: 1, items: 1 },
)

/** One exposure that hundreds of items are asked for at. */
export const hubInput = inputOf(
  { exposures: 1, items: 1000, links: { minLength: 500, maxLength: 1000 } },
  { exposures: 1, items: 300 },
)
