import { notFound } from '#app/domain/errors.ts'

/** The record id of an address. Throws not_found for anything that cannot be one, so that no query sees it. */
export function idParam(text: string | undefined, what: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : Number.NaN
  if (!(id <= 2_147_483_647)) throw notFound(what)
  return id
}
