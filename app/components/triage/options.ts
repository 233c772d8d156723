import {
  COST_SIZES,
  DECLINE_REASONS,
  IMPORTANCES,
  ITEM_TYPES,
  REQUEST_TYPES,
} from '#db/constants.ts'
import {
  DECLINE_LABELS,
  IMPORTANCE_DEFINITIONS,
  IMPORTANCE_LABELS,
  TYPE_LABELS,
} from '#app/domain/requests/labels.ts'

/** What the forms of triage let one choose from, with the words beside each value. */
export const IMPORTANCE_OPTIONS = IMPORTANCES.map((value) => ({
  value,
  label: IMPORTANCE_LABELS[value],
  definition: IMPORTANCE_DEFINITIONS[value],
}))

export const REQUEST_TYPE_OPTIONS = REQUEST_TYPES.map((value) => ({
  value,
  label: TYPE_LABELS[value],
}))

export const ITEM_TYPE_OPTIONS = ITEM_TYPES.map((value) => ({ value, label: TYPE_LABELS[value] }))

export const DECLINE_OPTIONS = DECLINE_REASONS.map((value) => ({
  value,
  label: DECLINE_LABELS[value],
}))

export const COST_SIZE_OPTIONS = COST_SIZES.map((value) => ({ value, label: value }))
