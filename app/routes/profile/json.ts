import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { profileDocument } from '#app/domain/icp/profile-document.ts'
import { jsonFile } from '#app/http/json-file.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** `GET /profiles/:id/profile.json`: one version for other tools; no money and no accounts. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  return jsonFile(`${profile.lineSlug}-profile-${profile.number}.json`, profileDocument(profile))
})
