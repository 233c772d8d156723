import { Link } from '@remix-run/react'

import { Badge, type Tone } from '#app/components/ui/badge.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'
import type { listRows, ShownRow } from '#app/domain/imports/list-rows.server.ts'
import type { RowPage } from '#app/domain/imports/row-filter.ts'
import { FILTER_WORDS, OUTCOME_WORDS } from '#app/domain/imports/words.ts'

const TONES: Readonly<Record<keyof typeof OUTCOME_WORDS, Tone>> = {
  new: 'good',
  changed: 'accent',
  unchanged: 'plain',
  wrong: 'risk',
  aside: 'watch',
}

type Props = { record: ImportPage; page: RowPage; list: Awaited<ReturnType<typeof listRows>> }

/** Row by row: which record it is, and what it does. */
export function RowTable({ page: { show }, list }: Props) {
  const to = (place: string) => `?${show === null ? '' : `show=${show}&`}${place}`
  if (list.rows.length === 0) {
    const words = show === null ? 'rows' : `rows under “${FILTER_WORDS[show]}”`
    return <EmptyState title={`There are no ${words}`} />
  }
  return (
    <>
      <Table caption="Rows of the file" fixed>
        <THead>
          <Th numeric className="w-18">
            Line
          </Th>
          <Th card="title" className="w-[34%] pl-4">
            Record
          </Th>
          <Th className="w-28">Result</Th>
          <Th>What</Th>
        </THead>
        <TBody>
          {list.rows.map((row) => (
            <RowLine key={row.row} row={row} />
          ))}
        </TBody>
      </Table>
      <div className="px-(--gutter) pt-2">
        <Pagination
          previousHref={list.previous === null ? null : to(`before=${list.previous}`)}
          nextHref={list.next === null ? null : to(`after=${list.next}`)}
        />
      </div>
    </>
  )
}

function RowLine({ row }: { row: ShownRow }) {
  return (
    <Tr>
      <Td numeric muted label="Line" className="align-top leading-8">
        {row.line}
      </Td>
      <Td card="title" title={row.label} className="pl-4 align-top leading-8">
        {row.href === null ? (
          row.label
        ) : (
          <Link to={row.href} className="hover:underline">
            {row.label}
          </Link>
        )}{' '}
        {row.externalId === null || row.externalId === row.label ? null : (
          <span className="text-small text-faint">{row.externalId}</span>
        )}
      </Td>
      <Td className="align-top leading-8">
        <Badge tone={TONES[row.outcome]}>{OUTCOME_WORDS[row.outcome]}</Badge>
      </Td>
      <Td className="py-1.5 whitespace-normal">
        <RowFacts row={row} />
      </Td>
    </Tr>
  )
}

function RowFacts({ row }: { row: ShownRow }) {
  const told = [row.conflict, row.kept].filter((text) => text !== null)
  return (
    <ul className="space-y-0.5 text-small wrap-anywhere empty:hidden">
      {told.map((text) => (
        <li key={text} className="text-risk">
          {text}
        </li>
      ))}
      {row.undone ? <li className="text-muted">Taken back.</li> : null}
      {row.problems.map(({ column, message }) => (
        <li key={`${column} ${message}`}>
          {column ? <span className="text-muted">{column}: </span> : null}
          {message}
        </li>
      ))}
      {row.changes.map(({ words, before, after }) => (
        <li key={words}>
          <span className="text-muted">{words}:</span>{' '}
          {before === null ? (
            <span className="text-faint">nothing</span>
          ) : (
            <s className="text-muted">{shorten(before)}</s>
          )}{' '}
          → {after === null ? <span className="text-faint">nothing</span> : shorten(after)}
        </li>
      ))}
    </ul>
  )
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
