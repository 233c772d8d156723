import { MoneyText } from '#app/components/money-text.tsx'
import { Figure, Figures } from '#app/components/ui/panel.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { Coverage, Proof, Score } from '#app/domain/outcomes/proof.ts'
import { decimalText } from '#app/lib/numbers.ts'
import type { PredictionDays } from '#db/constants.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`
const points = (value: number | null) => (value === null ? 'none yet' : value.toFixed(3))

/** The figures by which predictions are judged, and how many decisions stand behind them. */
export function ProofFigures({
  proof: { all },
  coverage,
  days,
  currency,
}: {
  proof: Proof
  coverage: Coverage
  days: PredictionDays
  currency: string
}) {
  const late = coverage.late[days]
  return (
    <Figures>
      <Figure
        label="Decisions"
        note={`${coverage.predicted[days]} predicted ${days} days ahead${late > 0 ? `, ${late} of them late` : ''}`}
      >
        {coverage.decisions}
      </Figure>
      <Figure
        label="Brier score"
        note={all ? `${points(all.reference)} by the base rate` : '0 is perfect'}
      >
        {points(all?.brier ?? null)}
      </Figure>
      <Figure label="Skill" note="against the base rate">
        {all?.skill == null ? 'none yet' : percent(all.skill)}
      </Figure>
      <Figure
        label="ARR lost"
        note={
          all ? (
            <>
              of <MoneyText amount={{ value: all.arr.expected, currency }} /> expected
            </>
          ) : undefined
        }
      >
        {all ? <MoneyText amount={{ value: all.arr.observed, currency }} /> : 'none yet'}
      </Figure>
      <Figure label="ARR z-score" note="chance stays within ±2">
        {all?.arr.z == null ? 'none yet' : decimalText(all.arr.z, 2)}
      </Figure>
    </Figures>
  )
}

/** What is tested by decisions before which nothing was delivered, and by those after a delivery. */
export function PopulationTable({ proof: { undelivered, delivered } }: { proof: Proof }) {
  const rows = [
    ['Nothing delivered before', 'what a request is said to weigh', undelivered],
    ['Something delivered before', 'what a delivery is said to save', delivered],
  ] as const
  return (
    <Table caption="Decisions with and without a delivery before" plain>
      <THead>
        <Th>Decisions</Th>
        <Th>They test</Th>
        <Th numeric>Count</Th>
        <Th numeric>Lost</Th>
        <Th numeric>Predicted</Th>
        <Th numeric>Observed</Th>
        <Th numeric>Brier</Th>
      </THead>
      <TBody>
        {rows.map(([name, tests, score]) => (
          <Tr key={name}>
            <Td card="title">{name}</Td>
            <Td label="They test" muted>
              {tests}
            </Td>
            <ScoreCells score={score} />
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

function ScoreCells({ score }: { score: Score | null }) {
  return (
    <>
      <Td numeric label="Count">
        {score?.count ?? 0}
      </Td>
      <Td numeric label="Lost">
        {score?.lost ?? 0}
      </Td>
      <Td numeric label="Predicted">
        {score ? percent(score.predicted) : null}
      </Td>
      <Td numeric label="Observed">
        {score ? percent(score.observed) : null}
      </Td>
      <Td numeric label="Brier">
        {score ? points(score.brier) : null}
      </Td>
    </>
  )
}
