import { continueImport } from '#app/domain/imports/steps.server.ts'

import { stepAction } from './start-step.server.ts'

/** `POST /imports/:id/continuation`: goes on with a step that a fault stopped. */
export const action = stepAction(continueImport)
