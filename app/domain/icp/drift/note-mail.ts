import type { Mail } from '#app/domain/post.ts'
import { formatMonth, type IsoDate } from '#app/lib/dates.ts'

import { anythingToReview, type Verdict } from './verdicts.ts'

/** What the month's note says of each subject. */
export const SUBJECT_WORDS = {
  fit: 'Fit of the accounts',
  signings: 'New contracts',
  evidence: 'Evidence',
} as const

/** The month's note to a lead: what to review and where; two lines when there is nothing. Without any money. */
export function noteMail(note: {
  to: string
  name: string
  line: string
  version: number
  month: IsoDate
  verdicts: readonly Verdict[]
  link: string
}): Mail {
  const { to, name, line, version, month, verdicts, link } = note
  const profile = `the ideal customer profile of ${line}, version ${version}`
  const review = anythingToReview(verdicts)
  return {
    to,
    subject: `${formatMonth(month)}: ${review ? 'review' : 'nothing to review in'} the profile of ${line}`,
    text: (review
      ? [
          `Hello ${name},`,
          '',
          `this month there is something to review in ${profile}.`,
          ...verdicts.flatMap(({ about, text, advice }) => [
            '',
            `${SUBJECT_WORDS[about]}: ${text}`,
            ...(advice === '' ? [] : [advice]),
          ]),
          '',
          link,
        ]
      : [`This month there is nothing to review in ${profile}.`, link]
    ).join('\n'),
  }
}
