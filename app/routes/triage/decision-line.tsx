import { moveRequest } from '#app/domain/triage/move-request.server.ts'
import { moveSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(moveSchema, moveRequest)

export default function LineDecision() {
  return <DecisionPage panel="line" />
}
