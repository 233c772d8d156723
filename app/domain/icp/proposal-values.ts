import type { Criterion } from './criteria.ts'

/** A stored criterion as the form's boxes show it; the form's schema reads it back. */
export function criterionValues(criterion: Criterion & { why: string }) {
  const { kind, label, attribute, operator, why, points } = criterion
  return {
    ...{ kind, label, attribute, operator, why },
    value: operandText(criterion),
    points: kind === 'points' ? String(points) : '',
  }
}

function operandText(criterion: Criterion): string {
  switch (criterion.operator) {
    case 'is_one_of':
      return criterion.operand.join(', ')
    case 'between':
      return `${criterion.operand.low} to ${criterion.operand.high}`
    case 'at_least':
    case 'at_most':
      return String(criterion.operand)
    case 'contains':
      return criterion.operand
    case 'is_known':
      return ''
  }
}
