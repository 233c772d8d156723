import type { Context } from '#app/domain/context.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { versionField } from '#app/lib/fields.ts'

/** The proposal that a form is about to close, with the version of the text that the link to it was written beside. */
export async function proposalToClose(
  ctx: Pick<Context, 'db'>,
  param: string | undefined,
  request: Request,
) {
  const { id, number, line, state, version } = await getProfile(ctx, idParam(param, 'The profile'))
  const said = versionField.safeParse(new URL(request.url).searchParams.get('version'))
  return { id, number, line, state, version, seen: said.success ? said.data : version }
}
