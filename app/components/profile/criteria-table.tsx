import { Link } from '@remix-run/react'

import { MoneyText } from '#app/components/money-text.tsx'
import { Table, TBody, Td, TFoot, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { EvidenceRow, KeptShare } from '#app/domain/icp/evidence-row.ts'
import type { Size } from '#app/domain/icp/measures.ts'
import { counted } from '#app/lib/counted.ts'
import type { CriterionKind } from '#db/constants.ts'

import { CRITERION_WORDS } from './criterion-words.ts'
import { EvidenceCells, EvidenceHeads } from './evidence-cells.tsx'
import { PointsBar } from './points-bar.tsx'

export type CriterionRow = {
  id: number
  key: string
  kind: CriterionKind
  label: string
  test: string
  points: number
  why: string
  met: Size
  unmet: Size
  unknown: Size
  evidenceNow: EvidenceRow
  /** How many comments are about it, and where they stand. */
  comments: { count: number; href: string }
}

/** The criteria with points: what is asked, for how many points, how our accounts stand against it, and who was kept. */
export function CriteriaTable({
  criteria,
  currency,
  outcomes,
}: {
  criteria: readonly CriterionRow[]
  currency: string
  /** All accounts that turned out good or bad. */
  outcomes: KeptShare
}) {
  const weighed = criteria.filter(({ kind }) => kind === 'points')
  const most = Math.max(...weighed.map(({ points }) => points), 1)
  return (
    <Table caption="Criteria and their points" fixed plain>
      <THead>
        <Th>Criterion</Th>
        <Th numeric className="w-28">
          Points
        </Th>
        <EvidenceHeads />
      </THead>
      <TBody>
        {weighed.map((criterion) => (
          <Tr key={criterion.id}>
            <Td card="title" className="py-1.5 whitespace-normal">
              <span className="block">{criterion.label}</span>
              <span className="block text-small font-regular text-muted">
                {criterion.test}
                {criterion.why ? `. ${criterion.why}` : ''}
                <CommentsLink {...criterion.comments} />
              </span>
              <Standing criterion={criterion} currency={currency} />
            </Td>
            <Td numeric label="Points">
              <PointsBar points={criterion.points} most={most} />
            </Td>
            <EvidenceCells row={criterion.evidenceNow} outcomes={outcomes} />
          </Tr>
        ))}
      </TBody>
      <TFoot>
        <Tr>
          <Td>Together</Td>
          <Td numeric>{weighed.reduce((sum, { points }) => sum + points, 0).toFixed(1)}</Td>
          <Td colSpan={2} />
          <Td className="max-lg:hidden" />
        </Tr>
      </TFoot>
    </Table>
  )
}

/** How many accounts meet it, what they pay, and of how many nobody knows. */
function Standing({ criterion, currency }: { criterion: CriterionRow; currency: string }) {
  const { met, unknown } = criterion
  return (
    <span className="block text-small font-regular text-muted">
      {counted(met.accounts, 'account')}
      {met.arr === null ? null : (
        <>
          , <MoneyText amount={{ value: met.arr, currency }} />
        </>
      )}
      {unknown.accounts > 0 ? `; ${unknown.accounts} unknown` : ''}
    </span>
  )
}

function CommentsLink({ count, href }: CriterionRow['comments']) {
  if (count === 0) return null
  return (
    <>
      {' '}
      <Link to={href} className="whitespace-nowrap text-accent hover:underline">
        {counted(count, 'comment')}
      </Link>
    </>
  )
}

/** Must-haves and exclusions, with how many accounts they leave at fit 0. */
export function RulesList({ criteria }: { criteria: readonly CriterionRow[] }) {
  return (
    <ul className="border-t border-line-strong">
      {criteria
        .filter(({ kind }) => kind !== 'points')
        .map((rule) => {
          const out = rule.kind === 'must_have' ? rule.unmet : rule.met
          return (
            <li
              key={rule.id}
              className="grid grid-cols-[5.5rem_minmax(0,1fr)_auto] gap-x-3 border-b py-1.5 max-sm:grid-cols-1"
            >
              <span className="text-muted">{CRITERION_WORDS[rule.kind]}</span>
              <span>
                {rule.label}{' '}
                <span className="text-small text-muted">
                  {rule.test}
                  <CommentsLink {...rule.comments} />
                </span>
              </span>
              <span className="text-small text-muted">
                {counted(out.accounts, 'account')}, fit 0
                {rule.kind === 'must_have' && rule.unknown.accounts > 0
                  ? `; ${rule.unknown.accounts} unknown, at most 0.50`
                  : ''}
              </span>
            </li>
          )
        })}
    </ul>
  )
}
