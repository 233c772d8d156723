import { mergeDuplicate } from '#app/domain/triage/merge-duplicate.server.ts'
import { mergeSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(mergeSchema, mergeDuplicate)

export default function MergeDecision() {
  return <DecisionPage panel="merge" />
}
