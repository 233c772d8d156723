import { useSearchParams } from '@remix-run/react'

import { UndoBar } from '#app/components/ui/undo-bar.tsx'
import type { UndoOffer } from '#app/domain/triage/find-undo.server.ts'

import { requestHref } from './pane-address.ts'

/** The decision just made, with its undo, which leads back to the request. */
export function OfferedUndo({ undo }: { undo: UndoOffer }) {
  const [search] = useSearchParams()
  return (
    <UndoBar
      key={undo.decisionId}
      action={`/decisions/${undo.decisionId}/undo`}
      fields={{ next: requestHref(undo.requestId, search) }}
      seconds={undo.seconds}
    >
      You {undo.what}
    </UndoBar>
  )
}
