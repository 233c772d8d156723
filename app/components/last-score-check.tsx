import { TimeText } from '#app/components/date-text.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { checkText, foundAnything, type ScoreCheck } from '#app/domain/scoring/check/words.ts'

/** When the stored scores were last checked against the records, and what came of it. */
export function LastScoreCheck({
  last,
  now,
}: {
  last: { at: Date; check: ScoreCheck } | null
  now: Date
}) {
  if (last === null) {
    return (
      <p className="pb-4 text-muted">
        Every night all scores are computed again from the records. The first check is still to
        come.
      </p>
    )
  }
  const text = (
    <>
      All scores were last computed again from the records <TimeText at={last.at} now={now} />.{' '}
      {checkText(last.check)}
    </>
  )
  return foundAnything(last.check) ? (
    <Callout tone="watch" className="mb-4 max-w-prose">
      {text}
    </Callout>
  ) : (
    <p className="max-w-prose pb-4 text-muted">{text}</p>
  )
}
