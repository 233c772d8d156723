/** `1 account`, `3 accounts`: so many, with the word for it. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
