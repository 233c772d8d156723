export const ERROR_CODES = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'invalid',
  'limit',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * A refusal the product foresees, with a message fit for the person who caused it.
 * `field` names the input it belongs beside. Anything else that is thrown is a bug.
 */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly field: string | undefined

  constructor(code: ErrorCode, message: string, field?: string) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.field = field
  }
}

/** The record does not exist, or the reader may not know that it does. */
export function notFound(what: string): DomainError {
  return new DomainError('not_found', `${what} does not exist.`)
}

/** Somebody else changed the record since it was read. */
export function conflict(message: string): DomainError {
  return new DomainError('conflict', message)
}

/** The input breaks a rule of the product; `field` is where to say so. */
export function invalid(message: string, field?: string): DomainError {
  return new DomainError('invalid', message, field)
}
