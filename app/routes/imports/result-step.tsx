import { Form } from '@remix-run/react'

import { HiddenFields } from '#app/components/forms/fields.tsx'
import { Button, ButtonLink, buttonLook } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import type { listAside } from '#app/domain/imports/aside.server.ts'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'
import type { listRows } from '#app/domain/imports/list-rows.server.ts'
import type { RowPage } from '#app/domain/imports/row-filter.ts'

import type { Answer } from './answer.ts'
import { AsideList } from './aside-list.tsx'
import { Figures } from './figures.tsx'
import { MappingForm } from './mapping-form.tsx'
import { RowTable } from './row-table.tsx'

type Props = {
  record: ImportPage
  page: RowPage
  rows: Awaited<ReturnType<typeof listRows>> | null
  aside: Awaited<ReturnType<typeof listAside>> | null
  answer: Answer
}

/** What each row would do, or did; and the next step. */
export function ResultStep({ record, page, rows, aside, answer }: Props) {
  return (
    <div className="pb-10">
      <div className="px-(--gutter)">
        <Decision record={record} answer={answer} />
        <Figures record={record} show={page.show} />
        <Remarks record={record} />
      </div>
      <div className="mt-3">
        {aside ? <AsideList record={record} aside={aside} answer={answer} /> : null}
        {rows ? <RowTable record={record} page={page} list={rows} /> : null}
      </div>
    </div>
  )
}

function Decision({ record, answer }: { record: ImportPage; answer: Answer }) {
  const { state, counts } = record
  const toApply = (counts.new ?? 0) + (counts.changed ?? 0)
  if (state === 'undone') {
    return <p className="text-body">{rowsText(counts.undone ?? 0)} taken back.</p>
  }
  if (state === 'applied') {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-body">
          {rowsText(counts.applied ?? 0)} applied.
          {counts.undone ? ` ${rowsText(counts.undone)} taken back.` : null}
          {counts.kept ? ` ${rowsText(counts.kept)} could not be undone.` : null}
        </p>
        {counts.applied ? (
          <Form method="post" action={`/imports/${record.id}/undo`}>
            <Button variant="danger">
              {counts.kept ? 'Try again to undo the rest' : 'Undo this import'}
            </Button>
          </Form>
        ) : null}
        <WrongFile record={record} />
      </div>
    )
  }
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        {toApply > 0 ? (
          <Form method="post" action={`/imports/${record.id}/application`}>
            <Button variant="primary">Apply {rowsText(toApply)}</Button>
          </Form>
        ) : (
          <p className="text-body">There is nothing to apply.</p>
        )}
        <WrongFile record={record} />
        <Form method="post" action={`/imports/${record.id}/deletion`}>
          <Button variant="danger">Discard</Button>
        </Form>
      </div>
      <Disclosure summary="Change the columns and check again" open={answer.problems.length > 0}>
        <MappingForm record={record} problems={answer.problems} />
      </Disclosure>
    </div>
  )
}

function WrongFile({ record }: { record: ImportPage }) {
  if (!record.counts.wrong) return null
  return (
    <a
      href={`/imports/${record.id}/wrong-rows.csv`}
      download
      className={buttonLook({ variant: 'default' })}
    >
      Wrong rows as a file
    </a>
  )
}

function Remarks({ record }: { record: ImportPage }) {
  const { largeRows, settings, state, counts } = record
  const footer = settings.footers[0]
  return (
    <div className="mt-3 space-y-2 empty:hidden">
      {largeRows > 0 && state === 'checked' ? (
        <Callout
          tone="watch"
          action={
            <Form method="post">
              <HiddenFields values={{ intent: 'large' }} />
              <Button size="small">They are right</Button>
            </Form>
          }
        >
          {rowsText(largeRows)} with an amount out of the ordinary. Until somebody says that they
          are right they count as wrong.
        </Callout>
      ) : null}
      {counts.aside && state !== 'undone' ? (
        <Callout
          action={
            <ButtonLink size="small" to="?show=aside" preventScrollReset>
              Match them
            </ButtonLink>
          }
        >
          {rowsText(counts.aside)} kept aside: their account is not known. Say which account they
          mean, before or after applying.
        </Callout>
      ) : null}
      {footer ? (
        <Callout>
          {settings.footers.length === 1
            ? `Line ${footer.line} is under the data and not imported: “${footer.text.slice(0, 80)}”.`
            : `${settings.footers.length} lines from line ${footer.line} on are under the data and not imported.`}
        </Callout>
      ) : null}
    </div>
  )
}

function rowsText(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`
}
