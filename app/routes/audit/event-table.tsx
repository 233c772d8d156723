import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { AuditRow } from '#app/domain/audit/list-events.server.ts'
import { eventWords, factsOf, subjectWords } from '#app/domain/audit/words.ts'
import { formatMoment } from '#app/lib/dates.ts'

/** Who did what to which record, when; the facts open in place. */
export function EventTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <Table caption="Audit log">
      <THead>
        <Th>When</Th>
        <Th>Who</Th>
        <Th card="title">What</Th>
        <Th>Record</Th>
        <Th className="w-1/2">Facts</Th>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="When" muted className="pt-1.5 align-top">
              <time dateTime={row.at.toISOString()}>{formatMoment(row.at)}</time>
            </Td>
            <Td label="Who" className="pt-1.5 align-top">
              {row.actor ?? 'Causeway'}
            </Td>
            <Td card="title" className="pt-1.5 align-top">
              {eventWords(row.name)}
            </Td>
            <Td
              label="Record"
              title={subjectWords(row.subjectType, row.subjectId)}
              className="pt-1.5 align-top"
            >
              {row.subjectName ?? subjectWords(row.subjectType, row.subjectId)}
            </Td>
            <Td className="pt-1.5 align-top whitespace-normal">
              <Facts data={row.data} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

function Facts({ data }: { data: AuditRow['data'] }) {
  const facts = factsOf(data)
  const [first] = facts
  if (!first) return null
  if (facts.length === 1 && first.value.length < 60) {
    return (
      <span className="text-small text-muted">
        {first.name}: {first.value}
      </span>
    )
  }
  return (
    <Disclosure summary={`${facts.length} ${facts.length === 1 ? 'fact' : 'facts'}`}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 pb-1 text-small">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
