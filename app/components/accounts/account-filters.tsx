import { Form, useLocation } from '@remix-run/react'
import { ListFilter } from 'lucide-react'

import { Button } from '#app/components/ui/button.tsx'
import { Chip } from '#app/components/ui/chip.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Checkbox, Select } from '#app/components/ui/inputs.tsx'
import { Popover } from '#app/components/ui/popover.tsx'
import { FILTER_NAMES, type AccountFilter } from '#app/domain/accounts/list-filter.ts'
import type { AccountWords } from '#app/domain/accounts/account-list.ts'
import { changeParams } from '#app/lib/search-params.ts'
import { HEALTH_COLOURS, LIFECYCLES } from '#db/constants.ts'

import { HEALTH_WORDS, LIFECYCLE_WORDS } from './words.ts'

type Owners = readonly { id: number; name: string }[]
type Props = { filter: AccountFilter; owners: Owners; search: URLSearchParams }

const LABELS: Readonly<Record<(typeof FILTER_NAMES)[number], string>> = {
  q: 'Search',
  owner: 'Owner',
  lifecycle: 'Lifecycle',
  health: 'Health',
  segment: 'Segment',
  region: 'Region',
  industry: 'Industry',
  archived: 'Archived',
}

function valueWords(filter: AccountFilter, name: keyof typeof LABELS, owners: Owners): string {
  if (name === 'owner') {
    if (filter.owner === 'me') return 'me'
    if (filter.owner === 'none') return 'nobody'
    return owners.find(({ id }) => id === filter.owner)?.name ?? 'unknown'
  }
  if (name === 'lifecycle' && filter.lifecycle) return LIFECYCLE_WORDS[filter.lifecycle]
  if (name === 'health' && filter.health) return HEALTH_WORDS[filter.health]
  return filter[name] ?? ''
}

/** The filters in force, each with the link that takes it off. */
export function AccountChips({ filter, owners, search }: Props) {
  return FILTER_NAMES.filter((name) => filter[name] !== undefined).map((name) => (
    <Chip
      key={name}
      label={LABELS[name]}
      removeHref={`/accounts${changeParams(search, { [name]: null, after: null, before: null })}`}
    >
      {valueWords(filter, name, owners)}
    </Chip>
  ))
}

/** All filters in one form, which puts them in the address. */
export function AccountFilterMenu({
  filter,
  owners,
  words,
  search,
}: Props & { words: AccountWords }) {
  const { key } = useLocation()
  return (
    <Popover
      align="end"
      variant="quiet"
      size="small"
      className="w-72 p-3"
      trigger={
        <>
          <ListFilter aria-hidden className="size-4" /> Filter
        </>
      }
    >
      <Form key={key} method="get" action="/accounts" className="space-y-3">
        {['q', 'line', 'sort', 'dir'].map((name) => {
          const value = search.get(name)
          return value === null ? null : (
            <input key={name} type="hidden" name={name} value={value} />
          )
        })}
        <Choice name="owner" value={filter.owner}>
          {[['me', 'Me'], ['none', 'Nobody'], ...owners.map(({ id, name }) => [id, name] as const)]}
        </Choice>
        <Choice name="lifecycle" value={filter.lifecycle}>
          {LIFECYCLES.map((lifecycle) => [lifecycle, LIFECYCLE_WORDS[lifecycle]])}
        </Choice>
        <Choice name="health" value={filter.health}>
          {[...HEALTH_COLOURS, 'unknown' as const].map((health) => [health, HEALTH_WORDS[health]])}
        </Choice>
        <Choice name="segment" value={filter.segment}>
          {words.segments.map((word) => [word, word])}
        </Choice>
        <Choice name="region" value={filter.region}>
          {words.regions.map((word) => [word, word])}
        </Choice>
        <Choice name="industry" value={filter.industry}>
          {words.industries.map((word) => [word, word])}
        </Choice>
        <Checkbox
          id="filter-archived"
          name="archived"
          value="yes"
          label="Archived ones"
          defaultChecked={filter.archived === 'yes'}
        />
        <Button variant="primary">Show</Button>
      </Form>
    </Popover>
  )
}

function Choice({
  name,
  value,
  children,
}: {
  name: keyof typeof LABELS
  value: string | number | undefined
  children: ReadonlyArray<readonly [value: string | number, label: string]>
}) {
  return (
    <Field id={`filter-${name}`} label={LABELS[name]}>
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
