/** Requests in these states still wait for something, so somebody has to look after them. */
export const OPEN_REQUEST_STATES = ['new', 'waiting', 'commercial', 'linked'] as const
