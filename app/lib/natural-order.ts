const PARTS = /^(.*?)(\d*)$/s

function split(id: string): [prefix: string, number: number] {
  const [, prefix = '', digits = ''] = PARTS.exec(id) ?? []
  return [prefix, digits === '' ? -1 : Number(digits)]
}

const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Total order of ids in which `X2` comes before `X10`, and `9` before `10`, the same on every machine. */
export function compareIds(a: string, b: string): number {
  const [prefixA, numberA] = split(a)
  const [prefixB, numberB] = split(b)
  return byCodePoint(prefixA, prefixB) || numberA - numberB || byCodePoint(a, b)
}
