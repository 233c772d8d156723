import { reopenRequest } from '#app/domain/triage/reopen-request.server.ts'
import { plainSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(plainSchema, reopenRequest)

export default function ReopenDecision() {
  return <DecisionPage />
}
