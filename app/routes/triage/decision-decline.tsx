import { declineRequest } from '#app/domain/triage/decline-request.server.ts'
import { declineSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(declineSchema, declineRequest)

export default function DeclineDecision() {
  return <DecisionPage panel="decline" />
}
