import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { OutcomeForm } from '#app/components/accounts/outcome-form.tsx'
import { PERIOD_WORDS } from '#app/components/accounts/words.ts'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { amountInput } from '#app/domain/accounts/fields.ts'
import { getOutcomeForm } from '#app/domain/outcomes/get-outcome-form.server.ts'
import type { Occasion } from '#app/domain/outcomes/proposal.ts'
import { recordOutcome } from '#app/domain/outcomes/record-outcome.server.ts'
import { outcomeSchema } from '#app/domain/outcomes/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { formatDay } from '#app/lib/dates.ts'

import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Outcome · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const { account, contract, today, items, next, open } = await getOutcomeForm(
    ctx,
    idParam(params.accountId, 'This account'),
    idParam(params.contractId, 'This contract'),
  )
  const { name, version, amount, period, renewsOn } = contract
  const yearly = open?.amount
  const proposed =
    yearly && period === 'month' ? { ...yearly, minor: Math.round(yearly.minor / 12) } : yearly
  return {
    ...{ account, name, version, amount, period, renewsOn, items },
    occasion: open?.occasion ?? null,
    values: {
      outcome: open?.proposed ?? ('renewed' as const),
      decidedOn: renewsOn !== null && renewsOn < today ? renewsOn : today,
      amount: amountInput(proposed ?? amount),
      nextRenewalOn: next ?? '',
    },
  }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const contractId = idParam(params.contractId, 'This contract')
  const { contract, open } = await getOutcomeForm(ctx, accountId, contractId)
  return handleForm(await request.formData(), outcomeSchema(contract.amount), async (input) => {
    const fromDeal = open?.occasion === 'won' || open?.occasion === 'lost'
    const { outcomeId } = await recordOutcome(ctx, {
      ...input,
      contractId,
      source: fromDeal && open.proposed === input.outcome ? 'crm' : 'hand',
    })
    return toAccount(request, accountId, `outcome.${outcomeId}`)
  })
})

const OCCASIONS: Readonly<Record<Occasion, string>> = {
  won: 'The CRM says that its renewal deal was won.',
  lost: 'The CRM says that its renewal deal was lost.',
  ended: 'The contract has ended, and nobody said why.',
  overdue: 'Its renewal date has passed, and nobody said how it was decided.',
}

export default function RecordOutcome() {
  const page = useLoaderData<typeof loader>()
  const { account, name, version, amount, period, renewsOn, items, occasion, values } = page
  const [search] = useSearchParams()
  const due = renewsOn === null ? '' : `, due on ${formatDay(renewsOn)}`
  return (
    <>
      <PageHeader title={`Outcome of ${name || 'the contract'} of ${account.name}`} />
      <PageBody width="form">
        <p className="mb-3 text-muted">
          What the customer decided about the renewal{due}. It tests what the score said before.
        </p>
        {occasion ? <Callout className="mb-4">{OCCASIONS[occasion]}</Callout> : null}
        <OutcomeForm
          before={amount}
          period={PERIOD_WORDS[period]}
          values={values}
          items={items}
          result={useActionData<typeof action>()?.result}
          cancelHref={accountHref(search, account.id)}
        >
          <HiddenFields values={{ version }} />
        </OutcomeForm>
      </PageBody>
    </>
  )
}
