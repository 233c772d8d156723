import { discardImport } from '#app/domain/imports/steps.server.ts'

import { stepAction } from './start-step.server.ts'

/** `POST /imports/:id/deletion`: forgets an import that was never applied. */
export const action = stepAction(discardImport, () => '/imports')
