import { Form } from '@remix-run/react'
import { Fragment } from 'react'

import { AccountBox } from '#app/components/accounts/account-field.tsx'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { AsideGroup, listAside } from '#app/domain/imports/aside.server.ts'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'

import type { Answer } from './answer.ts'

type Props = {
  record: ImportPage
  aside: Awaited<ReturnType<typeof listAside>>
  answer: Answer
}

/** Rows whose account is not known, by the account that they name: each is said once for all of them. */
export function AsideList({ record, aside, answer }: Props) {
  if (aside.groups.length === 0) {
    return <EmptyState title="No row is kept aside">Every row found its account.</EmptyState>
  }
  const shown = aside.groups.reduce((sum, group) => sum + group.rows, 0)
  return (
    <>
      <ul className="divide-y divide-line border-y">
        {aside.groups.map((group) => (
          <li
            key={group.row}
            className="grid gap-x-6 gap-y-1.5 px-(--gutter) py-2.5 md:grid-cols-[minmax(0,1fr)_24rem]"
          >
            <Named group={group} />
            <MatchForm
              group={group}
              isApplied={record.state === 'applied'}
              refused={answer.match?.row === group.row ? answer.match : null}
            />
          </li>
        ))}
      </ul>
      {shown < aside.total ? (
        <p className="px-(--gutter) py-2 text-small text-muted">
          {(aside.total - shown).toLocaleString('en')} more rows come up once these are matched.
        </p>
      ) : null}
    </>
  )
}

function Named({ group }: { group: AsideGroup }) {
  const isAlone = group.reference === ''
  return (
    <div className="min-w-0">
      <p className="wrap-anywhere">
        <b>{isAlone ? group.label : group.reference}</b>{' '}
        <span className="text-small text-muted">
          {isAlone
            ? `line ${group.line}`
            : `${group.rows.toLocaleString('en')} ${group.rows === 1 ? 'row' : 'rows'}, the first on line ${group.line}: ${group.label}`}
        </span>
      </p>
      <p className="text-small wrap-anywhere text-muted">
        {group.problems.map(({ message }) => message).join(' ')}
      </p>
      <Disclosure summary="The row">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-1 text-small">
          {group.cells.map(([column, cell]) => (
            <Fragment key={column}>
              <dt className="max-w-40 truncate text-muted" title={column}>
                {column}
              </dt>
              <dd className="wrap-anywhere">{cell.slice(0, 300)}</dd>
            </Fragment>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}

function MatchForm({
  group,
  isApplied,
  refused,
}: {
  group: AsideGroup
  isApplied: boolean
  refused: Answer['match']
}) {
  const id = `account-${group.row}`
  return (
    <Form method="post">
      <HiddenFields values={{ intent: 'match', row: group.row }} />
      <div className="flex items-start gap-2">
        <Field
          id={id}
          label={`Account of ${group.reference || `line ${group.line}`}`}
          hideLabel
          errors={refused ? [refused.message] : undefined}
          className="min-w-0 flex-1"
        >
          <AccountBox
            id={id}
            name="typed"
            placeholder="Name of the account"
            defaultValue={refused?.account}
          />
        </Field>
        <Button>{isApplied ? 'Match and apply' : 'Match'}</Button>
      </div>
      {group.suggestions.length > 0 ? (
        <div className="mt-1 flex flex-wrap gap-1">
          {group.suggestions.map(({ id, name }) => (
            <Button key={id} size="small" name="account" value={`${name} #${id}`}>
              <span className="max-w-64 truncate">{name}</span>
            </Button>
          ))}
        </div>
      ) : null}
    </Form>
  )
}
