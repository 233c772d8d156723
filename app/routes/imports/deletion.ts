import { discardImport } from '#app/domain/imports/steps.server.ts'
import { leadsTo } from '#app/http/route.server.ts'

import { stepAction } from './start-step.server.ts'

export const loader = leadsTo('read', ({ id }) => `/imports/${id}`)

/** `POST /imports/:id/deletion`: forgets an import that was never applied. */
export const action = stepAction(discardImport, () => '/imports')

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
