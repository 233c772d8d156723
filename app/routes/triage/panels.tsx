import { useState, type ComponentType } from 'react'

import { useKeptOpen } from '#app/components/forms/use-kept-open.ts'
import { Button } from '#app/components/ui/button.tsx'
import { refusal, type TriageAction } from '#app/domain/triage/rules.ts'
import { relativeTime } from '#app/lib/dates.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { AskForm, VerdictForms } from './commercial-forms.tsx'
import { DecisionForm, stay, type DecisionTarget } from './decision-form.tsx'
import type { Pane } from './load-pane.server.ts'
import { DoubtPanel } from './panel-doubt.tsx'
import { FastLanePanel } from './panel-fast-lane.tsx'
import { DecisionPanel } from './panel-form.tsx'
import { ItemPanel } from './panel-item.tsx'
import { MergePanel } from './panel-merge.tsx'
import { LinePanel } from './panel-place.tsx'
import { SettleForm } from './panel-settle.tsx'
import { SplitPanel } from './panel-split.tsx'
import { AnswerPanel, DeclinePanel, QuestionPanel } from './panel-words.tsx'
import { wayTo } from './way-to.ts'

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
  doubt: {
    title: 'Evidence not convincing',
    action: 'evidence',
    Form: ({ target }) => <DoubtPanel target={stay(target)} />,
  },
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

/** A decision's form, or why the decision is not open. A form that was open stays, with the reason above it. */
export function OpenPanel({ name, target, pane }: PanelProps & { name: PanelName }) {
  return (
    <DecisionPanel key={name} id={target.id} title={PANELS[name].title}>
      <PanelBody name={name} target={target} pane={pane} />
    </DecisionPanel>
  )
}

function PanelBody({ name, target, pane }: PanelProps & { name: PanelName }) {
  const { action, Form }: PanelSpec = PANELS[name]
  const refused = refusal(action, pane.request)
  const kept = useKeptOpen(refused === null, Boolean(target.result))
  const news = useMeanwhile(pane)
  return (
    <>
      {refused ? <Refused name={name} why={refused} target={target} pane={pane} /> : null}
      {kept ? <Form target={{ ...target, ...news }} pane={pane} /> : null}
    </>
  )
}

/** Up to which version the person knows the request, and what somebody else did to it since. */
function useMeanwhile({
  request,
  undo,
  history,
  now,
}: Pane): Pick<DecisionTarget, 'known' | 'meanwhile'> {
  const [known, setKnown] = useState(request.version)
  const own = undo?.requestId === request.id
  if (own && known !== request.version) setKnown(request.version)
  if (own || known === request.version) return { known, meanwhile: null }
  const last = history.at(-1)
  const deed =
    last && !last.undone
      ? `${last.by ?? 'Causeway'} ${last.what} ${relativeTime(last.at, now)}`
      : `${requestKey(request.id)} was changed since you opened it`
  return { known, meanwhile: `${deed}. What you wrote is still here.` }
}

/** Says why, and offers the way there where it is one press away; the form stays open on it. */
function Refused({ name, why, target, pane }: PanelProps & { name: PanelName; why: string }) {
  // Without JavaScript the press would leave the page, and what is typed on it.
  const way = target.result ? null : wayTo(name, pane.request)
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 last:mb-0">
      <p className="text-muted">{why}</p>
      {way ? (
        <DecisionForm
          target={{ ...target, next: withPanel(target.here, name) }}
          noun={way.noun}
          fields={way.fields}
        >
          <Button size="small">{way.label}</Button>
        </DecisionForm>
      ) : null}
    </div>
  )
}

const withPanel = (href: string, name: PanelName) =>
  `${href}${href.includes('?') ? '&' : '?'}decide=${name}`
