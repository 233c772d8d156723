import { notFound } from '#app/domain/errors.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** Any address that is none, inside the frame. */
export const loader = privateLoader('read', () => Promise.reject(notFound('This page')))

export default function Missing() {
  return null
}
