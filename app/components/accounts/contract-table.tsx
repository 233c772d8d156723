import { Form, Link, useSearchParams } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'

import { DateText } from '#app/components/date-text.tsx'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Menu, MenuButton, MenuLink } from '#app/components/ui/menu.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { ContractOnPage } from '#app/domain/accounts/account-page.ts'
import { cx } from '#app/lib/class-names.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'

import { accountHref } from './account-href.ts'
import { PERIOD_WORDS } from './words.ts'

type Props = {
  accountId: number
  contracts: readonly ContractOnPage[]
  revenue: boolean
  mayEdit: boolean
  today: IsoDate
}

/** The contracts of an account: what each pays, when it decides, and what it covers. */
export function ContractTable({ accountId, contracts, revenue, mayEdit, today }: Props) {
  const [search] = useSearchParams()
  return (
    <Table caption="Contracts" plain>
      <THead>
        <Th>Contract</Th>
        {revenue ? (
          <>
            <Th numeric>Amount</Th>
            <Th numeric>ARR</Th>
          </>
        ) : null}
        <Th className="pl-4">Renewal</Th>
        <Th numeric className="max-xl:hidden">
          Notice
        </Th>
        <Th className="pl-4 max-xl:hidden">Product line</Th>
        <Th className="max-lg:hidden">Covers too</Th>
        {mayEdit ? (
          <Th>
            <span className="sr-only">Change</span>
          </Th>
        ) : null}
      </THead>
      <TBody>
        {contracts.map((contract) => (
          <Tr
            key={contract.id}
            className={cx('max-md:relative', contract.standing === 'ended' && 'text-faint')}
          >
            <Td
              card="title"
              title={contract.name || undefined}
              className="max-md:pr-12 md:max-w-36 lg:max-w-60"
            >
              {contract.name || <span className="font-regular">Contract</span>}{' '}
              <ContractBadges contract={contract} today={today} />
            </Td>
            {revenue ? <Money contract={contract} /> : null}
            <Td label="Renewal" className="md:pl-4">
              <Renewal contract={contract} today={today} />
            </Td>
            <Td numeric label="Notice" muted className="md:max-xl:hidden">
              {contract.evergreen ? null : `${contract.noticeDays} d`}
            </Td>
            <Td label="Product line" muted className="max-w-32 md:pl-4 md:max-xl:hidden">
              {contract.productLine ?? 'every'}
            </Td>
            <Td
              label="Covers"
              className="md:max-w-40 md:max-lg:hidden"
              title={contract.covers.map(({ name }) => name).join(', ')}
            >
              {contract.covers.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 ? ', ' : null}
                  <Link to={accountHref(search, id)} className="hover:underline">
                    {name}
                  </Link>
                </span>
              ))}
            </Td>
            {mayEdit ? (
              <Td className="overflow-visible! text-right max-md:absolute max-md:top-1 max-md:right-2">
                {contract.holder ? null : <Actions accountId={accountId} contract={contract} />}
              </Td>
            ) : null}
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

function ContractBadges({ contract, today }: { contract: ContractOnPage; today: IsoDate }) {
  const { holder, standing, startsOn, endedOn, forecast } = contract
  return (
    <>
      {holder ? (
        <Badge title="This account has no contract of its own; this one of its parent covers it.">
          of {holder.name}
        </Badge>
      ) : null}
      {standing === 'planned' && startsOn ? <Badge>from {formatDay(startsOn)}</Badge> : null}
      {endedOn ? (
        <Badge title={formatDay(endedOn)}>
          {endedOn > today ? 'ends' : 'ended'} <DateText date={endedOn} today={today} as="day" />
        </Badge>
      ) : null}
      {forecast !== null && standing !== 'ended' ? (
        <Badge title="Forecast of the renewal deal that was matched to it.">{forecast} %</Badge>
      ) : null}
    </>
  )
}

function Money({ contract: { amount, period, yearly, standing } }: { contract: ContractOnPage }) {
  return (
    <>
      <Td numeric label="Amount" muted>
        {amount ? (
          <>
            <MoneyText amount={amount} full /> {PERIOD_WORDS[period]}
          </>
        ) : null}
      </Td>
      <Td numeric label="ARR" strong={standing !== 'ended'}>
        {standing === 'ended' ? null : yearly ? (
          <MoneyText amount={yearly} />
        ) : (
          <Badge
            tone="watch"
            title={`No plan rate for ${amount?.currency ?? ''}: it counts nothing.`}
          >
            no rate
          </Badge>
        )}
      </Td>
    </>
  )
}

function Renewal({ contract, today }: { contract: ContractOnPage; today: IsoDate }) {
  const { evergreen, renewsOn, standing, autoRenew } = contract
  if (standing === 'ended') return null
  if (evergreen) return <span className="text-muted">evergreen</span>
  if (!renewsOn) return <Badge tone="watch">no date</Badge>
  if (standing === 'overdue') {
    return (
      <Badge tone="watch" title="The date has passed and nobody renewed or ended the contract.">
        overdue, <DateText date={renewsOn} today={today} as="day" />
      </Badge>
    )
  }
  return (
    <>
      <DateText date={renewsOn} today={today} as="day" />
      {autoRenew ? <span className="text-faint"> by itself</span> : null}
    </>
  )
}

function Actions({ accountId, contract }: { accountId: number; contract: ContractOnPage }) {
  const [search] = useSearchParams()
  const href = (below: string) =>
    accountHref(search, accountId, `/contracts/${contract.id}${below}`)
  return (
    <Menu
      align="end"
      size="small"
      variant="quiet"
      label={`Change ${contract.name || 'the contract'}`}
      square
      trigger={<Ellipsis aria-hidden className="size-4" />}
    >
      <MenuLink to={href('/outcome')}>Record the outcome</MenuLink>
      <MenuLink to={href('/edit')}>Edit</MenuLink>
      <MenuLink to={href('/end')}>{contract.endedOn ? 'Change the end' : 'End'}</MenuLink>
      {contract.endedOn ? (
        <Form method="post" action={href('/reopening')}>
          <HiddenFields values={{ version: contract.version }} />
          <MenuButton>Take the end back</MenuButton>
        </Form>
      ) : null}
    </Menu>
  )
}
