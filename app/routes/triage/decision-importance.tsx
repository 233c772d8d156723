import { setProductImportance } from '#app/domain/triage/set-product-importance.server.ts'
import { importanceSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(importanceSchema, setProductImportance)

export default function ImportanceDecision() {
  return <DecisionPage />
}
