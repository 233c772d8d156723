import { Link } from '@remix-run/react'

import { MoneyText } from '#app/components/money-text.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { bandsGained, type BandChange, type FittedTwice } from '#app/domain/icp/band-moves.ts'

import { BAND_WORDS } from '#app/components/profile/band-words.ts'

/** Accounts and ARR of each band before and after. */
export function BandChangeTable({
  bands,
  currency,
}: {
  bands: readonly BandChange[]
  currency: string
}) {
  const amount = (value: number) => <MoneyText amount={{ value, currency }} />
  const money = bands.some(({ arr }) => arr !== null)
  return (
    <Table caption="Bands before and after" fixed plain>
      <THead>
        <Th>Band</Th>
        <Th numeric className="w-32">
          Accounts
        </Th>
        {money ? (
          <Th numeric className="w-40">
            ARR
          </Th>
        ) : null}
      </THead>
      <TBody>
        {bands.map(({ band, accounts, arr }) => (
          <Tr key={band}>
            <Td card="title">{BAND_WORDS[band]}</Td>
            <Td numeric label="Accounts">
              {accounts[0]} → <b>{accounts[1]}</b>
            </Td>
            {money ? (
              <Td numeric label="ARR">
                {arr ? (
                  <>
                    {amount(arr[0])} → <b>{amount(arr[1])}</b>
                  </>
                ) : null}
              </Td>
            ) : null}
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

/** Accounts that change their band, with the reason. */
export function BandMoveTable({
  moves,
  currency,
}: {
  moves: readonly (FittedTwice & { because: readonly string[] })[]
  currency: string
}) {
  const money = moves.some(({ arr }) => arr !== null)
  return (
    <Table caption="Accounts that change their band" fixed plain>
      <THead>
        <Th>Account</Th>
        <Th className="w-30">Band</Th>
        <Th numeric className="w-28">
          Fit
        </Th>
        {money ? (
          <Th numeric className="w-24">
            ARR
          </Th>
        ) : null}
        <Th className="w-[34%] pl-4">Why</Th>
      </THead>
      <TBody>
        {moves.map((move) => (
          <Tr key={move.id}>
            <Td card="title" title={move.name}>
              <Link to={`/accounts/${move.id}`} className="hover:underline">
                {move.name}
              </Link>
            </Td>
            <Td label="Band">
              <span aria-hidden className={bandsGained(move) > 0 ? 'text-good' : 'text-watch'}>
                {bandsGained(move) > 0 ? '▲' : '▼'}
              </span>{' '}
              {move.band[0]} → <b>{move.band[1]}</b>
            </Td>
            <Td numeric label="Fit">
              {move.fit[0].toFixed(2)} → <b>{move.fit[1].toFixed(2)}</b>
            </Td>
            {money ? (
              <Td numeric label="ARR">
                {move.arr === null ? null : <MoneyText amount={{ value: move.arr, currency }} />}
              </Td>
            ) : null}
            <Td label="Why" className="py-1 pl-4 text-small whitespace-normal text-muted">
              {move.because.join('; ')}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
