import { CheckList, type Choice } from '#app/components/ui/choice-list.tsx'
import { annualise, formatMoney } from '#app/domain/money.ts'
import {
  renewalWords,
  type StakeChoices,
  type StakeContract,
  type StakeOpportunity,
} from '#app/domain/requests/stake-choices.ts'
import { defaultStake, type Stake } from '#app/domain/requests/stake.ts'
import { formatDay } from '#app/lib/dates.ts'

/**
 * The contracts and opportunities of an account, ticked as chosen before, or by the rule for the product line.
 * Remount it (by `key`) to tick it anew.
 */
export function StakeList({
  choices,
  lineId,
  chosen,
  onTouch,
}: {
  choices: StakeChoices
  lineId: number
  chosen: Stake | null
  onTouch: () => void
}) {
  const { account, today, contracts, opportunities } = choices
  const ticked = chosen ?? defaultStake(account, choices, lineId, today)
  if (contracts.length + opportunities.length === 0) {
    return (
      <p className="text-muted">
        This account has no open contract and no open opportunity, so no money hangs on the request
        yet.
      </p>
    )
  }
  const both = contracts.length > 0 && opportunities.length > 0
  return (
    <div onChange={onTouch}>
      <input type="hidden" name="stakeFor" value={lineId} />
      {contracts.length > 0 ? (
        <CheckList
          name="contractIds"
          choices={contracts.map((contract) => contractChoice(contract, account.id))}
          defaultValues={ticked.contractIds.map(String)}
          className={both ? 'rounded-b-none' : undefined}
        />
      ) : null}
      {opportunities.length > 0 ? (
        <CheckList
          name="opportunityIds"
          choices={opportunities.map(opportunityChoice)}
          defaultValues={ticked.opportunityIds.map(String)}
          className={both ? 'rounded-t-none border-t-0' : undefined}
        />
      ) : null}
    </div>
  )
}

function contractChoice(contract: StakeContract, accountId: number): Choice {
  const name = contract.name || 'Contract'
  const of = contract.accountId === accountId ? name : `${name} of ${contract.holder}`
  return {
    value: String(contract.id),
    label: `${of}, ${renewalWords(contract)}`,
    aside: formatMoney(annualise(contract.amount, contract.period)),
  }
}

function opportunityChoice({ id, name, amount, closesOn }: StakeOpportunity): Choice {
  return {
    value: String(id),
    label: closesOn
      ? `Opportunity ${name}, closes ${formatDay(closesOn)}`
      : `Opportunity ${name}, no close date`,
    aside: amount ? formatMoney(amount) : 'no amount',
  }
}
