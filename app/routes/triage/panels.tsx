import type { ComponentType } from 'react'

import { refusal, type TriageAction } from '#app/domain/triage/rules.ts'

import { AskForm, VerdictForms } from './commercial-forms.tsx'
import { DecisionForm, stay, type DecisionTarget } from './decision-form.tsx'
import type { Pane } from './load-pane.server.ts'
import { FastLanePanel } from './panel-fast-lane.tsx'
import { DecisionPanel } from './panel-form.tsx'
import { ItemPanel } from './panel-item.tsx'
import { MergePanel } from './panel-merge.tsx'
import { LinePanel } from './panel-place.tsx'
import { SettleForm } from './panel-settle.tsx'
import { SplitPanel } from './panel-split.tsx'
import { AnswerPanel, DeclinePanel, QuestionPanel } from './panel-words.tsx'
import { Button } from '#app/components/ui/button.tsx'

export type PanelProps = { target: DecisionTarget; pane: Pane }

type PanelSpec = { title: string; action: TriageAction; Form: ComponentType<PanelProps> }

/** The decisions that ask for something, by the last part of their address. */
const PANELS = {
  item: { title: 'New item', action: 'new_item', Form: ItemPanel },
  split: { title: 'Split', action: 'split', Form: SplitPanel },
  merge: { title: 'Merge', action: 'merge', Form: MergePanel },
  answer: { title: 'Answer', action: 'answer', Form: AnswerPanel },
  question: { title: 'Ask back', action: 'ask_back', Form: QuestionPanel },
  commercial: {
    title: 'Commercial decision',
    action: 'ask_commercial',
    Form: ({ target, pane }) => <AskForm target={target} people={pane.options.people} />,
  },
  verdict: {
    title: 'Commercial decision',
    action: 'decide_commercial',
    Form: ({ target, pane }) => (
      <VerdictForms target={stay(target)} currency={pane.options.baseCurrency} />
    ),
  },
  'fast-lane': { title: 'Fast lane', action: 'fast_lane', Form: FastLanePanel },
  decline: { title: 'Decline', action: 'decline', Form: DeclinePanel },
  line: { title: 'Move', action: 'move', Form: LinePanel },
  settlement: {
    title: 'Settle the importance',
    action: 'settle',
    Form: ({ target, pane: { request } }) => (
      <SettleForm target={target} importance={request.settledImportance ?? request.importance} />
    ),
  },
} satisfies Record<string, PanelSpec>

export type PanelName = keyof typeof PANELS

/** The form named in an address, if it names one. */
export function panelNamed(name: string | null): PanelName | null {
  return name !== null && Object.hasOwn(PANELS, name) ? (name as PanelName) : null
}

/** A decision's form, or why the decision is not open. */
export function OpenPanel({ name, target, pane }: PanelProps & { name: PanelName }) {
  const { title, action, Form }: PanelSpec = PANELS[name]
  const refused = refusal(action, pane.request)
  return (
    <DecisionPanel key={name} id={target.id} title={title}>
      {refused ? (
        <Refused name={name} why={refused} target={target} pane={pane} />
      ) : (
        <Form target={target} pane={pane} />
      )}
    </DecisionPanel>
  )
}

/** Says why, and offers the way there where it is one press away. */
function Refused({ name, why, target, pane }: PanelProps & { name: PanelName; why: string }) {
  const open = pane.request.state === 'new' || pane.request.state === 'waiting'
  return (
    <>
      <p className="text-muted">{why}</p>
      {name === 'answer' && open ? (
        <DecisionForm
          target={{ ...target, next: withPanel(target.here, 'answer') }}
          noun="type"
          fields={{ type: 'question' }}
          className="mt-3"
        >
          <Button>Make it a question</Button>
        </DecisionForm>
      ) : null}
    </>
  )
}

const withPanel = (href: string, name: PanelName) =>
  `${href}${href.includes('?') ? '&' : '?'}decide=${name}`
