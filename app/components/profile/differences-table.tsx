import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import {
  effectText,
  pointsChange,
  type ComparedCriterion,
  type CriterionDifference,
} from '#app/domain/icp/compare-profiles.ts'

/** A criterion with its test in full: `Industry is Logistics`. */
type Shown = ComparedCriterion & { id: number; test: string }

const changeText = (points: number) => (points > 0 ? `+${points}` : `−${Math.abs(points)}`)

/** The criteria that differ, as each version has them. */
export function DifferencesTable({
  differences,
  before,
  after,
}: {
  differences: readonly CriterionDifference<Shown>[]
  /** Numbers of the two versions. */
  before: number
  after: number
}) {
  return (
    <Table caption="Differences by criterion" fixed plain>
      <THead>
        <Th>Criterion</Th>
        <Th>Before, version {before}</Th>
        <Th>After, version {after}</Th>
        <Th numeric className="w-24" unit="points">
          Change
        </Th>
      </THead>
      <TBody>
        {differences.map((difference) => {
          const points = pointsChange(difference)
          return (
            <Tr key={`${difference.before?.id} ${difference.after?.id}`}>
              <Td card="title" className="py-1.5 align-top whitespace-normal">
                {(difference.after ?? difference.before).label}
              </Td>
              <Td label="Before" className="py-1.5 align-top whitespace-normal">
                <Side criterion={difference.before} />
              </Td>
              <Td label="After" className="py-1.5 align-top whitespace-normal">
                <Side criterion={difference.after} />
              </Td>
              <Td numeric label="Change of points" className="py-1.5 align-top">
                {points === 0 ? 'none' : changeText(points)}
              </Td>
            </Tr>
          )
        })}
      </TBody>
    </Table>
  )
}

function Side({ criterion }: { criterion: Shown | null }) {
  if (!criterion) return <span className="text-muted">not there</span>
  return (
    <div className="min-w-0 wrap-anywhere">
      <span className="block first-letter:uppercase">{effectText(criterion)}</span>
      <span className="block text-small text-muted">
        {criterion.test}
        {criterion.why ? `. ${criterion.why}` : ''}
      </span>
    </div>
  )
}
