import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'

import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select, TextInput } from '#app/components/ui/inputs.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { listActors, listEventNames, listEvents } from '#app/domain/audit/list-events.server.ts'
import { auditSchema } from '#app/domain/audit/schemas.ts'
import { eventWords } from '#app/domain/audit/words.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { EventTable } from './event-table.tsx'

export const meta: MetaFunction = () => [{ title: 'Audit log · Causeway' }]

export const loader = privateLoader('audit.read', async (ctx, { request }) => {
  const { searchParams } = new URL(request.url)
  const filters = auditSchema.parse(Object.fromEntries(searchParams))
  const [page, names, actors] = await Promise.all([
    listEvents(ctx, filters),
    listEventNames(ctx),
    listActors(ctx),
  ])
  const { who, what, from, to } = filters
  return {
    ...page,
    names,
    actors,
    filters: { who, what, from, to },
    later: filters.before !== undefined,
  }
})

export default function Audit() {
  const { rows, before, names, actors, filters, later } = useLoaderData<typeof loader>()
  const kept = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  const here = new URLSearchParams(kept)
  const older = before ? `?${new URLSearchParams([...kept, ['before', before]])}` : null
  return (
    <ListScreen
      header={<PageHeader title="Audit log" />}
      toolbar={<Filters key={here.toString()} {...{ names, actors, filters }} />}
      footer={
        <Pagination nextHref={older} previousHref={later ? `?${here}` : null}>
          {later ? 'Older entries' : 'Newest entries first'}
        </Pagination>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="Nothing happened here">
          {kept.length > 0 ? 'Take off a filter to see more.' : 'What people do is written here.'}
        </EmptyState>
      ) : (
        <EventTable rows={rows} />
      )}
    </ListScreen>
  )
}

type FilterProps = {
  names: readonly string[]
  actors: readonly { id: number; name: string }[]
  filters: { who?: number; what?: string; from?: string; to?: string }
}

function Filters({ names, actors, filters }: FilterProps) {
  return (
    <Form
      method="get"
      className="grid w-full grid-cols-2 items-end gap-2 py-1.5 md:flex md:flex-wrap md:items-center"
    >
      <Field id="who" label="Who" hideLabel>
        <Select name="who" placeholder="Anybody" defaultValue={filters.who} className="md:w-44">
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="what" label="What" hideLabel>
        <Select name="what" placeholder="Anything" defaultValue={filters.what} className="md:w-48">
          {names.map((name) => (
            <option key={name} value={name}>
              {eventWords(name)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        id="from"
        label="From"
        className="md:flex md:items-center md:gap-1.5 md:[&_label]:mb-0"
      >
        <TextInput type="date" name="from" defaultValue={filters.from} className="md:w-36" />
      </Field>
      <Field id="to" label="To" className="md:flex md:items-center md:gap-1.5 md:[&_label]:mb-0">
        <TextInput type="date" name="to" defaultValue={filters.to} className="md:w-36" />
      </Field>
      <Button>Filter</Button>
      <ButtonLink to="/audit" variant="quiet">
        Clear
      </ButtonLink>
    </Form>
  )
}
