import { describe, expect, it } from 'vitest'

import { fromFacts, submitterFacts, toFacts } from '#app/domain/scoring/facts.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import type { ItemRecord } from '#app/domain/scoring/records.ts'
import { replay } from '#app/domain/scoring/replay.ts'
import type { ScoreInput } from '#app/domain/scoring/types.ts'
import { item, link, renewal, TODAY } from '#tests/support/score-input.ts'

const TOMORROW = '2026-01-16'

const input: ScoreInput = {
  exposures: [renewal({ id: 'contract:1', accountId: '7' })],
  items: [item({ id: '17', title: 'Nobody may read this' })],
  links: [link({ x: 'contract:1', r: '17', request: '3', ageDays: 12, submitter: '5' })],
}
const submitters = [{ id: '5', accounts: 30, blockers: ['2026-01-03'], calibration: 1.25 }]
const records: { items: ItemRecord[] } = {
  items: [
    {
      id: 17,
      title: 'Nobody may read this',
      type: 'change_request',
      productLineId: 2,
      lane: 'ranked',
      status: 'candidate',
      costLow: 2,
      costLikely: 3,
      costHigh: 5,
      costSize: null,
      shipsOn: null,
    },
  ],
}

describe('facts', () => {
  it('come back as the input, with numbers for names', () => {
    const facts = [...toFacts(input, records, TODAY), ...submitterFacts(submitters)]
    const kept = fromFacts(facts, TODAY)
    expect(kept.input).toEqual({
      ...input,
      submitters,
      exposures: [{ ...input.exposures[0], account: '7' }],
      items: [{ ...input.items[0], title: 'item:17' }],
    })
    expect(kept.places.get('17')).toEqual({ lineId: 2, lane: 'ranked' })
  })

  it('are the same on a day on which only the clock moved', () => {
    const older = { ...input, links: input.links.map((one) => ({ ...one, ageDays: 13 })) }
    expect(toFacts(older, records, TOMORROW)).toEqual(toFacts(input, records, TODAY))
  })

  it('age with the day for which they are read', () => {
    const { input: later } = fromFacts(toFacts(input, records, TODAY), '2026-02-15')
    expect(later.links[0]?.ageDays).toBe(12 + 31)
  })

  it('hold no names and no titles', () => {
    const text = JSON.stringify(toFacts(input, records, TODAY))
    expect(text).not.toContain('Anadolu')
    expect(text).not.toContain('Nobody may read this')
  })
})

describe('replay', () => {
  it('ranks the ranked lane of each product line by itself', () => {
    const places = new Map([
      ['1', { lineId: 1, lane: 'ranked' as const }],
      ['2', { lineId: 1, lane: 'security' as const }],
      ['3', { lineId: 1, lane: 'ranked' as const }],
      ['4', { lineId: 2, lane: 'ranked' as const }],
    ])
    const { ranks } = replay({
      today: TODAY,
      parameters: DEFAULT_PARAMETERS,
      input: {
        exposures: [renewal()],
        items: ['1', '2', '3', '4'].map((id) => item({ id })),
        // 3 has the graver request, 2 the gravest; 1 and 4 have none.
        links: [link({ r: '3' }), link({ r: '2', severity: 'blocker' })],
      },
      places,
    })
    expect([...ranks].sort()).toEqual([
      ['1', 2],
      ['3', 1],
      ['4', 1],
    ])
  })
})
