import { confirmSameAs } from '#app/domain/triage/link-to-item.server.ts'
import { plainSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(plainSchema, confirmSameAs)

export default function SameAsDecision() {
  return <DecisionPage />
}
