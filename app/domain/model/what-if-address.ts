import type { ModelParameters } from '#app/domain/scoring/parameters.ts'

import { PARAMETERS, type ParameterKey } from './parameter-list.ts'
import { findFaults } from './sane.ts'
import { valueOf, withValues, type Values } from './values.ts'

/** Texts of a form by the name of the field; empty ones are left out. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong, by the name of the field beside which it stands. */
export type Faults = Readonly<Record<string, string>>

/** Fields that suppose something of one account; the number after the point is a contract's. */
const FACT = /^(health|strategic|(amount|renews)\.[1-9]\d{0,9})$/
const NUMBER = /^-?\d{1,7}(\.\d{1,9})?$/
const LONGEST = 60

const KEYS = new Set<string>(PARAMETERS.map(({ key }) => key))

/** What the address says of parameters and facts; whatever else is in it is left out. */
export function readTyped(search: URLSearchParams): { parameters: Typed; facts: Typed } {
  const said = [...search].flatMap(([name, value]) => {
    const text = value
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, LONGEST)
    return text === '' ? [] : [[name, text] as const]
  })
  return {
    parameters: Object.fromEntries(said.filter(([name]) => KEYS.has(name))),
    facts: Object.fromEntries(said.filter(([name]) => FACT.test(name))),
  }
}

export type ReadParameters = {
  /** Null where something is wrong. */
  parameters: ModelParameters | null
  /** What was typed that is not what the base says anyway. */
  changed: Typed
  faults: Faults
}

/** Puts what was typed in the place of the base's own values. */
export function readParameters(typed: Typed, base: ModelParameters): ReadParameters {
  const values: Values = {}
  const changed: Record<string, string> = {}
  const faults: Record<string, string> = {}
  for (const { key, least, most } of PARAMETERS) {
    const text = typed[key]
    if (text === undefined) continue
    const value = readNumber(text)
    if (value === valueOf(base, key)) continue
    changed[key] = text
    if (value === null) faults[key] = 'Write a number such as 0.3, with a point.'
    else if (value < least || value > most) faults[key] = `From ${least} to ${most}.`
    else values[key] = value
  }
  if (Object.keys(faults).length > 0) return { parameters: null, changed, faults }
  const parameters = withValues(base, values)
  const unfit = findFaults(parameters)
  return Object.keys(unfit).length > 0
    ? { parameters: null, changed, faults: unfit }
    : { parameters, changed, faults }
}

/** A number as a form takes it, or null. */
export function readNumber(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null
}

/** A value as it stands in a field. */
export function writeNumber(value: number): string {
  return value.toFixed(9).replace(/\.?0+$/, '')
}

/** The values that a form starts with. */
export function writeParameters(parameters: ModelParameters): Record<ParameterKey, string> {
  return Object.fromEntries(
    PARAMETERS.map(({ key }) => [key, writeNumber(valueOf(parameters, key))]),
  ) as Record<ParameterKey, string>
}
