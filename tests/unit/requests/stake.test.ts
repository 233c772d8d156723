import { describe, expect, it } from 'vitest'
import { defaultStake, sameIds } from '#app/domain/requests/stake.ts'

const TODAY = '2026-01-15'
const contract = (id: number, values: object = {}) => ({
  id,
  accountId: 1,
  covers: [],
  productLineId: null,
  startsOn: null,
  endedOn: null,
  ...values,
})
const active = { id: 1, parentId: 9, lifecycle: 'active' } as const
const prospect = { ...active, lifecycle: 'prospect' } as const

describe('defaultStake', () => {
  it('takes the open contracts of the line and of none', () => {
    const contracts = [
      contract(1),
      contract(2, { productLineId: 5 }),
      contract(3, { productLineId: 6 }),
      contract(4, { endedOn: TODAY }),
    ]
    expect(defaultStake(active, { contracts, opportunities: [] }, 5, TODAY).contractIds).toEqual([
      1, 2,
    ])
  })

  it('takes the parent’s that cover the account when it has none itself', () => {
    const parents = contract(7, { accountId: 9, covers: [1] })
    const siblings = contract(8, { accountId: 4, covers: [1] })
    const choices = { contracts: [parents, siblings], opportunities: [] }
    expect(defaultStake(active, choices, 5, TODAY).contractIds).toEqual([7])
    const withOwn = { ...choices, contracts: [contract(1), parents] }
    expect(defaultStake(active, withOwn, 5, TODAY).contractIds).toEqual([1])
  })

  it('names an opportunity only for a prospect that has exactly one', () => {
    const one = { contracts: [], opportunities: [{ id: 3 }] }
    const two = { contracts: [], opportunities: [{ id: 3 }, { id: 4 }] }
    expect(defaultStake(prospect, one, 5, TODAY).opportunityIds).toEqual([3])
    expect(defaultStake(prospect, two, 5, TODAY).opportunityIds).toEqual([])
    expect(defaultStake(active, one, 5, TODAY).opportunityIds).toEqual([])
  })
})

describe('sameIds', () => {
  it.each([
    [[], [], true],
    [[1, 2], [2, 1], true],
    [[1, 1], [1], true],
    [[1], [1, 2], false],
    [[1, 2], [1], false],
    [[1], [2], false],
  ])('%j and %j', (a, b, same) => {
    expect(sameIds(a, b)).toBe(same)
  })
})
