import { describe, expect, it } from 'vitest'

import { pollResults, type Answers } from '#app/domain/polls/results.ts'
import { accountText, pointsText } from '#app/domain/polls/words.ts'
import { alignmentExample } from '#tests/support/vectors.ts'

const POINTS = [
  [25, 20, 20, 20, 15],
  [30, 30, 15, 20, 5],
  [35, 10, 25, 25, 5],
  [10, 15, 45, 10, 20],
  [15, 25, 30, 5, 25],
  [20, 20, 30, 5, 25],
]

/** The worked example of the model as answers: three people a team, 1 to 3 of CS, 4 to 6 of Product. */
function exampleAnswers(): Answers {
  const { cs, product } = alignmentExample
  const names = Object.keys(cs)
  const of = (ratings: Record<string, number[]>, first: number) =>
    Object.values(ratings).flatMap((own, account) =>
      own.map((rating, i) => ({ personId: first + i, accountId: account + 1, rating })),
    )
  return {
    criteria: ['Sector', 'Size', 'ERP', 'Sponsor', 'Usage'].map((label, i) => ({
      id: i + 1,
      label,
    })),
    accounts: names.map((name, i) => ({ id: i + 1, name })),
    members: [1, 2, 3, 4, 5, 6].map((personId) => ({
      personId,
      team: personId < 4 ? 'cs' : 'product',
      finished: true,
    })),
    ratings: [...of(cs, 1), ...of(product, 4)],
    points: POINTS.flatMap((own, person) =>
      own.map((points, i) => ({ personId: person + 1, criterionId: i + 1, points })),
    ),
  }
}

describe('the results of a poll', () => {
  const { said, accounts } = pollResults(exampleAnswers())

  it('are those of the worked example', () => {
    expect(said?.alignment.score).toBeCloseTo(alignmentExample.score, 4)
    expect(said?.alignment.gap).toBeCloseTo(alignmentExample.gap, 6)
    // 45.3027 ± 1.959964 · 29.8894, cut at nothing
    expect(said?.alignment.interval?.low).toBe(0)
    expect(said?.alignment.interval?.high).toBeCloseTo(100, 6)
    expect(said?.alignment.verdict).toBe('few')
    expect(said?.points.inCommon).toBeCloseTo(70, 6)
    expect(said?.points.concordance.across).toBeCloseTo(0.222222, 6)
    expect(accounts).toEqual({ asked: 8, rated: 8 })
    expect(said?.rated.slice(0, 4).map(({ name }) => name)).toEqual(['K2', 'K6', 'K7', 'K3'])
    expect(said?.rated[0]?.cs.counts).toEqual([0, 0, 0, 2, 1])
  })

  it('leave out whoever did not finish, and what nobody of a team knows', () => {
    const answers = exampleAnswers()
    const results = pollResults({
      ...answers,
      members: answers.members.map((one) => ({ ...one, finished: one.personId !== 6 })),
      ratings: answers.ratings.map((one) =>
        one.personId < 4 && one.accountId === 2 ? { ...one, rating: null } : one,
      ),
    })
    expect(results.people.product).toEqual({ asked: 3, finished: 2 })
    expect(results.accounts).toEqual({ asked: 8, rated: 7 })
    expect(results.said?.rated.map(({ name }) => name)).not.toContain('K2')
  })

  it('name no accounts that are rated the highest where all are rated alike', () => {
    const answers = exampleAnswers()
    const alike = answers.ratings.map((one) => ({ ...one, rating: 3 }))
    expect(said?.top?.of).toBe(2)
    expect(pollResults({ ...answers, ratings: alike }).said?.top).toBeNull()
  })

  it('say nothing of a team of which one person finished', () => {
    const answers = exampleAnswers()
    const members = answers.members.map((one) => ({ ...one, finished: one.personId < 5 }))
    expect(pollResults({ ...answers, members }).said).toBeNull()
  })
})

describe('the words of a poll', () => {
  it('say where the points part', () => {
    const { said } = pollResults(exampleAnswers())
    expect(said && pointsText(said.points)).toBe(
      'They part on four of five. CS leans on Sector and Sponsor, Product on ERP and Usage.',
    )
    const same = [{ id: 1, label: 'Sector', cs: 50, product: 48 }]
    expect(pointsText({ criteria: same })).toMatch(/nearly the same/)
  })

  it('say what each team says of an account, and how it stands', () => {
    const [first] = pollResults(exampleAnswers()).said?.rated ?? []
    if (!first) throw new Error('Nothing was rated')
    const standing = { meets: ['Sector', 'Size'], misses: ['ERP'], unknown: [], excluded: [] }
    expect(accountText(first, standing)).toBe(
      'CS rates K2 4.3, Product 2.3; it meets Sector and Size, misses ERP.',
    )
    expect(accountText(first)).toBe('CS rates K2 4.3, Product 2.3.')
    expect(accountText(first, { ...standing, misses: [], excluded: ['Reseller'] })).toBe(
      'CS rates K2 4.3, Product 2.3; it is ruled out by Reseller, meets Sector and Size.',
    )
  })
})
