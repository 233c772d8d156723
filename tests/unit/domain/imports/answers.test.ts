import { describe, expect, test } from 'vitest'

import { answerName, stillAsked, withAnswers } from '#app/domain/imports/answers.ts'
import type { ImportQuestion, ImportSettings } from '#app/domain/imports/settings.ts'
import { plainMapping } from '#tests/support/imports.ts'

const QUESTIONS: ImportQuestion[] = [
  { kind: 'decimal_mark', column: 'ARR', examples: ['1.500'] },
  {
    kind: 'values',
    column: 'Status',
    field: 'lifecycle',
    choices: ['active', 'churned'],
    cells: [
      { text: 'Yıldız', count: 3 },
      { text: 'Gone', count: 1 },
      { text: 'Odd', count: 1 },
    ],
  },
  { kind: 'lines', column: 'Product', cells: [{ text: 'Suite X', count: 2 }] },
]

const settings: ImportSettings = {
  answers: {},
  format: { encoding: 'utf-8', delimiter: ',', headerLine: 1, dataLine: 2 },
  headers: [],
  formatQuestions: [],
  columns: ['ARR', 'Status', 'Product'],
  preview: [],
  preset: null,
  remembered: false,
  notes: [],
  mapping: plainMapping('accounts', ['external_id', 'name']),
  lines: {},
  questions: QUESTIONS,
  refused: [],
  largeConfirmed: false,
  footers: [],
}

const ANSWERS: Record<string, string> = {
  'decimal_mark:ARR': 'comma',
  'values:Status:yildiz': 'active',
  'values:Status:gone': 'leave',
  'values:Status:odd': 'refuse',
  'lines:Product:suite x': 'platform',
}

const answer = (answers: Record<string, string>) =>
  withAnswers(settings, (name) => answers[name] ?? null, ['platform', 'core'])

describe('withAnswers', () => {
  test('puts every answer where the import reads it', () => {
    const { settings: after, missing } = answer(ANSWERS)
    expect(missing).toEqual([])
    expect(after.questions).toEqual([])
    expect(after.mapping.formats).toEqual({ ARR: { decimalMark: 'comma' } })
    expect(after.mapping.values.lifecycle).toEqual({
      map: { yildiz: 'active', gone: '' },
      otherwise: 'refuse',
    })
    expect(after.refused).toEqual(['lifecycle:odd'])
    expect(after.lines).toEqual({ 'suite x': 'platform' })
  })

  test.each([
    ['decimal_mark:ARR', 'dmy'],
    ['values:Status:gone', 'prospect'],
    ['lines:Product:suite x', 'unknown'],
  ])('asks again for %s answered with %s', (name, value) => {
    const { settings: after, missing } = answer({ ...ANSWERS, [name]: value })
    expect(missing).toEqual([name])
    expect(after.questions).toEqual(QUESTIONS)
  })

  test('a product line can be left out', () => {
    const { settings: after } = answer({ ...ANSWERS, 'lines:Product:suite x': 'leave' })
    expect(after.lines).toEqual({ 'suite x': '' })
  })
})

test('names of inputs do not tell İ from i', () => {
  const [, words] = QUESTIONS
  expect(words && answerName(words, 'İPTAL')).toBe('values:Status:iptal')
})

test('stillAsked leaves out what was refused, and questions that are empty then', () => {
  const [, words] = QUESTIONS
  const rest = stillAsked(QUESTIONS, ['lifecycle:odd'])
  expect(rest[1]).toEqual({
    ...words,
    cells: [
      { text: 'Yıldız', count: 3 },
      { text: 'Gone', count: 1 },
    ],
  })
  expect(
    stillAsked(QUESTIONS, ['lifecycle:odd', 'lifecycle:gone', 'lifecycle:yildiz']),
  ).toHaveLength(2)
})
