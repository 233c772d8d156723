import { ChartFrame } from '#app/components/charts/chart-frame.tsx'
import { EstimatePair, intervalOf } from '#app/components/charts/estimate-pair.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { DriftView } from '#app/domain/icp/drift/drift-view.ts'
import { TURNED } from '#app/domain/icp/drift/weight-moves.ts'
import { formatDay } from '#app/lib/dates.ts'
import { decimalText } from '#app/lib/numbers.ts'

/** Each weight as it was signed and by today's outcomes; behind it what it was by those of every month. */
export function WeightMoves({ weights, history }: Pick<DriftView, 'weights' | 'history'>) {
  const ends = weights.flatMap(({ signed, today }) => [intervalOf(signed), intervalOf(today)])
  const scale = [
    Math.min(0, ...ends.map(({ low }) => low)),
    Math.max(0, ...ends.map(({ high }) => high)),
  ] as const
  return (
    <ChartFrame
      caption="Weights by the outcomes of each day on which they were kept"
      head={['Day', ...weights.map(({ label }) => label)]}
      rows={history.map(({ takenOn, weights }) => ({
        key: takenOn,
        cells: [formatDay(takenOn), ...weights.map(({ weight }) => decimalText(weight, 2))],
      }))}
    >
      <Table caption="Weights as signed and today" fixed plain>
        <THead>
          <Th>Criterion</Th>
          <Th className="w-44 max-md:hidden">95 % intervals</Th>
          <Th numeric className="w-24">
            As signed
          </Th>
          <Th numeric className="w-24">
            Today
          </Th>
          <Th className="w-44 pl-4">Move</Th>
        </THead>
        <TBody>
          {weights.map(({ label, signed, today, tested, distance }) => (
            <Tr key={label}>
              <Td card="title">{label}</Td>
              <Td card="hidden" className="py-0.5">
                <EstimatePair before={signed} after={today} scale={scale} />
              </Td>
              <Td numeric label="As signed">
                {decimalText(signed.weight, 2)}
              </Td>
              <Td numeric label="Today" strong>
                {decimalText(today.weight, 2)}
              </Td>
              <Td label="Move" className="pl-4">
                {tested
                  ? `${distance.toFixed(1)} sd${distance > TURNED ? ', turned' : ''}`
                  : 'not testable'}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </ChartFrame>
  )
}
