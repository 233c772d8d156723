import { undoImport } from '#app/domain/imports/steps.server.ts'

import { stepAction } from './start-step.server.ts'

/** `POST /imports/:id/undo` */
export const action = stepAction(undoImport)
