import { answerRequest } from '#app/domain/triage/answer-request.server.ts'
import { answerSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(answerSchema, answerRequest)

export default function AnswerDecision() {
  return <DecisionPage panel="answer" />
}
