import type { RequestHandler } from 'express'

/** Bytes of a form; ten times the longest text there is, in its widest encoding. */
export const LARGEST_FORM = 4 * 1024 * 1024

/** Uploads are counted where they are streamed. */
const UPLOADS = /^\/imports(\/|$|\.data$)/

/** Whether a write is too large, or does not say how large it is, so that reading it could fill the memory. */
export function isTooLarge(path: string, type: string | undefined, length: string | undefined) {
  if (type?.startsWith('multipart/form-data') && UPLOADS.test(path)) return false
  return length === undefined || !(Number(length) <= LARGEST_FORM)
}

/** Refuses a body that no form of ours can have, before anything reads it. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  const empty = request.get('content-length') === undefined && !request.get('transfer-encoding')
  if (
    empty ||
    !isTooLarge(request.path, request.get('content-type'), request.get('content-length'))
  ) {
    return next()
  }
  response
    .status(413)
    .set('Connection', 'close')
    .type('text/plain')
    .send('This is more than a form can hold (4 MB). Go back, shorten the text and send it again.')
}
