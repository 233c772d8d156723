import { describe, expect, test } from 'vitest'

import { DateOrderSurvey, DecimalMarkSurvey } from '#app/lib/parse/column-style.ts'

function marks(...values: string[]) {
  const survey = new DecimalMarkSurvey()
  values.forEach((value) => survey.push(value))
  return survey.result()
}

function orders(...values: string[]) {
  const survey = new DateOrderSurvey()
  values.forEach((value) => survey.push(value))
  return survey
}

describe('DecimalMarkSurvey', () => {
  test('one proof settles the column', () => {
    expect(marks('34.000', '12,50', '7')).toEqual({
      style: 'comma',
      ask: false,
      examples: ['34.000'],
    })
  })

  test('without proof it is asked', () => {
    expect(marks('34.000', '5.250', '7', '')).toEqual({
      style: null,
      ask: true,
      examples: ['34.000', '5.250'],
    })
  })

  test('proof for both settles nothing', () => {
    expect(marks('1.234,50', '1,234.50', '34.000')).toMatchObject({ style: null, ask: true })
    expect(marks('1.234,50', '1,234.50')).toMatchObject({ style: null, ask: false })
  })

  test('whole numbers need no answer', () => {
    expect(marks('1', '200', 'n/a')).toEqual({ style: null, ask: false, examples: [] })
  })
})

describe('DateOrderSurvey', () => {
  test('one proof settles the column', () => {
    expect(orders('3/4/2024', '3/14/2024').result()).toMatchObject({ style: 'mdy', ask: false })
    expect(orders('3/4/2024', '14/3/2024').result()).toMatchObject({ style: 'dmy', ask: false })
  })

  test('without proof, or with proof for both, it is asked', () => {
    expect(orders('3/4/2024', '5/5/2024').result()).toMatchObject({ style: null, ask: true })
    expect(orders('3/4/2024', '14/3/2024', '3/14/2024').result()).toMatchObject({ ask: true })
  })

  test('years first and months by name need no answer', () => {
    expect(orders('2024-04-03', '3 Apr 2024').result()).toMatchObject({ style: null, ask: false })
  })

  test('months without a day are told', () => {
    expect(orders('2025-03', '2025-03-01').months).toEqual(['2025-03'])
  })
})
