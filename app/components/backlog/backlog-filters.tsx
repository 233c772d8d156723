import { Form, useLocation } from '@remix-run/react'
import { ListFilter } from 'lucide-react'

import { AccountBox } from '#app/components/accounts/account-field.tsx'
import { STATUS_WORDS } from '#app/components/status-disc.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Chip } from '#app/components/ui/chip.tsx'
import { Field, FieldGroup } from '#app/components/ui/field.tsx'
import { Checkbox, Select, TextInput } from '#app/components/ui/inputs.tsx'
import { Popover } from '#app/components/ui/popover.tsx'
import { BACKLOG_COLUMNS, MONEY_COLUMNS } from '#app/domain/backlog/columns.ts'
import type { BacklogFilters } from '#app/domain/backlog/filters.ts'
import { TYPE_LABELS } from '#app/domain/requests/labels.ts'
import { changeParams } from '#app/lib/search-params.ts'
import { ITEM_STATUSES, ITEM_TYPES, OPEN_ITEM_STATUSES } from '#db/constants.ts'

import { COLUMNS } from './columns.tsx'

/** What the filters can be set to. */
export type FilterOptions = {
  areas: { id: number; name: string; line: string }[]
  owners: { id: number; name: string }[]
  segments: string[]
  accountName: string | null
}

type FiltersProps = { filters: BacklogFilters; options: FilterOptions; search: URLSearchParams }

/** The filters in force, each with the link that takes it off. */
export function FilterChips({ filters, options, search }: FiltersProps) {
  const off = (name: string) => `/backlog${changeParams(search, { [name]: null, page: null })}`
  const chips = [
    String(filters.status) !== String(OPEN_ITEM_STATUSES)
      ? {
          name: 'status',
          label: 'Status',
          text: filters.status.map((s) => STATUS_WORDS[s]).join(', '),
        }
      : null,
    filters.type.length > 0
      ? { name: 'type', label: 'Type', text: filters.type.map((t) => TYPE_LABELS[t]).join(', ') }
      : null,
    filters.area === null
      ? null
      : {
          name: 'area',
          label: 'Area',
          text: options.areas.find((a) => a.id === filters.area)?.name,
        },
    filters.owner === null
      ? null
      : {
          name: 'owner',
          label: 'Owner',
          text: options.owners.find((owner) => owner.id === filters.owner)?.name,
        },
    filters.segment === null ? null : { name: 'segment', label: 'Segment', text: filters.segment },
    filters.account === null
      ? null
      : { name: 'account', label: 'Account', text: options.accountName },
    filters.startWithin === null
      ? null
      : { name: 'startWithin', label: 'Start', text: `within ${filters.startWithin} days` },
    filters.unestimated === null
      ? null
      : { name: 'unestimated', label: 'Cost', text: 'not estimated' },
    filters.q === null ? null : { name: 'q', label: 'Words', text: filters.q },
  ]
  return chips.map((chip) =>
    chip === null ? null : (
      <Chip key={chip.name} label={chip.label} removeHref={off(chip.name)}>
        {chip.text ?? 'unknown'}
      </Chip>
    ),
  )
}

/** All filters and columns in one form, which puts them in the address. */
export function FilterMenu({ filters, options, search, money }: FiltersProps & { money: boolean }) {
  const { key } = useLocation()
  return (
    <Popover
      align="end"
      variant="quiet"
      size="small"
      className="w-80 p-3"
      trigger={
        <>
          <ListFilter aria-hidden className="size-4" /> Filter and columns
        </>
      }
    >
      <Form key={key} method="get" action="/backlog" className="space-y-3">
        {['line', 'startWithin', 'sort', 'direction'].map((name) => {
          const value = search.get(name)
          return value === null ? null : (
            <input key={name} type="hidden" name={name} value={value} />
          )
        })}
        <Field id="filter-q" label="Words">
          <TextInput name="q" type="search" defaultValue={filters.q ?? ''} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Choice id="filter-area" name="area" label="Area" value={filters.area}>
            {options.areas.map((area) => [area.id, `${area.line}: ${area.name}`])}
          </Choice>
          <Choice id="filter-owner" name="owner" label="Owner" value={filters.owner}>
            {options.owners.map((owner) => [owner.id, owner.name])}
          </Choice>
          <Field id="filter-account" label="Account">
            <AccountBox
              id="filter-account"
              name="account"
              defaultValue={
                options.accountName === null ? '' : `${options.accountName} #${filters.account}`
              }
            />
          </Field>
          <Choice id="filter-segment" name="segment" label="Segment" value={filters.segment}>
            {options.segments.map((segment) => [segment, segment])}
          </Choice>
        </div>
        <FieldGroup id="filter-status" label="Status">
          <Boxes name="status" chosen={filters.status}>
            {ITEM_STATUSES.map((status) => [status, STATUS_WORDS[status]])}
          </Boxes>
        </FieldGroup>
        <FieldGroup id="filter-type" label="Type">
          <Boxes name="type" chosen={filters.type}>
            {ITEM_TYPES.map((type) => [type, TYPE_LABELS[type]])}
          </Boxes>
        </FieldGroup>
        <Checkbox
          id="filter-unestimated"
          name="unestimated"
          value="1"
          label="Only what is not estimated"
          defaultChecked={filters.unestimated !== null}
        />
        <FieldGroup id="filter-columns" label="Columns">
          <Boxes name="columns" chosen={filters.columns}>
            {BACKLOG_COLUMNS.filter((name) => money || !MONEY_COLUMNS.includes(name)).map(
              (name) => [name, COLUMNS[name].label],
            )}
          </Boxes>
        </FieldGroup>
        <Button variant="primary">Show</Button>
      </Form>
    </Popover>
  )
}

function Choice({
  id,
  name,
  label,
  value,
  children,
}: {
  id: string
  name: string
  label: string
  value: string | number | null
  children: (readonly [value: string | number, label: string])[]
}) {
  return (
    <Field id={id} label={label}>
      <Select name={name} defaultValue={value ?? ''} placeholder="Any">
        {children.map(([choice, word]) => (
          <option key={choice} value={choice}>
            {word}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Boxes({
  name,
  chosen,
  children,
}: {
  name: string
  chosen: readonly string[]
  children: (readonly [value: string, label: string])[]
}) {
  return (
    <div className="grid grid-cols-2 gap-1">
      {children.map(([value, word]) => (
        <Checkbox
          key={value}
          id={`${name}-${value}`}
          name={name}
          value={value}
          label={word}
          defaultChecked={chosen.includes(value)}
        />
      ))}
    </div>
  )
}
