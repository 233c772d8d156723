import { Form, Link, useSearchParams } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'

import { DateText } from '#app/components/date-text.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Menu, MenuButton } from '#app/components/ui/menu.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { OutcomeOnPage } from '#app/domain/outcomes/outcome-page.ts'
import { OUTCOME_LABELS, REASON_LABELS } from '#app/domain/outcomes/words.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { accountHref } from './account-href.ts'

const LOSSES = ['contracted', 'churned', 'lost']

/** How the contracts of an account were decided, and why. */
export function OutcomeTable({
  accountId,
  outcomes,
  revenue,
  mayEdit,
  today,
}: {
  accountId: number
  outcomes: readonly OutcomeOnPage[]
  revenue: boolean
  mayEdit: boolean
  today: IsoDate
}) {
  const [search] = useSearchParams()
  return (
    <Table caption="Outcomes" plain>
      <THead>
        <Th>Contract</Th>
        <Th>Outcome</Th>
        <Th>Decided</Th>
        {revenue ? (
          <>
            <Th numeric>Before</Th>
            <Th numeric>After</Th>
          </>
        ) : null}
        <Th className="pl-4">Why</Th>
        {mayEdit ? (
          <Th>
            <span className="sr-only">Change</span>
          </Th>
        ) : null}
      </THead>
      <TBody>
        {outcomes.map((row) => (
          <Tr key={row.id} className="max-md:relative">
            <Td card="title" className="max-md:pr-12 md:max-w-36 lg:max-w-60">
              {row.contract || 'Contract'}
            </Td>
            <Td label="Outcome">
              <Badge tone={LOSSES.includes(row.outcome) ? 'risk' : 'good'}>
                {OUTCOME_LABELS[row.outcome]}
              </Badge>
            </Td>
            <Td label="Decided">
              <DateText date={row.decidedOn} today={today} as="day" />
            </Td>
            {revenue ? (
              <>
                <Td numeric label="Before" muted>
                  {row.before ? <MoneyText amount={row.before} full /> : null}
                </Td>
                <Td numeric label="After">
                  {row.after ? <MoneyText amount={row.after} full /> : null}
                </Td>
              </>
            ) : null}
            <Td label="Why" className="md:max-w-60 md:pl-4" title={row.note || undefined}>
              {row.reason ? REASON_LABELS[row.reason] : null}
              {row.item ? (
                <>
                  {': '}
                  <Link
                    to={`/items/${row.item.id}`}
                    title={row.item.title}
                    className="hover:underline"
                  >
                    {itemKey(row.item.id)}
                  </Link>
                </>
              ) : null}
            </Td>
            {mayEdit ? (
              <Td className="overflow-visible! text-right max-md:absolute max-md:top-1 max-md:right-2">
                <Menu
                  align="end"
                  size="small"
                  variant="quiet"
                  label={`Change the outcome of ${row.contract || 'the contract'}`}
                  square
                  trigger={<Ellipsis aria-hidden className="size-4" />}
                >
                  <Form
                    method="post"
                    action={accountHref(search, accountId, `/outcomes/${row.id}/removal`)}
                  >
                    <MenuButton>Take it back</MenuButton>
                  </Form>
                </Menu>
              </Td>
            ) : null}
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
