import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { CriterionKind } from '#db/constants.ts'

export type SheetCriterion = {
  id: number
  kind: CriterionKind
  label: string
  test: string
  points: number
  why: string
  /** What our own retention says of it. */
  evidence: { word: string; note: string }
}

/** The criteria with points in words: what is looked for, its share of 100, why, and what our retention says. */
export function ShareTable({ criteria }: { criteria: readonly SheetCriterion[] }) {
  return (
    <Table caption="What makes an account ideal" fixed plain>
      <THead>
        <Th numeric className="w-16" unit="of 100">
          Share
        </Th>
        <Th className="pl-4">What we look for</Th>
        <Th className="pl-4">Why</Th>
        <Th className="w-44 pl-4">Our own retention</Th>
      </THead>
      <TBody>
        {criteria.map(({ id, label, test, points, why, evidence }) => (
          <Tr key={id}>
            <Td numeric label="Share of 100" strong className="py-1.5 align-top">
              {points}
            </Td>
            <Words title={label} note={test} card />
            <Td label="Why" className="py-1.5 pl-4 align-top wrap-anywhere whitespace-normal">
              {why || <span className="text-muted">no reason given</span>}
            </Td>
            <Words label="Our own retention" title={evidence.word} note={evidence.note} />
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

function Words({
  title,
  note,
  label,
  card = false,
}: {
  title: string
  note: string
  label?: string
  card?: boolean
}) {
  return (
    <Td
      label={label}
      card={card ? 'title' : undefined}
      className="py-1.5 pl-4 align-top wrap-anywhere whitespace-normal"
    >
      <span className={card ? 'block font-strong' : 'block'}>{title}</span>
      <span className="block text-small font-regular text-muted">{note}</span>
    </Td>
  )
}
