import { fastLane } from '#app/domain/triage/fast-lane.server.ts'
import { fastLaneSchema } from '#app/domain/triage/schemas.ts'

import { decisionAction, decisionLoader } from './decision-action.server.ts'
import { DecisionPage } from './decision-page.tsx'

export const loader = decisionLoader

export const action = decisionAction(fastLaneSchema, fastLane)

export default function FastLaneDecision() {
  return <DecisionPage panel="fast-lane" />
}
