import { counted } from '#app/lib/counted.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'
import type { DRIFT_SUBJECTS, DriftState } from '#db/constants.ts'

import { LEAST_ACCOUNTS, type FitShift } from './fit-shift.ts'
import { OFF_PROFILE, type SigningYear } from './signings.ts'
import { TURNED, type WeightMove } from './weight-moves.ts'

/** What is said of one of them, without any money, so that everybody may read it and a mail may carry it. */
export type Verdict = {
  about: (typeof DRIFT_SUBJECTS)[number]
  state: DriftState
  text: string
  /** What to do about it; empty when there is nothing to review. */
  advice: string
}

export type DriftParts = {
  /** The day of the version's first snapshot; null when there is none before today. */
  since: IsoDate | null
  shift: FitShift | null
  signings: SigningYear
  weights: readonly WeightMove[]
}

/** Population stability index: from 0.1 worth watching, from 0.25 worth a review. Source: docs/model.md. */
const SHIFT = { watch: 0.1, review: 0.25 }
/** Shares of new ARR that is off-profile; judgement. */
const OFF_SHARE = { watch: 0.25, review: 0.5 }

const stateAt = (value: number, { watch, review }: typeof SHIFT): DriftState =>
  value >= review ? 'review' : value >= watch ? 'watch' : 'steady'

/** What drift has to say of a version, one verdict each. */
export function driftVerdicts(parts: DriftParts): Verdict[] {
  return [fitVerdict(parts), signingsVerdict(parts.signings), evidenceVerdict(parts.weights)]
}

/** Whether any verdict asks for a look. */
export const anythingToReview = (verdicts: readonly Verdict[]) =>
  verdicts.some(({ state }) => state === 'watch' || state === 'review')

function fitVerdict({ since, shift }: DriftParts): Verdict {
  const about = 'fit'
  if (since === null || shift === null) {
    const text = 'This version is too young: there is no earlier day to compare with.'
    return { about, state: 'open', text, advice: '' }
  }
  const moved = `since ${formatDay(since)}, ${movedText(shift.moved)}`
  if (shift.psi === null) {
    const text = `Below ${LEAST_ACCOUNTS} accounts the distribution of fit is not compared; ${moved}.`
    return { about, state: 'open', text, advice: '' }
  }
  const state = stateAt(shift.psi, SHIFT)
  const words = {
    open: '',
    steady: 'is steady',
    watch: 'has shifted a little',
    review: 'has shifted',
  }
  return {
    ...{ about, state },
    text: `The distribution of fit ${words[state]} (stability index ${shift.psi.toFixed(2)}): ${moved}.`,
    advice:
      state === 'steady'
        ? ''
        : 'Look at the accounts that moved: do we still win the customers this version describes?',
  }
}

function movedText(moved: FitShift['moved']): string {
  const come = moved.filter(({ before }) => before === null).length
  const left = moved.filter(({ after }) => after === null).length
  const changed = moved.length - come - left
  return `${changed === 0 ? 'no account' : counted(changed, 'account')} went to another band, ${come} came and ${left} left`
}

function signingsVerdict({ off, known, unknown }: SigningYear): Verdict {
  const about = 'signings'
  const apart =
    unknown.contracts === 0 ? '' : ` Nothing is known of the accounts of ${unknown.contracts} more.`
  if (known.contracts === 0) {
    const text = `No contract began in the last 12 months whose account's fit is known.${apart}`
    return { about, state: 'open', text, advice: '' }
  }
  const share = known.arr > 0 ? off.arr / known.arr : 0
  const state = stateAt(share, OFF_SHARE)
  const words = {
    open: '',
    steady: 'less than a quarter',
    watch: 'a quarter or more',
    review: 'half or more',
  }
  return {
    ...{ about, state },
    text: `${off.contracts} of ${counted(known.contracts, 'contract')} that began in the last 12 months ${off.contracts === 1 ? 'is' : 'are'} off-profile, with a fit below ${OFF_PROFILE.toFixed(2)}: ${words[state]} of their ARR.${apart}`,
    advice:
      state === 'steady'
        ? ''
        : 'Ask whether we sell past the profile, or the profile no longer says whom we want.',
  }
}

function evidenceVerdict(weights: readonly WeightMove[]): Verdict {
  const about = 'evidence'
  const turned = weights.filter(({ distance }) => distance > TURNED)
  if (turned.length > 0) {
    const moves = turned.map(
      ({ label, signed, today }) =>
        `${label} weighs ${signed.weight.toFixed(2)} as signed and ${today.weight.toFixed(2)} by today's outcomes`,
    )
    return {
      ...{ about, state: 'review' },
      text: `The evidence has turned: ${moves.join('; ')}.`,
      advice:
        'Read the evidence, and propose a version: it takes the weights of the day on which it is saved.',
    }
  }
  const tested = weights.filter((move) => move.tested)
  return tested.length === 0
    ? { about, state: 'open', text: 'Too few outcomes to test any criterion.', advice: '' }
    : {
        ...{ about, state: 'steady', advice: '' },
        text: `No weight has moved by more than ${TURNED} standard deviations; outcomes test ${tested.length} of ${counted(weights.length, 'criterion', 'criteria')}.`,
      }
}
