/** How a connection fails when its server is starting, stopping or gone. */
const GONE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P02',
  '57P03',
]

/** Whether something failed because the server does not answer, or no longer or not yet. */
export function isGone(error: unknown): error is Error {
  return GONE.includes(codeOf(error))
}

/** Whether the disk is full: this process's, or the server's. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', '53100'].includes(codeOf(error))
}

/** The code of Node, of the driver or of PostgreSQL; of a query it is that of its cause. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}
