import { shrunkRatio } from '#app/domain/scoring/backtest/ladder.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import type { Records } from '#app/domain/scoring/records.ts'

/** The records as they would be if what claims are worth were measured with as much doubt as these parameters have. */
export function recalibrating(records: Records, { csmPrior }: ModelParameters): Records {
  return {
    ...records,
    submitters: records.submitters.map((one) =>
      one.measured === null
        ? one
        : {
            ...one,
            calibration: shrunkRatio(
              { expected: one.measured.expected, lost: one.measured.observed },
              csmPrior,
            ),
          },
    ),
  }
}
