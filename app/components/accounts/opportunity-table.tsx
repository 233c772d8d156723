import { Form, useSearchParams } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'

import { DateText } from '#app/components/date-text.tsx'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Menu, MenuButton, MenuLink } from '#app/components/ui/menu.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { OpportunityOnPage } from '#app/domain/accounts/account-page.ts'
import { cx } from '#app/lib/class-names.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { OPPORTUNITY_STATES } from '#db/constants.ts'

import { accountHref } from './account-href.ts'
import { DEAL_STATE_WORDS, KIND_WORDS } from './words.ts'

type Props = {
  accountId: number
  opportunities: readonly OpportunityOnPage[]
  revenue: boolean
  mayEdit: boolean
  today: IsoDate
}

/** The opportunities of an account, and the contract that each renewal deal speaks of. */
export function OpportunityTable({ accountId, opportunities, revenue, mayEdit, today }: Props) {
  return (
    <Table caption="Opportunities" plain>
      <THead>
        <Th>Opportunity</Th>
        <Th>Kind</Th>
        {revenue ? <Th numeric>Amount</Th> : null}
        <Th className="pl-4 max-xl:hidden">Stage</Th>
        <Th numeric unit="%" className="max-lg:hidden">
          Probability
        </Th>
        <Th className="pl-4">Close date</Th>
        {mayEdit ? (
          <Th>
            <span className="sr-only">Change</span>
          </Th>
        ) : null}
      </THead>
      <TBody>
        {opportunities.map((deal) => (
          <Tr
            key={deal.id}
            className={cx('max-md:relative', deal.state !== 'open' && 'text-faint')}
          >
            <Td card="title" title={deal.name} className="max-md:pr-12 md:max-w-36 lg:max-w-60">
              {deal.name}{' '}
              {deal.state === 'open' ? null : <Badge>{DEAL_STATE_WORDS[deal.state]}</Badge>}
            </Td>
            <Td label="Kind" muted>
              {KIND_WORDS[deal.kind]} <Match deal={deal} />
            </Td>
            {revenue ? (
              <Td numeric label="Amount" strong={deal.state === 'open' && deal.kind !== 'renewal'}>
                {deal.amount ? (
                  <MoneyText amount={deal.amount} full />
                ) : (
                  <Missing deal={deal} what="amount" />
                )}
              </Td>
            ) : null}
            <Td
              label="Stage"
              muted
              className="max-w-40 md:pl-4 md:max-xl:hidden"
              title={deal.stage ?? undefined}
            >
              {deal.stage}
            </Td>
            <Td numeric label="Probability" muted className="md:max-lg:hidden">
              {deal.probability}
            </Td>
            <Td label="Closes" className="md:pl-4">
              {deal.closesOn ? (
                <DateText date={deal.closesOn} today={today} as="day" />
              ) : (
                <Missing deal={deal} what="date" />
              )}
            </Td>
            {mayEdit ? (
              <Td className="overflow-visible! text-right max-md:absolute max-md:top-1 max-md:right-2">
                <Actions accountId={accountId} deal={deal} />
              </Td>
            ) : null}
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

/** Without an amount or a date nothing of an open opportunity is at stake. */
function Missing({ deal, what }: { deal: OpportunityOnPage; what: string }) {
  if (deal.state !== 'open') return null
  return (
    <Badge tone="watch" title={`Without ${what} nothing of it is at stake.`}>
      no {what}
    </Badge>
  )
}

function Match({ deal }: { deal: OpportunityOnPage }) {
  if (deal.kind !== 'renewal') return null
  if (deal.contract) return <Badge>of {deal.contract.name || 'its contract'}</Badge>
  if (deal.state !== 'open') return null
  return (
    <Badge
      tone="watch"
      title="No open contract of this account renews within 90 days of its close date."
    >
      no contract
    </Badge>
  )
}

const CLOSE_WORDS = { open: 'Open again', won: 'Won', lost: 'Lost' } as const

function Actions({ accountId, deal }: { accountId: number; deal: OpportunityOnPage }) {
  const [search] = useSearchParams()
  const href = (below: string) =>
    accountHref(search, accountId, `/opportunities/${deal.id}${below}`)
  return (
    <Menu
      align="end"
      size="small"
      variant="quiet"
      label={`Change ${deal.name}`}
      square
      trigger={<Ellipsis aria-hidden className="size-4" />}
    >
      <MenuLink to={href('/edit')}>Edit</MenuLink>
      <Form method="post" action={href('/outcome')}>
        <HiddenFields values={{ version: deal.version }} />
        {OPPORTUNITY_STATES.filter((state) => state !== deal.state).map((state) => (
          <MenuButton key={state} name="state" value={state}>
            {CLOSE_WORDS[state]}
          </MenuButton>
        ))}
      </Form>
    </Menu>
  )
}
