import type { AttributeType } from '#db/constants.ts'

import type { Criterion } from './criteria.ts'

type Operator = Criterion['operator']

const OF_WORDS = ['is_one_of', 'contains', 'is_known'] as const
const OF_AMOUNTS = ['between', 'at_least', 'at_most', 'is_known'] as const

/** What can be asked of an attribute of each type. */
export const OPERATORS_OF: Readonly<Record<AttributeType, readonly Operator[]>> = {
  text: OF_WORDS,
  choice: OF_WORDS,
  number: OF_AMOUNTS,
  date: OF_AMOUNTS,
  boolean: ['is_one_of', 'is_known'],
}

const WORDS: Readonly<Record<Operator, string>> = {
  is_one_of: 'is one of',
  between: 'is between',
  at_least: 'is at least',
  at_most: 'is at most',
  contains: 'contains',
  is_known: 'is known',
}

/** An operator as it is chosen for an attribute; of one that is not known yet, as of any. */
export function operatorWord(operator: Operator, type?: AttributeType): string {
  if (type === 'boolean' && operator === 'is_one_of') return 'is'
  if (type === 'date' && operator === 'at_least') return 'is on or after'
  if (type === 'date' && operator === 'at_most') return 'is on or before'
  return WORDS[operator]
}

const TYPE_NOUNS: Readonly<Record<AttributeType, string>> = {
  text: 'a text',
  choice: 'a choice',
  number: 'a number',
  date: 'a day',
  boolean: 'a yes or no',
}

/** What is wrong with a criterion, and beside which box of it. */
type Misfit = { field: 'attribute' | 'operator' | 'value'; message: string }

/** Why an attribute cannot be asked this; null when it can. Undefined: there is no such attribute any more. */
export function misfit(
  criterion: Criterion,
  attribute: { label: string; type: AttributeType } | undefined,
): Misfit | null {
  if (!attribute) {
    const message = 'This attribute was removed. Choose another, or take the criterion away.'
    return { field: 'attribute', message }
  }
  const { label, type } = attribute
  const fitting = OPERATORS_OF[type]
  if (!fitting.includes(criterion.operator)) {
    const words = fitting.map((one) => `“${operatorWord(one, type)}”`)
    const message = `${label} is ${TYPE_NOUNS[type]}. It can be asked: ${words.join(', ')}.`
    return { field: 'operator', message }
  }
  const message = isOfType(criterion, type) ? null : HOW_TO_COMPARE[type]
  return message === null ? null : { field: 'value', message }
}

const HOW_TO_COMPARE: Readonly<Record<AttributeType, string>> = {
  text: 'Enter words.',
  choice: 'Enter words.',
  number: 'Enter numbers, such as 50 to 500.',
  date: 'Enter days, such as 2025-01-31.',
  boolean: 'Enter yes or no.',
}

/** Whether the operand is of the attribute's type; its operator is. */
function isOfType(criterion: Criterion, type: AttributeType): boolean {
  const bound = type === 'date' ? 'string' : 'number'
  switch (criterion.operator) {
    case 'between':
      return typeof criterion.operand.low === bound
    case 'at_least':
    case 'at_most':
      return typeof criterion.operand === bound
    case 'is_one_of': {
      const [only, ...others] = criterion.operand
      return type !== 'boolean' || (others.length === 0 && (only === 'yes' || only === 'no'))
    }
    case 'contains':
    case 'is_known':
      return true
  }
}
