import { arrOf, isOpenOn } from '#app/domain/accounts/contract-rules.ts'
import { toMajor, type Money, type PlanRates } from '#app/domain/money.ts'
import { diffMonths, type IsoDate } from '#app/lib/dates.ts'
import { fold } from '#app/lib/fold.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { AttributeType, ContractPeriod } from '#db/constants.ts'

/** ARR, which only some may see. */
export const ARR_KEY = 'derived:arr'

/** What a profile can ask of an account that nobody types: it follows from its contracts and from what it owns. */
export const DERIVED_ATTRIBUTES = [
  { key: ARR_KEY, label: 'ARR in base currency', type: 'number', changeable: false },
  {
    key: 'derived:tenure',
    label: 'Months since the first contract',
    type: 'number',
    changeable: false,
  },
  { key: 'derived:contracts', label: 'Open contracts', type: 'number', changeable: false },
  { key: 'derived:lines', label: 'Product lines under contract', type: 'number', changeable: true },
  { key: 'derived:regions', label: 'Countries or regions', type: 'number', changeable: false },
] as const satisfies readonly {
  key: string
  label: string
  type: AttributeType
  changeable: boolean
}[]

type DerivedFacts = Record<(typeof DERIVED_ATTRIBUTES)[number]['key'], number | null>

type Account = {
  id: number
  parentId: number | null
  region: string | null
  archivedAt: Date | null
}

type Contract = {
  accountId: number
  covers: readonly number[]
  amount: Money
  period: ContractPeriod
  startsOn: IsoDate | null
  endedOn: IsoDate | null
  productLineId: number | null
}

/** The records of whole account families, on a day. */
export type DerivedSource<A extends Account = Account> = {
  accounts: readonly A[]
  contracts: readonly Contract[]
  rates: PlanRates
  today: IsoDate
}

/**
 * The derived facts of each account, by account; null is unknown.
 * - ARR: whole base units a year of the open contracts that it holds; unknown while one of them has no plan rate;
 * - months since the earliest start among its contracts, ended ones too;
 * - open contracts that it holds, and how many product lines they name; unknown where they name none;
 * - countries: distinct regions of itself, of all that it owns, and of what its open contracts cover.
 */
export function derivedFacts(source: DerivedSource): Map<number, DerivedFacts> {
  const { accounts, contracts, rates, today } = source
  const held = groupBy(contracts, ({ accountId }) => accountId)
  const reach = regionReach(accounts)
  return new Map(
    accounts.map(({ id }) => {
      const own = held.get(id) ?? []
      const open = own.filter((contract) => isOpenOn(contract, today))
      const lines = new Set(open.flatMap(({ productLineId }) => productLineId ?? []))
      const facts = {
        'derived:arr': wholeArr(open, rates),
        'derived:tenure': monthsSince(own, today),
        'derived:contracts': open.length,
        'derived:lines': open.length > 0 && lines.size === 0 ? null : lines.size,
        'derived:regions': reach([id, ...open.flatMap(({ covers }) => covers)]) || null,
      }
      return [id, facts]
    }),
  )
}

function wholeArr(open: readonly Contract[], rates: PlanRates): number | null {
  const { amount, withoutRate } = arrOf(open, rates)
  return withoutRate.length > 0 ? null : Math.round(toMajor(amount))
}

function monthsSince(contracts: readonly Contract[], today: IsoDate): number | null {
  const [first] = contracts.flatMap(({ startsOn }) => startsOn ?? []).sort()
  return first === undefined || first > today ? null : diffMonths(first, today)
}

/** How many distinct regions some accounts are in, with all that they own. What was put away is in none. */
function regionReach(accounts: readonly Account[]): (ids: readonly number[]) => number {
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const owned = groupBy(accounts, ({ parentId }) => parentId)
  return (ids) => {
    const seen = new Set(ids)
    const regions = new Set<string>()
    // A set hands out what is added to it meanwhile, once.
    for (const id of seen) {
      const account = byId.get(id)
      for (const child of owned.get(id) ?? []) seen.add(child.id)
      const region = account?.archivedAt === null ? fold(account.region?.trim() ?? '') : ''
      if (region !== '') regions.add(region)
    }
    return regions.size
  }
}
