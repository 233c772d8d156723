import { Form } from '@remix-run/react'
import { Check } from 'lucide-react'

import { TimeText } from '#app/components/date-text.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'
import { Button } from '#app/components/ui/button.tsx'
import type { SigningTeam } from '#db/constants.ts'

const SIDES = [
  ['cs', 'Customer Success'],
  ['product', 'Product'],
] as const

export type Signature = { team: SigningTeam; name: string; at: Date; why: string }

/** One side each for the two teams: who signed and when, or the one button of whoever may sign for it. */
export function Signatures({
  signatures,
  now,
  sign,
  closed = false,
}: {
  signatures: readonly Signature[]
  now: Date
  /** Which team the reader may sign for, the address that does it, and the text seen; null when not at all. */
  sign: { team: SigningTeam; action: string; version: number } | null
  /** The proposal is closed: nobody signs any more. */
  closed?: boolean
}) {
  return SIDES.map(([team, word]) => {
    const signed = signatures.find((signature) => signature.team === team)
    return (
      <div key={team} className="min-w-0 p-3">
        <p className="text-small text-muted">
          <TeamDot team={team} />
        </p>
        {signed ? (
          <>
            <p className="flex items-center gap-1.5 text-head font-strong">
              <span className="truncate">{signed.name}</span>
              <Check aria-hidden className="size-4 shrink-0 text-good" />
            </p>
            <p className="text-small text-muted">
              approved <TimeText at={signed.at} now={now} />
            </p>
            {signed.why ? (
              <p className="text-small wrap-anywhere text-muted">“{signed.why}”</p>
            ) : null}
          </>
        ) : sign?.team === team ? (
          <Form method="post" action={`${sign.action}?version=${sign.version}`} className="pt-1">
            <input type="hidden" name="version" value={sign.version} />
            <Field id="why" label="Why" aside="optional" className="mb-2">
              <TextInput name="reason" maxLength={500} />
            </Field>
            <Button variant="primary">Approve for {word}</Button>
          </Form>
        ) : closed ? (
          <p className="text-head font-strong text-muted">Not approved</p>
        ) : (
          <>
            <p className="text-head font-strong text-muted">Not yet</p>
            <p className="text-small text-muted">waits for a manager of {word}</p>
          </>
        )}
      </div>
    )
  })
}
