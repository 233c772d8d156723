import { describe, expect, it } from 'vitest'
import { answerDueAt } from '#app/domain/requests/targets.ts'

const settings = { timeZone: 'Europe/Istanbul', responseTargets: {} }
const thursday = new Date('2026-01-15T09:30:00Z')

describe('answerDueAt', () => {
  it.each([
    ['blocker', '2026-01-16T09:30:00.000Z'],
    ['critical', '2026-01-19T09:30:00.000Z'],
    ['major', '2026-01-22T09:30:00.000Z'],
    ['minor', '2026-01-29T09:30:00.000Z'],
  ] as const)('gives a %s its default', (importance, due) => {
    expect(answerDueAt(importance, thursday, settings).toISOString()).toBe(due)
  })

  it('takes the targets of the settings', () => {
    const strict = { ...settings, responseTargets: { blocker: 3 } }
    expect(answerDueAt('blocker', thursday, strict).toISOString()).toBe('2026-01-20T09:30:00.000Z')
    expect(answerDueAt('critical', thursday, strict).toISOString()).toBe('2026-01-19T09:30:00.000Z')
  })
})
