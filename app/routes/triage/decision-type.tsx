import { retypeRequest } from '#app/domain/triage/retype-request.server.ts'
import { retypeSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(retypeSchema, retypeRequest)

export default function TypeDecision() {
  return <DecisionPage />
}
