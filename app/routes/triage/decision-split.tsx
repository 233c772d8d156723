import { splitRequest } from '#app/domain/triage/split-request.server.ts'
import { splitSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(splitSchema, splitRequest)

export default function SplitDecision() {
  return <DecisionPage panel="split" />
}
