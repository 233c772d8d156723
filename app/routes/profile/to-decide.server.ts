import type { Context } from '#app/domain/context.ts'
import { getProfile, type Profile } from '#app/domain/icp/get-profile.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { versionField } from '#app/lib/fields.ts'

/** The proposal that a form is about to close, with the version of the text that the link to it was written beside. */
export async function proposalToDecide(
  ctx: Pick<Context, 'db'>,
  param: string | undefined,
  request: Request,
) {
  return asSeen(await getProfile(ctx, idParam(param, 'The profile')), request)
}

/** What a form on a proposal needs of it; `seen` is the version of the text that its address names. */
export function asSeen({ id, number, line, state, version }: Profile, request: Request) {
  const said = versionField.safeParse(new URL(request.url).searchParams.get('version'))
  return { id, number, line, state, version, seen: said.success ? said.data : version }
}
