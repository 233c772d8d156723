import { expect, test } from 'vitest'

import { noteMail } from '#app/domain/icp/drift/note-mail.ts'
import type { Verdict } from '#app/domain/icp/drift/verdicts.ts'

const steady: Verdict = { about: 'fit', state: 'steady', text: 'The fit is steady.', advice: '' }
const note = {
  ...{ to: 'mina@example.com', name: 'Mina', line: 'Platform', version: 3, month: '2026-02-01' },
  link: 'https://causeway.example/profiles/7/drift',
}

test('is two lines when there is nothing to review', () => {
  expect(noteMail({ ...note, verdicts: [steady] })).toEqual({
    to: 'mina@example.com',
    subject: 'February 2026: nothing to review in the profile of Platform',
    text: [
      'This month there is nothing to review in the ideal customer profile of Platform, version 3.',
      'https://causeway.example/profiles/7/drift',
    ].join('\n'),
  })
})

test('says what to review and what to do about it', () => {
  const turned: Verdict = {
    ...{ about: 'evidence', state: 'review' },
    text: 'The evidence has turned.',
    advice: 'Read the evidence.',
  }
  const { subject, text } = noteMail({ ...note, verdicts: [steady, turned] })
  expect(subject).toBe('February 2026: review the profile of Platform')
  expect(text).toBe(
    [
      'Hello Mina,',
      '',
      'this month there is something to review in the ideal customer profile of Platform, version 3.',
      '',
      'Fit of the accounts: The fit is steady.',
      '',
      'Evidence: The evidence has turned.',
      'Read the evidence.',
      '',
      'https://causeway.example/profiles/7/drift',
    ].join('\n'),
  )
})
