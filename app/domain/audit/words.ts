import { PARAMETERS } from '#app/domain/model/parameter-list.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

/** `plan_rates.set` as `plan rates set`. */
export function eventWords(name: string): string {
  return name.replace(/[._]/g, ' ')
}

/** `request 142` as `REQ-142`; others as `contract 7`. */
export function subjectWords(type: string, id: string): string {
  if (type === 'request') return requestKey(Number(id))
  if (type === 'item') return itemKey(Number(id))
  if (type === 'scores') return 'all scores'
  return `${type.replace(/_/g, ' ')} ${id}`
}

const PARAMETER_NAMES = new Map<string, string>(PARAMETERS.map(({ key, name }) => [key, name]))

/** The facts that came with an event, each as `words: value`; parameters of the model by their names. */
export function factsOf(
  data: Readonly<Record<string, unknown>>,
): { name: string; value: string }[] {
  return Object.entries(data).map(([key, value]) => ({
    name: PARAMETER_NAMES.get(key) ?? keyWords(key),
    value: valueWords(value),
  }))
}

function keyWords(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase()
}

/** A value of one of the lists in db/constants, such as `too_costly`. */
const CODE = /^[a-z]+(_[a-z]+)+$/

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (Array.isArray(value)) return value.map(valueWords).join(', ') || 'none'
  if (typeof value === 'object') {
    const facts = factsOf(value as Readonly<Record<string, unknown>>)
    return facts.map((fact) => `${fact.name} ${fact.value}`).join(', ') || 'none'
  }
  return typeof value === 'string' && CODE.test(value) ? value.replace(/_/g, ' ') : String(value)
}
