import { parametersSchema, type ModelParameters } from '#app/domain/scoring/parameters.ts'

import { PARAMETERS, type ParameterKey } from './parameter-list.ts'

type Tree = { [name: string]: Tree | number | undefined }

/** The number that stands at a parameter's path. */
export function valueOf(parameters: ModelParameters, key: ParameterKey): number {
  let at: Tree | number | undefined = parameters
  for (const name of key.split('.')) at = typeof at === 'object' ? at[name] : undefined
  if (typeof at !== 'number') throw new RangeError(`The model has no ${key}`)
  return at
}

export type Values = Partial<Record<ParameterKey, number>>

/** The parameters with some values replaced. */
export function withValues(parameters: ModelParameters, values: Values): ModelParameters {
  const copy = structuredClone(parameters)
  for (const [key, value] of Object.entries(values)) place(copy, key.split('.'), value)
  return parametersSchema.parse(copy)
}

function place(tree: Tree, [name = '', ...below]: readonly string[], value: number): void {
  const branch = tree[name]
  if (below.length === 0) tree[name] = value
  else if (typeof branch === 'object') place(branch, below, value)
}

export type Difference = {
  key: ParameterKey
  name: string
  group: string
  from: number
  to: number
}

/** What of the model is different between two versions, in the order of the page. */
export function differences(before: ModelParameters, after: ModelParameters): Difference[] {
  return PARAMETERS.flatMap(({ key, name, group }) => {
    const [from, to] = [valueOf(before, key), valueOf(after, key)]
    return from === to ? [] : [{ key, name, group, from, to }]
  })
}
