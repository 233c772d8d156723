import type { Basis, Unit } from '#app/domain/model/parameter-list.ts'
import { writeNumber } from '#app/domain/model/what-if-address.ts'
import { percentText } from '#app/lib/numbers.ts'
import type { Evidence } from '#db/constants.ts'

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  judgement: 'judgement',
  evidence: 'evidence',
  company: 'company fact',
}

/** What is known of “will leave without it”, within a sentence. */
export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  none: 'no evidence',
  csm_belief: 'CSM believes it',
  customer_said: 'customer said it',
  customer_written: 'customer wrote it',
}

/** A parameter as a person reads it: `30 %`, `× 1.25`, `180 days`. */
export function parameterText(value: number, unit: Unit): string {
  const number = writeNumber(value)
  switch (unit) {
    case 'probability':
    case 'share':
      return percentText(value, 4)
    case 'factor':
      return `× ${number}`
    case 'days':
    case 'weeks':
    case 'engineers':
      return `${number} ${value === 1 ? unit.slice(0, -1) : unit}`
    case 'number':
      return number
  }
}
