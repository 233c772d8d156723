import type { Criterion } from './criteria.ts'
import { operandText } from './operand-text.ts'

/** A stored criterion as the form's boxes show it; the form's schema reads it back. */
export function criterionValues(criterion: Criterion & { key: string; why: string }) {
  const { key, kind, label, attribute, operator, why, points } = criterion
  return {
    ...{ key, kind, label, attribute, operator, why },
    value: operandText(criterion),
    points: kind === 'points' ? String(points) : '',
  }
}
