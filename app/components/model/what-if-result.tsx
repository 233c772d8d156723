import { Check, TriangleAlert } from 'lucide-react'

import { MoneyText } from '#app/components/money-text.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { WhatIf } from '#app/domain/model/what-if.ts'
import { decimalText } from '#app/lib/numbers.ts'

import { AccountChangeTable } from './account-change-table.tsx'
import { Delta } from './delta.tsx'
import { Moves } from './move-table.tsx'

type WhatIfResultProps = { result: WhatIf; currency: string; line: string }

/** What would be different: the order, whose money carries it, and the totals. */
export function WhatIfResult({ result, currency, line }: WhatIfResultProps) {
  const { ranking, accounts, totals } = result
  return (
    <>
      <Section title="The order">
        <p className="max-w-[72ch]">{orderText(ranking)}</p>
      </Section>
      <Section title="Items that move" aside={movesText(ranking)}>
        <Moves moves={ranking.moves} currency={currency} line={line} />
      </Section>
      <Section
        title="Whose money carries the value"
        aside="all product lines, by the change of the share"
      >
        <AccountChangeTable changes={accounts} currency={currency} />
      </Section>
      <Section title="Totals" aside="all product lines, by year">
        <TotalTable totals={totals} currency={currency} />
      </Section>
    </>
  )
}

function orderText({ kept, correlation, ranked }: WhatIf['ranking']): string {
  const tops = kept
    .map(({ of, stay }) => (of === stay ? `all of the first ${of}` : `${stay} of the first ${of}`))
    .join(' and ')
  if (correlation === null) return 'There is nothing to put in order yet.'
  return `${tops[0]?.toUpperCase() ?? ''}${tops.slice(1)} stay there. The two orders of ${ranked} items agree with a rank correlation of ${decimalText(correlation, 3)} (1 is the same order).`
}

function movesText({ moves, ranked, newPlaces, newScores }: WhatIf['ranking']): string {
  const shown = moves.length < newScores ? `; the ${moves.length} that move most` : ''
  return `${newPlaces} of ${ranked} change their place, ${newScores} their score${shown}`
}

function TotalTable({ totals, currency }: { totals: WhatIf['totals']; currency: string }) {
  const rows = [
    ['Value of all items', totals.value],
    ['Can be saved', totals.canSave],
    ['ARR at risk', totals.arrAtRisk],
    ['of it, not about the product', totals.baseline],
  ] as const
  const amount = (value: number) => <MoneyText full amount={{ value, currency }} />
  return (
    <>
      <Table caption="Totals" plain fixed className="max-w-[720px]">
        <THead>
          <Th>Figure</Th>
          <Th numeric>Now</Th>
          <Th numeric>Then</Th>
          <Th numeric>Change</Th>
        </THead>
        <TBody>
          {rows.map(([name, [before, after]]) => (
            <Tr key={name}>
              <Td card="title">{name}</Td>
              <Td numeric label="Now">
                {amount(before)}
              </Td>
              <Td numeric label="Then">
                {amount(after)}
              </Td>
              <Td numeric label="Change">
                <Delta from={before} to={after} currency={currency} />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <p className="mt-1 flex items-center gap-1 text-small text-muted">
        {totals.reconciles ? (
          <>
            <Check aria-hidden className="size-3.5 text-good" /> Both add up: the value of all items
            is what contracts and deals can keep.
          </>
        ) : (
          <>
            <TriangleAlert aria-hidden className="size-3.5 text-risk" /> The value of all items is
            not what contracts and deals can keep.
          </>
        )}
      </p>
    </>
  )
}
