import { Link } from '@remix-run/react'

import { Moves } from '#app/components/model/move-table.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { bandsGained, type BandChange, type FittedTwice } from '#app/domain/icp/band-moves.ts'
import type { Move } from '#app/domain/model/compare-rankings.ts'
import { sum } from '#app/lib/numbers.ts'

import { BandChangeTable, BandMoveTable } from './band-tables.tsx'

type Carrier = { accountId: string; account: string; more: boolean; change: number | null }

type Preview = {
  accounts: number
  moves: readonly (FittedTwice & { because: readonly string[] })[]
  bands: readonly BandChange[]
  ranking: {
    ranked: number
    newPlaces: number
    mostPlaces: number
    moves: readonly (Omit<Move, 'score'> & { score: Move['score'] | null; because: Carrier[] })[]
  }
}

/** What a version would move: bands, accounts, ranks, each with the reason. */
export function PreviewView({
  preview: { accounts, moves, bands, ranking },
  currency,
  line,
}: {
  preview: Preview
  currency: string
  /** Slug of the product line whose ranks these are. */
  line: string
}) {
  const up = moves.filter((move) => bandsGained(move) > 0).length
  const money = moves.some(({ arr }) => arr !== null)
  return (
    <>
      <p className="max-w-prose text-head">
        {moves.length} of {accounts} accounts would change their band
        {moves.length === 0 ? '' : `, ${up} up and ${moves.length - up} down`}
        {money ? (
          <>
            , with <MoneyText amount={{ value: sum(moves.map(({ arr }) => arr ?? 0)), currency }} />{' '}
            of ARR
          </>
        ) : null}
        .{' '}
        {ranking.newPlaces === 0
          ? 'No item would change its rank.'
          : `${ranking.newPlaces} of ${ranking.ranked} items would change their rank, by ${ranking.mostPlaces} at most.`}
      </p>
      <Section title="Bands" aside="accounts that have not churned">
        <div className="max-w-form">
          <BandChangeTable bands={bands} currency={currency} />
        </div>
      </Section>
      <Section title="Accounts that change their band">
        {moves.length === 0 ? (
          <p className="text-muted">No account changes its band.</p>
        ) : (
          <BandMoveTable moves={moves} currency={currency} />
        )}
      </Section>
      <Section title="Items that rise or fall" aside="by the scores of today">
        <Moves
          moves={ranking.moves}
          currency={currency}
          line={line}
          why={({ because }) => <Carriers carriers={because} currency={currency} />}
        />
      </Section>
    </>
  )
}

function Carriers({ carriers, currency }: { carriers: readonly Carrier[]; currency: string }) {
  return carriers.map(({ accountId, account, more, change }, index) => (
    <span key={accountId}>
      {index > 0 ? '; ' : ''}
      <Link to={`/accounts/${accountId}`} className="hover:underline">
        {account}
      </Link>{' '}
      counts {more ? 'more' : 'less'}
      {change === null ? null : (
        <>
          , by <MoneyText amount={{ value: Math.abs(change), currency }} />
        </>
      )}
    </span>
  ))
}
