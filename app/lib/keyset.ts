/** Where a page of a sorted list ends: the sort key of its last row as text, and the row's number to break ties. */
export type KeysetPlace = { key: string; id: number }

const SHAPE = /^(\d{1,10})\.([\s\S]*)$/

/** The place as one word of an address: `17.anadolu lojistik`. */
export function writePlace({ key, id }: KeysetPlace): string {
  return `${id}.${key}`
}

/** The place that `writePlace` wrote, or null when the text is none or its key is not of the given form. */
export function readPlace(text: string | null, keyForm: RegExp): KeysetPlace | null {
  const match = SHAPE.exec(text ?? '')
  const [, id, key] = match ?? []
  if (id === undefined || key === undefined || !keyForm.test(key)) return null
  const number = Number(id)
  return number <= 2_147_483_647 ? { key, id: number } : null
}
