import { TeamDot } from '#app/components/team-dot.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { explainAgreement, type Agreement } from '#app/domain/icp/alignment-words.ts'
import type { Alignment, PointsResult } from '#app/domain/polls/results.ts'
import { decimalText } from '#app/lib/numbers.ts'

const figure = (value: number | null) => (value === null ? 'none' : decimalText(value, 2))

/** How far people agree within each team and across them, of the accounts and of the order of criteria. */
export function AgreementTable({
  alignment,
  concordance,
}: {
  alignment: Alignment
  concordance: PointsResult['concordance']
}) {
  const { agreement, gap, verdict } = alignment
  const row = (key: keyof Agreement) => (
    <>
      <Td numeric label="Accounts">
        {figure(agreement[key])}
      </Td>
      <Td numeric label="Order of criteria">
        {figure(concordance[key])}
      </Td>
    </>
  )
  return (
    <>
      <p className="max-w-prose pb-2">
        {explainAgreement(verdict, agreement)}
        {gap === null || verdict === 'few' ? null : (
          <span className="text-muted"> The gap between the teams is {decimalText(gap, 2)}.</span>
        )}
      </p>
      <Table caption="Agreement within the teams and across them" plain className="max-w-[560px]">
        <THead>
          <Th>1 is whole agreement, 0 what chance gives</Th>
          <Th numeric>Accounts</Th>
          <Th numeric>Order of criteria</Th>
        </THead>
        <TBody>
          <Tr>
            <Td card="title">
              Within <TeamDot team="cs" />
            </Td>
            {row('cs')}
          </Tr>
          <Tr>
            <Td card="title">
              Within <TeamDot team="product" />
            </Td>
            {row('product')}
          </Tr>
          <Tr>
            <Td card="title">Both together</Td>
            {row('across')}
          </Tr>
        </TBody>
      </Table>
      <p className="max-w-prose pt-2 text-small text-muted">
        From 0.80 on people are aligned, from 0.67 tentatively. Accounts: Krippendorff’s α within a
        team, the same ratio over pairs of one person of each for both. Order: Kendall’s W.
      </p>
    </>
  )
}
