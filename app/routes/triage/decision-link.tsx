import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { linkSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(linkSchema, linkToItem)

export default function LinkDecision() {
  return <DecisionPage />
}
