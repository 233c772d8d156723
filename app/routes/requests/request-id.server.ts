import type { LoaderFunctionArgs } from '@remix-run/node'

import { notFound } from '#app/domain/errors.ts'
import { recordId } from '#app/lib/fields.ts'

/** The request that the address names: `142`. Throws not_found for anything else. */
export function requestIdOf({ params }: Pick<LoaderFunctionArgs, 'params'>): number {
  const id = recordId.safeParse(params['id'])
  if (!id.success) throw notFound('This request')
  return id.data
}
