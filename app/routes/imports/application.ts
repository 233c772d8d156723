import { applyImport } from '#app/domain/imports/steps.server.ts'
import { leadsTo } from '#app/http/route.server.ts'

import { stepAction } from './start-step.server.ts'

export const loader = leadsTo('read', ({ id }) => `/imports/${id}`)

/** `POST /imports/:id/application` */
export const action = stepAction(applyImport)

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
