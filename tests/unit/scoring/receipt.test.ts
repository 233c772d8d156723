import { describe, expect, it } from 'vitest'

import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { buildReceipt } from '#app/domain/scoring/receipt.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { ExposureInput } from '#app/domain/scoring/types.ts'
import { item, itemOf, link, renewal, score, TODAY } from '#tests/support/score-input.ts'
import { example } from '#tests/support/vectors.ts'

const options = { today: TODAY, currency: 'EUR' }
const receiptOf = (id: string) => buildReceipt(itemOf(scoreBacklog(example), id), options)

/** The one claim on a receipt, of somebody whose claims weigh so much. */
const claimShown = (calibration: number) => {
  const links = [link({ submitter: 'S' })]
  const submitters = [{ id: 'S', accounts: 0, blockers: [], calibration }]
  const input = { exposures: [renewal()], items: [item()], links, submitters }
  const scored = scoreBacklog({ today: TODAY, parameters: DEFAULT_PARAMETERS, input })
  return buildReceipt(itemOf(scored), options).lines[0]?.entries[0]?.part.link.claim
}

/** The sentence of one exposure with one request. */
const sentence = (values: Partial<ExposureInput>) =>
  buildReceipt(itemOf(score([renewal(values)])), options).lines[0]?.entries[0]?.sentence

describe('the receipt of the worked example', () => {
  const receipt = receiptOf('R1')

  it('has a line an account, largest first, that add up', () => {
    expect(receipt.lines.map(({ account, shown }) => [account, shown])).toEqual([
      ['Anadolu Lojistik', 58532],
      ['Göksu', 4467],
      ['Bosphorus Retail', 3854],
      ['Fırat Enerji', 3835],
    ])
    expect(receipt.total).toBe(70688)
  })

  it('says it in plain words', () => {
    expect(receipt.lines.flatMap(({ entries }) => entries.map((entry) => entry.sentence))).toEqual([
      'Contract €240,000, renewal on 15 May. 80 % at risk, of which €79,461 could be saved by the items it asks for. This item carries 78 % of that: €58,532 after weights.',
      'New business €80,000 at 40 %, closes on 15 May. 42 % at risk, of which €10,639 could be won by the items it asks for. This item carries 99 % of that: €4,467 after weights.',
      'Contract €120,000, renewal on 30 Jun. 12 % at risk, of which €5,411 could be saved by the items it asks for. This item carries 79 % of that: €3,854 after weights.',
      'Contract €300,000, renewal on 31 Jan 2028. 17 % at risk, of which €16,891 could be saved by the items it asks for. This item carries 71 % of that: €3,835 after weights.',
    ])
  })

  it('names the weights that are not 1', () => {
    const weights = receipt.lines.map(({ entries }) =>
      entries[0]?.weights.map(({ name, factor }) => [name, Number(factor.toFixed(6))]),
    )
    expect(weights).toEqual([
      [['fit', 0.95]],
      [
        ['new business', 0.5],
        ['fit', 0.85],
      ],
      [['fit', 0.9]],
      [
        ['strategic', 1.1],
        ['far date', 0.290511],
      ],
    ])
  })

  // Section 9.4 of the model.
  it('says how much hangs on the largest account', () => {
    expect(receipt.concentration).toEqual({
      hhi: expect.closeTo(0.695548, 6),
      topShare: expect.closeTo(0.828033, 6),
      scoreWithoutTop: expect.closeTo(1754.683152, 6),
    })
  })

  it('ends with the division', () => {
    expect(receipt.sentence).toBe(
      '€70,688 divided by 6.93 expected engineer-weeks: €10,204 an engineer-week.',
    )
    expect(receipt.score).toBeCloseTo(10203.609699, 6)
  })

  it('puts a contract and a deal of one account on one line', () => {
    const both = score(
      [
        renewal({ accountId: '1' }),
        renewal({ id: 'X2', accountId: '1', kind: 'expansion', amount: 40_000, win: 0.6 }),
      ],
      [link(), link({ x: 'X2' })],
    )
    const [line, ...others] = buildReceipt(itemOf(both), options).lines
    expect(others).toEqual([])
    expect(line?.entries.map((entry) => entry.part.exposure)).toEqual(['X1', 'X2'])
    expect(line?.entries.reduce((sum, entry) => sum + entry.shown, 0)).toBe(line?.shown)
    expect(line?.entries[1]?.sentence).toMatch(/^Expansion €40,000 at 60 %, closes on 15 May\./)
  })
})

describe('a line', () => {
  it.each([
    [{ evergreen: true, date: null }, /^Evergreen contract €100,000\. 23 % at risk/],
    [{ date: null }, /^Contract €100,000, no renewal date\./],
    [{ date: '2026-01-02' }, /^Contract €100,000, renewal overdue since 2 Jan\./],
    [{ date: '2026-04-05' }, /It is more likely than not to come too late\.$/],
    [
      { kind: 'new_business', win: 0.5, date: '2025-12-20' },
      /^New business €100,000 at 50 %, was to close on 20 Dec 2025\./,
    ],
    [
      { currency: 'CHF', fx: null },
      /^Contract €0, renewal on 15 May\. Counts nothing: there is no plan rate for CHF\.$/,
    ],
    [{ amount: null }, /^Contract €0, renewal on 15 May\. There is no money in it\.$/],
  ] satisfies [Partial<ExposureInput>, RegExp][])('with %o', (values, expected) => {
    expect(sentence(values)).toMatch(expected)
  })

  it('says nothing of lateness while today is early enough', () => {
    // 28 days of lead time, and 28 days until the decision.
    expect(sentence({ date: '2026-02-12', notice: 0 })).toMatch(/after weights\.$/)
    expect(sentence({ date: '2026-02-11', notice: 0 })).toMatch(/to come too late\.$/)
  })

  it('does not round a small risk away, nor a large one up', () => {
    const parts = itemOf(
      score(
        [renewal({ kind: 'expansion', amount: 1e6, win: 0.004 })],
        [link({ severity: 'minor' })],
      ),
    )
    const [line] = buildReceipt(parts, options).lines
    expect(line?.entries[0]?.sentence).toMatch(/at under 1 %/)
    const nearly = buildReceipt(
      itemOf(score([renewal({ kind: 'expansion', win: 0.999 })])),
      options,
    )
    expect(nearly.lines[0]?.entries[0]?.sentence).toMatch(/at over 99 %/)
  })

  it('without any says so in the total', () => {
    const empty = buildReceipt(itemOf(score([renewal()], [])), options)
    expect(empty).toMatchObject({ lines: [], total: 0, score: 0 })
  })
})

describe('a claim on the receipt', () => {
  it('shows its factors', () => {
    expect(claimShown(1)?.factors).toMatchObject({ base: expect.closeTo(0.105361, 6), chi: 1 })
  })

  it('shows no factor and no adjustment once it is adjusted for who makes it: these are private', () => {
    // λ of a critical claim at health 50, times 0.5.
    expect(claimShown(0.5)).toEqual({
      ...{ severity: 'critical', evidence: 'none', type: 'change_request', ageDays: 0 },
      ...{ lambda: expect.closeTo(0.05268, 5), factors: null },
    })
  })
})
