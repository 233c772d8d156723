import { useSearchParams } from '@remix-run/react'

import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Kbd, KbdOnAccent } from '#app/components/ui/kbd.tsx'
import { cx } from '#app/lib/class-names.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import type { UndoOffer } from '#app/domain/triage/find-undo.server.ts'
import { refusal, type RequestFacts } from '#app/domain/triage/rules.ts'

import { barActions, type BarAction } from './bar-actions.ts'
import { DecisionForm, type DecisionTarget } from './decision-form.tsx'
import { OfferedUndo } from './offered-undo.tsx'
import { decideHref } from './pane-address.ts'
import type { PanelName } from './panels.tsx'

type BarProps = {
  request: RequestFacts
  /** What the request resembles most; Enter links to it. */
  first: { id: number } | undefined
  undo: UndoOffer | null
  target: DecisionTarget
  /** The form that is open. */
  open: PanelName | null
}

/** The decisions, each with its key; at its end what was just decided, with its undo. */
export function DecisionBar({ request, first, undo, target, open }: BarProps) {
  const [route, words] = barActions(request)
  return (
    <div
      role="toolbar"
      aria-label="Decision"
      data-chrome=""
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-t bg-sunken py-3 pr-5 pl-6 max-md:px-4 md:min-h-bar"
    >
      <LinkToFirst request={request} first={first} target={target} />
      {route.map((action) => (
        <BarButton key={action.key} action={action} target={target} open={open} />
      ))}
      {route.length > 0 && words.length > 0 ? (
        <span aria-hidden className="mx-1 h-5 w-px bg-line-strong max-xl:hidden" />
      ) : null}
      {words.map((action) => (
        <BarButton key={action.key} action={action} target={target} open={open} />
      ))}
      <span className="ml-auto min-w-0">{undo ? <OfferedUndo undo={undo} /> : null}</span>
    </div>
  )
}

function LinkToFirst({ request, first, target }: Pick<BarProps, 'request' | 'first' | 'target'>) {
  if (!first || refusal('link', request) !== null) return null
  return (
    <DecisionForm target={target} noun="link" fields={{ itemId: first.id }}>
      <Button variant="primary" aria-keyshortcuts="Enter" className={LOOK}>
        Link to {itemKey(first.id)} <KbdOnAccent>↵</KbdOnAccent>
      </Button>
    </DecisionForm>
  )
}

const LOOK = 'h-8! touch:h-touch!'

function BarButton({
  action,
  target,
  open,
}: {
  action: BarAction
  target: DecisionTarget
  open: PanelName | null
}) {
  const [search] = useSearchParams()
  const inside = (
    <>
      {action.label} <Kbd>{action.key}</Kbd>
    </>
  )
  if ('noun' in action) {
    return (
      <DecisionForm target={target} noun={action.noun}>
        <Button className={LOOK} aria-keyshortcuts={action.key}>
          {inside}
        </Button>
      </DecisionForm>
    )
  }
  const isOpen = action.panel === open
  return (
    <ButtonLink
      to={decideHref(target.id, search, isOpen ? null : action.panel)}
      preventScrollReset
      aria-keyshortcuts={action.key}
      aria-current={isOpen || undefined}
      title={action.refused ?? undefined}
      className={cx(LOOK, 'aria-current:bg-selected', action.refused && 'text-muted!')}
    >
      {inside}
    </ButtonLink>
  )
}
