import { counted } from '#app/lib/counted.ts'
import { decimalText } from '#app/lib/numbers.ts'

import type { Score } from './proof.ts'

/** Beyond this many standard errors chance is a poor excuse. */
const BEYOND_CHANCE = 1.96
/** Losses below which one more or less turns the skill around. */
const FEW_LOSSES = 10
/** Decisions from which the curve without bins can be read. */
const CURVE_FROM = 500

const percent = (share: number) => `${Math.round(share * 100)} %`
const points = (share: number) => {
  const rounded = Math.max(1, Math.round(share * 100))
  return counted(rounded, 'point')
}

/**
 * What the decisions show, in words. A deviation below about twice the standard error cannot be told from chance.
 * @param money writes base units
 */
export function readingsOf(score: Score | null, money: (value: number) => string): string[] {
  if (!score) {
    return ['No decision with a prediction yet, so nothing can be said for or against the model.']
  }
  return [
    power(score),
    calibration(score),
    amount(score, money),
    better(score),
    curve(score),
  ].filter((said) => said !== null)
}

function power({ count, lost, observed, error }: Score): string {
  const share = `${counted(count, 'decision')}, of which ${lost} lost (${percent(observed)})`
  return `With ${share}, a miscalibration below about ${points(2 * error)} cannot be seen.`
}

function calibration({ predicted, observed, spiegelhalter, error }: Score): string {
  const said = `${percent(predicted)} was predicted and ${percent(observed)} was lost`
  const off = Math.abs(observed - predicted) > 2 * error
  const strange = spiegelhalter !== null && Math.abs(spiegelhalter) > BEYOND_CHANCE
  if (!off && !strange) return `${said}: no more apart than chance makes them.`
  const side = observed > predicted ? 'too low' : 'too high'
  return off
    ? `${said}: the predictions were ${side}, by more than chance explains.`
    : `${said}, which fits; single predictions were off by more than chance explains.`
}

function amount({ arr }: Score, money: (value: number) => string): string | null {
  if (arr.z === null) return null
  const said = `${money(arr.observed)} was lost where ${money(arr.expected)} was expected`
  const chance = Math.abs(arr.z) <= BEYOND_CHANCE
  return chance
    ? `${said}: within what chance explains (z ${decimalText(arr.z, 1)}).`
    : `${said}: more than chance explains (z ${decimalText(arr.z, 1)}).`
}

function better({ skill, lost }: Score): string | null {
  if (skill === null) {
    return 'All decisions went the same way, so skill says nothing: whoever always says so is right.'
  }
  const than = skill > 0 ? 'better' : 'worse'
  const said = `The predictions are ${percent(Math.abs(skill))} ${than} than saying the same rate each time`
  return lost < FEW_LOSSES
    ? `${said}; with ${counted(lost, 'loss', 'losses')} one more or less can turn that around.`
    : `${said}.`
}

function curve({ count }: Score): string | null {
  if (count >= CURVE_FROM) return null
  return `The grey steps of the plot are for the eye; they can be relied on from ${CURVE_FROM} decisions.`
}
