import { describe, expect, test } from 'vitest'

import { auditSchema, cursorOf } from '#app/domain/audit/schemas.ts'
import { eventWords, factsOf, subjectWords } from '#app/domain/audit/words.ts'

describe('the words of the audit log', () => {
  test('events and records read as words', () => {
    expect(eventWords('plan_rates.set')).toBe('plan rates set')
    expect(subjectWords('request', '142')).toBe('REQ-142')
    expect(subjectWords('item', '17')).toBe('ITEM-17')
    expect(subjectWords('rate_version', '3')).toBe('rate version 3')
    expect(subjectWords('scores', 'all')).toBe('all scores')
  })

  test('facts read as name and value, however deep', () => {
    const data = { toId: 4, was: { role: 'viewer', team: null }, tags: ['a', 'b'], none: [] }
    expect(factsOf(data)).toEqual([
      { name: 'to id', value: '4' },
      { name: 'was', value: 'role viewer, team none' },
      { name: 'tags', value: 'a, b' },
      { name: 'none', value: 'none' },
    ])
  })

  test('parameters of the model stand by the names that its pages give them', () => {
    const data = { reason: 'Measured', from: { 'severity.blocker': 0.3 }, to: { kReq: 0.4 } }
    expect(factsOf(data)).toEqual([
      { name: 'reason', value: 'Measured' },
      { name: 'from', value: 'Blocker 0.3' },
      { name: 'to', value: 'Portfolio anchor 0.4' },
    ])
  })
})

describe('the filters of the audit log', () => {
  test('are read from the address', () => {
    const filters = auditSchema.parse({
      who: '7',
      what: 'person.invited',
      from: '2026-01-15',
      to: '2026-01-31',
      before: '1768469400000.12',
    })
    expect(filters).toEqual({
      who: 7,
      what: 'person.invited',
      from: '2026-01-15',
      to: '2026-01-31',
      before: { at: new Date('2026-01-15T09:30:00Z'), id: 12 },
    })
    expect(cursorOf({ at: new Date('2026-01-15T09:30:00Z'), id: 12 })).toBe('1768469400000.12')
  })

  test('leave out what makes no sense', () => {
    const odd = {
      who: 'x',
      what: 'DROP TABLE',
      from: '0202-13-01',
      to: '',
      before: '99999999999999999.1',
    }
    const beyond = { from: '0000-01-01', to: '9999-12-31', before: '1768469400000.9999999999' }
    for (const search of [odd, beyond]) {
      const said = Object.values(auditSchema.parse(search)).filter((value) => value !== undefined)
      expect(said).toEqual([])
    }
  })
})
