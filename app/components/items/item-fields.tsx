import type { ComponentProps } from 'react'

import { SelectField, TextAreaField, TextField } from '#app/components/forms/fields.tsx'

import { LANE_OPTIONS, placeOptions, TYPE_OPTIONS, type ItemPlaces } from './options.ts'

type AnyField = ComponentProps<typeof TextField>['field']
type Name = 'title' | 'description' | 'type' | 'productLineId' | 'areaId' | 'ownerId' | 'lane'

/** What an item is: its words, its place, its owner, and how it competes. */
export function ItemFields({
  fields,
  places,
}: {
  fields: Readonly<Record<Name, AnyField>>
  places: ItemPlaces
}) {
  const options = placeOptions(places)
  return (
    <div className="space-y-4">
      <TextField field={fields.title} label="Title" />
      <TextAreaField
        field={fields.description}
        label="Description"
        aside="optional"
        hint="The need, not the solution: what customers cannot do today."
        rows={5}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField field={fields.type} label="Type" options={TYPE_OPTIONS} placeholder="Choose" />
        <SelectField
          field={fields.ownerId}
          label="Owner"
          aside="optional"
          options={options.owners}
          placeholder="Nobody yet"
        />
        <SelectField
          field={fields.productLineId}
          label="Product line"
          options={options.lines}
          placeholder="Choose"
        />
        <SelectField
          field={fields.areaId}
          label="Area"
          aside="optional"
          options={options.areas}
          placeholder="None"
        />
      </div>
      <SelectField
        field={fields.lane}
        label="Lane"
        options={LANE_OPTIONS}
        hint="Security, compliance and technical debt have a reserved lane: shown apart, and never ranked down by ARR."
      />
    </div>
  )
}
