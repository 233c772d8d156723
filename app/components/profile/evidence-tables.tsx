import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { EvidenceRow } from '#app/domain/icp/evidence-row.ts'
import { priorWeight } from '#app/domain/icp/fit.ts'
import type { EvidenceView } from '#app/domain/icp/evidence-view.ts'
import type { WeighedCriterion } from '#app/domain/icp/weights.ts'
import { decimalText } from '#app/lib/numbers.ts'

import { EvidenceCells, EvidenceHeads } from './evidence-cells.tsx'
import { PointsBar } from './points-bar.tsx'

type Criterion = EvidenceView<WeighedCriterion & { id: number; test: string }>['criteria'][number]
type Other = EvidenceView['others'][number]
type Outcomes = EvidenceView['outcomes']

/** The criteria as written: points, what they weigh in the fit since the version was saved, and what retention says now. */
export function TestedCriteria({
  criteria,
  outcomes,
}: {
  criteria: readonly Criterion[]
  outcomes: Outcomes
}) {
  const most = Math.max(...criteria.map(({ points }) => points), 1)
  return (
    <Table caption="Criteria and what our own retention says of them" fixed plain>
      <THead>
        <Th>Criterion</Th>
        <Th numeric className="w-28">
          Points
        </Th>
        <Th numeric className="w-24" unit="log odds">
          Weight
        </Th>
        <EvidenceHeads />
      </THead>
      <TBody>
        {criteria.map((criterion) => (
          <Tr key={criterion.id}>
            <Td card="title" className="py-1.5 whitespace-normal">
              <span className="block">{criterion.label}</span>
              <span className="block text-small font-regular text-muted">{criterion.test}</span>
            </Td>
            <Td numeric label="Points">
              {criterion.kind === 'points' ? (
                <PointsBar points={criterion.points} most={most} />
              ) : (
                <span className="text-muted">
                  {criterion.kind === 'must_have' ? 'must have' : 'excluded'}
                </span>
              )}
            </Td>
            <Td numeric label="Weight">
              <Weight criterion={criterion} />
            </Td>
            <EvidenceCells row={criterion.evidenceNow} outcomes={outcomes} />
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

/** What a criterion weighs, and what it would by its points alone. */
function Weight({ criterion }: { criterion: Criterion }) {
  if (criterion.kind !== 'points') return null
  const { weight, points } = criterion
  const byPoints = priorWeight(points)
  return (
    <>
      <span className="block">{decimalText(weight, 2)}</span>
      <span className="block text-small text-muted">
        {Math.abs(weight - byPoints) < 0.005
          ? 'as its points'
          : `${decimalText(byPoints, 2)} by points`}
      </span>
    </>
  )
}

/** Everything else that was looked at, the surest first. */
export function TestedAttributes({
  others,
  outcomes,
}: {
  others: readonly Other[]
  outcomes: Outcomes
}) {
  return (
    <Table caption="Other attributes and what our own retention says of them" fixed plain>
      <THead>
        <Th>Test</Th>
        <EvidenceHeads />
      </THead>
      <TBody>
        {others.map(({ label, row }) => (
          <Tr key={label}>
            <Td card="title" className="py-1.5 whitespace-normal">
              {label}
            </Td>
            <EvidenceCells row={row} outcomes={outcomes} />
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

/** The figures behind the verdicts, for readers who know them. */
export function EvidenceFigures({
  rows,
}: {
  rows: readonly { label: string; row: EvidenceRow }[]
}) {
  return (
    <Table caption="Figures behind the evidence" fixed plain>
      <THead>
        <Th>Test</Th>
        <Th numeric className="w-24" unit="of a good outcome">
          Log odds
        </Th>
        <Th numeric className="w-32">
          95 % interval
        </Th>
        <Th numeric className="w-24" unit="Fisher, exact">
          p
        </Th>
        <Th numeric className="w-32" unit="Benjamini, Hochberg">
          False alarms
        </Th>
        <Th numeric className="w-24" unit="information value">
          IV
        </Th>
      </THead>
      <TBody>
        {rows.flatMap(({ label, row: { figures } }) =>
          figures === null ? (
            []
          ) : (
            <Tr key={label}>
              <Td card="title" title={label}>
                {label}
              </Td>
              <Td numeric label="Log odds">
                {decimalText(figures.logOdds, 2)}
              </Td>
              <Td numeric label="95 % interval">
                {decimalText(figures.low, 2)} to {decimalText(figures.high, 2)}
              </Td>
              <Td numeric label="p">
                {figures.p.toFixed(4)}
              </Td>
              <Td numeric label="False alarms">
                {figures.q.toFixed(3)}
              </Td>
              <Td numeric label="IV">
                {figures.iv.toFixed(2)}
              </Td>
            </Tr>
          ),
        )}
      </TBody>
    </Table>
  )
}
