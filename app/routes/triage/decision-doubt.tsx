import { doubtEvidence } from '#app/domain/triage/doubt-evidence.server.ts'
import { doubtSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(doubtSchema, doubtEvidence)

export default function DoubtDecision() {
  return <DecisionPage panel="doubt" />
}
