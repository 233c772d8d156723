import { applyImport } from '#app/domain/imports/steps.server.ts'

import { stepAction } from './start-step.server.ts'

/** `POST /imports/:id/application` */
export const action = stepAction(applyImport)
