import { describe, expect, it } from 'vitest'

import type { Criterion } from '#app/domain/icp/criteria.ts'
import { operandText, readOperand } from '#app/domain/icp/operand-text.ts'
import { misfit, operatorWord, OPERATORS_OF } from '#app/domain/icp/operators.ts'
import { criterionFormSchema } from '#app/domain/icp/schemas.ts'
import { ATTRIBUTE_TYPES, type AttributeType } from '#db/constants.ts'

const asked = (operator: Criterion['operator'], operand: unknown) =>
  ({ kind: 'points', label: 'It', attribute: 'fact', points: 10, operator, operand }) as Criterion
const at = (criterion: Criterion, type: AttributeType) =>
  misfit(criterion, { label: 'The fact', type })?.field ?? null

describe('an operator', () => {
  const samples: Record<Criterion['operator'], (type: AttributeType) => unknown> = {
    is_one_of: () => ['yes'],
    contains: () => 'SAP',
    is_known: () => null,
    between: (type) =>
      type === 'date' ? { low: '2025-01-01', high: '2025-12-31' } : { low: 1, high: 2 },
    at_least: (type) => (type === 'date' ? '2025-01-01' : 5),
    at_most: (type) => (type === 'date' ? '2025-01-01' : 5),
  }
  it.each(ATTRIBUTE_TYPES)('fits %s where it is offered, and nowhere else', (type) => {
    for (const operator of [
      'is_one_of',
      'contains',
      'is_known',
      'between',
      'at_least',
      'at_most',
    ] as const) {
      const expected = OPERATORS_OF[type].includes(operator) ? null : 'operator'
      expect([operator, at(asked(operator, samples[operator](type)), type)]).toEqual([
        operator,
        expected,
      ])
    }
  })

  it('says what can be asked instead', () => {
    expect(misfit(asked('at_least', 5), { label: 'Industry', type: 'text' })?.message).toBe(
      'Industry is a text. It can be asked: “is one of”, “contains”, “is known”.',
    )
  })

  it('has the word of its type', () => {
    expect([operatorWord('at_least', 'date'), operatorWord('at_least', 'number')]).toEqual([
      'is on or after',
      'is at least',
    ])
    expect([operatorWord('is_one_of', 'boolean'), operatorWord('is_one_of')]).toEqual([
      'is',
      'is one of',
    ])
  })
})

describe('an operand', () => {
  it.each([
    ['a number for a day', asked('at_least', 2025), 'date'],
    ['a day for a number', asked('at_least', '2025-01-01'), 'number'],
    [
      'days for a range of numbers',
      asked('between', { low: '2025-01-01', high: '2025-02-01' }),
      'number',
    ],
    ['another word than yes or no', asked('is_one_of', ['true']), 'boolean'],
    ['yes and no', asked('is_one_of', ['yes', 'no']), 'boolean'],
  ] as const)('does not fit: %s', (_what, criterion, type) => {
    expect(at(criterion, type)).toBe('value')
  })

  it('of an attribute that was removed does not fit', () => {
    expect(misfit(asked('is_known', null), undefined)?.field).toBe('attribute')
  })

  it.each([
    ['is_one_of', ' Retail, Logistics ,', ['Retail', 'Logistics']],
    ['is_one_of', 'Food, drinks; Retail', ['Food, drinks', 'Retail']],
    ['is_one_of', 'Food, drinks;', ['Food, drinks']],
    ['between', '50 to 1,500', { low: 50, high: 1500 }],
    ['between', '50-500', { low: 50, high: 500 }],
    ['between', '-5 to 5', { low: -5, high: 5 }],
    ['between', '2025-01-01 to 2025-12-31', { low: '2025-01-01', high: '2025-12-31' }],
    ['between', '2025-01-01 – 2025-12-31', { low: '2025-01-01', high: '2025-12-31' }],
    ['at_least', '2025-01-31', '2025-01-31'],
    ['at_most', '1 500', 1500],
    ['contains', 'SAP', 'SAP'],
    ['is_known', '', null],
  ] as const)(
    'of %s is read from “%s” and written so that it reads the same',
    (operator, typed, expected) => {
      expect(readOperand(operator, typed)).toEqual(expected)
      expect(readOperand(operator, operandText(asked(operator, expected)))).toEqual(expected)
    },
  )

  it.each([
    ['is_one_of', 'x'.repeat(201), 'At most 200 characters.'],
    ['is_one_of', Array.from({ length: 51 }, (_, i) => i).join(), 'At most 50 values.'],
    ['contains', 'x'.repeat(201), 'At most 200 characters.'],
    ['is_one_of', ' , ', 'Enter at least one value; a comma separates several.'],
    ['between', '50', 'Enter two numbers or days, such as 50 to 500.'],
    ['between', '50 to 2025-01-01', 'Enter two numbers or days, such as 50 to 500.'],
    ['at_least', 'many', 'Enter a number, or a day such as 2025-01-31.'],
  ] as const)('of %s is refused beside its box: %.20s', (operator, value, message) => {
    const row = { kind: 'points', label: 'It', attribute: 'fact', operator, value, points: '5' }
    const { error } = criterionFormSchema.safeParse(row)
    expect(error?.issues.map((issue) => [issue.path, issue.message])).toContainEqual([
      ['value'],
      message,
    ])
  })
})
