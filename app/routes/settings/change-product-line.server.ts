import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'

import type { PersonContext } from '#app/auth/guards.server.ts'
import {
  addArea,
  archiveArea,
  renameArea,
  restoreArea,
} from '#app/domain/organisation/areas.server.ts'
import {
  archiveProductLine,
  renameProductLine,
  restoreProductLine,
} from '#app/domain/organisation/product-lines.server.ts'
import {
  areaSchema,
  newAreaSchema,
  productLineSchema,
  renameAreaSchema,
  renameProductLineSchema,
} from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'

/** Runs the form of a product line's page that `intent` names, and shows the page again. */
export async function changeProductLine(ctx: PersonContext, request: Request, lineId: string) {
  const body = await request.formData()
  switch (body.get('intent')) {
    case 'rename':
      return run(renameProductLineSchema, (input) => renameProductLine(ctx, input))
    case 'archive':
      return run(productLineSchema, (input) => archiveProductLine(ctx, input))
    case 'restore':
      return run(productLineSchema, (input) => restoreProductLine(ctx, input))
    case 'add-area':
      return run(newAreaSchema, (input) => addArea(ctx, input))
    case 'rename-area':
      return run(renameAreaSchema, (input) => renameArea(ctx, input))
    case 'archive-area':
      return run(areaSchema, (input) => archiveArea(ctx, input))
    case 'restore-area':
      return run(areaSchema, (input) => restoreArea(ctx, input))
    default:
      throw data('There is no such form.', { status: 400 })
  }

  function run<Schema extends z.ZodType>(
    schema: Schema,
    command: (input: z.output<Schema>) => Promise<unknown>,
  ) {
    return handleForm(body, schema, async (input) => {
      await command(input)
      return redirect(`/settings/product-lines/${lineId}`)
    })
  }
}
