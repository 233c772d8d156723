export const ERROR_CODES = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'invalid',
  'limit',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Messages by the input that they belong beside. */
type FieldMessages = Readonly<Record<string, string[]>>

/**
 * A refusal the product foresees, with a message fit for the person who caused it.
 * `fields` has what to say beside which input. Anything else that is thrown is a bug.
 */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldMessages

  constructor(code: ErrorCode, message: string, fields: FieldMessages = {}) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.fields = fields
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
  return new DomainError('invalid', message, field === undefined ? {} : { [field]: [message] })
}

/** Several inputs break rules; each message is beside its own. */
export function invalidFields(fields: FieldMessages): DomainError {
  return new DomainError('invalid', Object.values(fields).flat().join(' '), fields)
}
