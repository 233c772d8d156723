import { linkToNewItem } from '#app/domain/triage/link-to-new-item.server.ts'
import { newItemOfRequestSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(newItemOfRequestSchema, linkToNewItem)

export default function ItemDecision() {
  return <DecisionPage panel="item" />
}
