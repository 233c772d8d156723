import { Form, Link, useSearchParams } from '@remix-run/react'
import { ListFilter } from 'lucide-react'

import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Menu, MenuLink, MenuSeparator } from '#app/components/ui/menu.tsx'
import { RowSelect } from '#app/components/ui/table.tsx'
import { INBOX_GROUP_LABELS, type InboxGroup, type InboxView } from '#app/domain/triage/inbox.ts'
import type { Inbox, InboxRow } from '#app/domain/triage/list-inbox.server.ts'
import { cx } from '#app/lib/class-names.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { requestHref } from './pane-address.ts'

const BULK = 'bulk'

type InboxListProps = {
  inbox: Inbox & { view: InboxView; line: string | null }
  openId: number | null
  /** Nothing is open by its own address: a phone shows the list. */
  listOnly: boolean
}

/** The inbox at the left: groups of requests, keys to walk through them, boxes to decide on several. */
export function InboxList({ inbox, openId, listOnly }: InboxListProps) {
  return (
    <section
      aria-label="Inbox"
      className={cx(
        'group/inbox flex w-full shrink-0 flex-col md:w-72 md:border-r',
        !listOnly && 'max-md:hidden',
      )}
    >
      <Head {...inbox} />
      <div data-scroller="" className="min-h-0 flex-1 overflow-y-auto max-md:overflow-visible">
        {inbox.groups.map(({ group, rows }) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <div className="flex justify-between border-b bg-sunken px-4 py-1.5 text-label text-faint">
              <h2 id={`group-${group}`} className="text-label text-muted">
                {INBOX_GROUP_LABELS[group]}
              </h2>
              <span>{timeHead(group)}</span>
            </div>
            <ul>
              {rows.map((row) => (
                <Row key={row.id} row={row} open={row.id === openId} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <BulkBar />
    </section>
  )
}

const timeHead = (group: InboxGroup) => (group === 'bugs' ? 'answer due' : 'waiting')

function Head({ counts, view }: Pick<InboxListProps['inbox'], 'counts' | 'view'>) {
  const [search] = useSearchParams()
  const line = search.get('line')
  const query = (show: string | null) => {
    const params = new URLSearchParams({ ...(line && { line }), ...(show && { show }) })
    return params.size > 0 ? `?${params}` : ''
  }
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-2 border-b pr-3 pl-4">
      <h1 className="flex-1">Triage</h1>
      <span className="text-muted">
        {view === 'waiting' ? `${counts.waiting} waiting` : `${counts.new} new`}
        {view === 'open' && counts.overdue > 0 ? (
          <span className="text-risk">, {counts.overdue} overdue</span>
        ) : null}
      </span>
      <Menu
        label="Other views of triage"
        square
        variant="quiet"
        align="end"
        trigger={<ListFilter aria-hidden className="size-4" />}
      >
        <MenuLink
          to={`/triage${query(null)}`}
          aria-current={view === 'open' || undefined}
          aside={<Count n={counts.new + counts.commercial} />}
        >
          To decide
        </MenuLink>
        <MenuLink
          to={`/triage${query('waiting')}`}
          aria-current={view === 'waiting' || undefined}
          aside={<Count n={counts.waiting} />}
        >
          Asked back, waiting
        </MenuLink>
        <MenuSeparator />
        <MenuLink to={`/triage/disagreements${query(null)}`}>Disagreements on importance</MenuLink>
        <MenuLink to={`/triage/response-times${query(null)}`}>Response times</MenuLink>
      </Menu>
    </header>
  )
}

function Count({ n }: { n: number }) {
  return <span className="text-small text-faint">{n}</span>
}

function Row({ row, open }: { row: InboxRow; open: boolean }) {
  const [search] = useSearchParams()
  const href = requestHref(row.id, search)
  return (
    <li
      data-row=""
      data-row-href={href}
      data-row-follow=""
      tabIndex={-1}
      aria-current={open || undefined}
      className={cx(
        'group/row relative grid grid-cols-[14px_minmax(0,1fr)_auto] items-center gap-x-2 border-b py-2 pr-4 pl-4 -outline-offset-2 hover:bg-hover',
        'has-checked:bg-selected md:aria-current:bg-selected md:aria-current:shadow-[inset_2px_0_0_var(--color-accent)]',
      )}
    >
      <RowMark row={row} />
      <Link
        to={href}
        title={row.accountName}
        className="truncate font-strong -outline-offset-2 after:absolute after:inset-0"
      >
        {row.accountName}
      </Link>
      <span className="text-right">{row.arr === null ? null : <MoneyText amount={row.arr} />}</span>
      <span className="col-start-2 truncate text-small text-muted" title={row.title}>
        {row.title}
      </span>
      <span
        className={cx(
          'text-right text-small whitespace-nowrap',
          row.time.urgent ? 'text-risk' : 'text-faint',
        )}
      >
        {row.time.text}
      </span>
    </li>
  )
}

/** Importance, whose place the box to select takes while the pointer is there or anything is selected. */
function RowMark({ row }: { row: InboxRow }) {
  return (
    <span className="relative z-1 size-3.5">
      <span className="absolute inset-0 group-hover/row:opacity-0 group-has-[:checked]/inbox:opacity-0 has-[+span:focus-within]:opacity-0 touch:opacity-100">
        <ImportanceBars importance={row.importance} wordless />
      </span>
      <span className="absolute inset-0 opacity-0 group-hover/row:opacity-100 group-has-[:checked]/inbox:opacity-100 focus-within:opacity-100 touch:hidden">
        <RowSelect
          label={`Select ${requestKey(row.id)}`}
          form={BULK}
          name="requests"
          value={`${row.id}:${row.version}`}
        />
      </span>
    </span>
  )
}

/** Shown while anything is selected; the next page asks what the decision needs. */
function BulkBar() {
  const [search] = useSearchParams()
  const line = search.get('line')
  return (
    <Form
      id={BULK}
      action="/triage/bulk"
      className="hidden h-bar shrink-0 items-center gap-1.5 border-t bg-sunken px-4 group-has-[:checked]/inbox:flex touch:hidden"
    >
      {line === null ? null : <input type="hidden" name="line" value={line} />}
      <span className="flex-1 text-small text-muted">Selected:</span>
      <Button name="decision" value="link">
        Link
      </Button>
      <Button name="decision" value="decline">
        Decline
      </Button>
      <Button name="decision" value="move">
        Move
      </Button>
    </Form>
  )
}
