import { CONFIDENCE_LABELS, LANE_LABELS } from '#app/domain/items/words.ts'
import { TYPE_LABELS } from '#app/domain/requests/labels.ts'
import { CONFIDENCES, ITEM_TYPES, LANES } from '#db/constants.ts'

/** What the forms of an item let one choose from, with the words for each. */
export const TYPE_OPTIONS = ITEM_TYPES.map((value) => ({ value, label: TYPE_LABELS[value] }))

export const LANE_OPTIONS = LANES.map((value) => ({ value, label: LANE_LABELS[value] }))

export const CONFIDENCE_OPTIONS = CONFIDENCES.map((value) => ({
  value,
  label: CONFIDENCE_LABELS[value],
}))

/** Where an item can be, and whose it can be. */
export type ItemPlaces = {
  lines: readonly { id: number; name: string; areas: readonly { id: number; name: string }[] }[]
  owners: readonly { id: number; name: string }[]
}

const toOption = ({ id, name }: { id: number; name: string }) => ({ value: id, label: name })

/** Lines, areas (with their line where there are several) and owners to choose from. */
export function placeOptions({ lines, owners }: ItemPlaces) {
  return {
    lines: lines.map(toOption),
    areas: lines.flatMap((line) =>
      line.areas.map(({ id, name }) => ({
        value: id,
        label: lines.length > 1 ? `${line.name}: ${name}` : name,
      })),
    ),
    owners: owners.map(toOption),
  }
}
