import { redirect } from '@remix-run/node'

import type { Context } from '#app/domain/context.ts'
import { DomainError } from '#app/domain/errors.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'

/** An action of one button on an import. Whoever comes second is led to the import, which shows how far it is. */
export function stepAction(
  step: (ctx: Context, importId: number) => Promise<void>,
  target = (importId: number) => `/imports/${importId}`,
) {
  return privateAction('import.run', async (ctx, { params }) => {
    const importId = idParam(params.id, 'This import')
    try {
      await step(ctx, importId)
      return redirect(target(importId))
    } catch (error) {
      if (error instanceof DomainError && error.code === 'conflict') {
        return redirect(`/imports/${importId}`)
      }
      throw error
    }
  })
}
