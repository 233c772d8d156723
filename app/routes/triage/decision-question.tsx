import { askBack } from '#app/domain/triage/ask-back.server.ts'
import { askBackSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(askBackSchema, askBack)

export default function QuestionDecision() {
  return <DecisionPage panel="question" />
}
