import { Link } from '@remix-run/react'

import { DateText } from '#app/components/date-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { DecisionRow } from '#app/domain/outcomes/decision-row.ts'
import type { OpenRenewal } from '#app/domain/outcomes/proposal.ts'
import { OUTCOME_LABELS, REASON_LABELS } from '#app/domain/outcomes/words.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { itemKey } from '#app/lib/readable-id.ts'

const percent = (share: number | null) => (share === null ? null : `${Math.round(share * 100)} %`)

/** The latest decisions, each beside what was said of it before. */
export function DecisionTable({ rows, today }: { rows: readonly DecisionRow[]; today: IsoDate }) {
  return (
    <Table caption="Decisions" plain>
      <THead>
        <Th>Account</Th>
        <Th>Decided</Th>
        <Th>Outcome</Th>
        <Th numeric>90 days before</Th>
        <Th numeric>30 days before</Th>
        <Th numeric>Lost</Th>
        <Th className="pl-4">Why</Th>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.id} href={`/accounts/${row.account.id}`}>
            <Td card="title" title={row.account.name} className="md:max-w-60">
              <Link to={`/accounts/${row.account.id}`} className="hover:underline">
                {row.account.name}
              </Link>
            </Td>
            <Td label="Decided">
              <DateText date={row.decidedOn} today={today} as="day" />
            </Td>
            <Td label="Outcome">
              <Badge tone={row.lost ? 'risk' : 'plain'}>{OUTCOME_LABELS[row.outcome]}</Badge>
            </Td>
            <Td numeric label="90 days before">
              {percent(row.said[90])}
            </Td>
            <Td numeric label="30 days before">
              {percent(row.said[30])}
            </Td>
            <Td numeric label="Lost">
              {row.lostShare ? percent(row.lostShare) : null}
            </Td>
            <Td label="Why" muted className="md:pl-4">
              {row.reason ? REASON_LABELS[row.reason] : null}
              {row.itemId === null ? null : `: ${itemKey(row.itemId)}`}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

const OCCASIONS: Readonly<Record<OpenRenewal['occasion'], string>> = {
  won: 'renewal deal won',
  lost: 'renewal deal lost',
  ended: 'contract ended',
  overdue: 'date has passed',
}

/** Renewals that wait for somebody to say how they were decided. */
export function OpenRenewalTable({
  rows,
  today,
}: {
  rows: readonly OpenRenewal[]
  today: IsoDate
}) {
  return (
    <Table caption="Renewals without an outcome" plain>
      <THead>
        <Th>Account</Th>
        <Th>Due</Th>
        <Th>What is known</Th>
        <Th>Proposed</Th>
      </THead>
      <TBody>
        {rows.map(({ contractId, contract, account, dueOn, occasion, proposed }) => {
          const href = `/accounts/${account.id}/contracts/${contractId}/outcome`
          return (
            <Tr key={contractId} href={href}>
              <Td card="title" title={account.name} className="md:max-w-72">
                <Link to={href} className="hover:underline">
                  {account.name}
                </Link>{' '}
                <span className="font-regular text-muted">{contract}</span>
              </Td>
              <Td label="Due">{dueOn ? <DateText date={dueOn} today={today} as="day" /> : null}</Td>
              <Td label="Known" muted>
                {OCCASIONS[occasion]}
              </Td>
              <Td label="Proposed">{proposed ? OUTCOME_LABELS[proposed] : null}</Td>
            </Tr>
          )
        })}
      </TBody>
    </Table>
  )
}
