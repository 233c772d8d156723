import { describe, expect, test } from 'vitest'

import { PARAMETERS } from '#app/domain/model/parameter-list.ts'
import { findFaults } from '#app/domain/model/sane.ts'
import { differences, valueOf, withValues } from '#app/domain/model/values.ts'
import { readParameters, readTyped, writeParameters } from '#app/domain/model/what-if-address.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'

const ask = (query: string) =>
  readParameters(readTyped(new URLSearchParams(query)).parameters, DEFAULT_PARAMETERS)

describe('the parameters of an address', () => {
  test('stand in the place of the base, and the others stay', () => {
    const { parameters, changed, faults } = ask('severity.critical=0.15&icpMin=0&nonsense=3')
    expect(faults).toEqual({})
    expect(changed).toEqual({ 'severity.critical': '0.15', icpMin: '0' })
    expect(parameters).toEqual({
      ...DEFAULT_PARAMETERS,
      icpMin: 0,
      severity: { ...DEFAULT_PARAMETERS.severity, critical: 0.15 },
    })
  })

  test('are nothing where they say what is anyway, or nothing at all', () => {
    expect(ask('severity.critical=0.10&kReq=&horizon=365')).toEqual({
      parameters: DEFAULT_PARAMETERS,
      changed: {},
      faults: {},
    })
  })

  test('fill a form that says what the base says', () => {
    const typed = writeParameters(DEFAULT_PARAMETERS)
    expect(Object.keys(typed)).toHaveLength(PARAMETERS.length)
    expect(typed['severity.minor']).toBe('0.01')
    expect(readParameters(typed, DEFAULT_PARAMETERS).changed).toEqual({})
  })

  test.each([
    ['kReq=3.5', { kReq: 'From 0.1 to 3.' }],
    ['kReq=0.05', { kReq: 'From 0.1 to 3.' }],
    ['icpMin=-0.1', { icpMin: 'From 0 to 1.' }],
    ['parallel=0', { parallel: 'From 0.1 to 50.' }],
    ['alpha=0,3', { alpha: 'Write a number such as 0.3, with a point.' }],
    ['phi=1e3', { phi: 'Write a number such as 0.3, with a point.' }],
    [
      'severity.critical=0.31',
      { 'severity.blocker': 'A blocker cannot weigh less than a critical request.' },
    ],
    ['severity.minor=0.04', { 'severity.major': 'Major cannot weigh less than minor.' }],
    [
      'evidence.customer_said=1.2',
      { 'evidence.customer_said': 'What the customer said cannot weigh less than a belief.' },
    ],
  ])('%s is refused beside its field, and kept as typed', (query, said) => {
    const { parameters, changed, faults } = ask(query)
    expect(parameters).toBeNull()
    expect(faults).toEqual(said)
    expect(new URLSearchParams(changed)).toEqual(new URLSearchParams(query))
  })
})

describe('parameters', () => {
  test('are all of the model but the notice, which stands on each contract', () => {
    const paths = (node: object, start = ''): string[] =>
      Object.entries(node).flatMap(([name, value]) =>
        typeof value === 'object' ? paths(value as object, `${start}${name}.`) : start + name,
      )
    const keys: string[] = PARAMETERS.map(({ key }) => key)
    expect([...keys, 'notice'].sort()).toEqual(paths(DEFAULT_PARAMETERS).sort())
  })

  test('have defaults without a fault', () => {
    expect(findFaults(DEFAULT_PARAMETERS)).toEqual({})
  })

  test('are told apart by what is different, in the order of the page', () => {
    const other = withValues(DEFAULT_PARAMETERS, { icpMin: 0.4, 'severity.major': 0.04 })
    expect(valueOf(other, 'severity.major')).toBe(0.04)
    expect(differences(DEFAULT_PARAMETERS, other)).toEqual([
      { key: 'severity.major', name: 'Major', group: 'Importance', from: 0.03, to: 0.04 },
      {
        key: 'icpMin',
        name: 'Profile floor: an account of no fit',
        group: 'Weights',
        from: 0.5,
        to: 0.4,
      },
    ])
  })
})
