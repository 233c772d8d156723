import { unlinkRequest } from '#app/domain/triage/unlink-request.server.ts'
import { plainSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(plainSchema, unlinkRequest)

export default function UnlinkDecision() {
  return <DecisionPage />
}
