import type { Mail } from '#app/domain/post.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'

type Asked = { to: string; name: string; line: string; closesOn: IsoDate; link: string }

/** A mail that asks somebody for their answers, when a poll opens. */
export function pollMail({ openedBy, ...asked }: Asked & { openedBy: string }): Mail {
  return {
    to: asked.to,
    subject: `Whom do we mean? Five minutes for ${asked.line}`,
    text: [
      `Hello ${asked.name},`,
      '',
      `${openedBy} asks Customer Success and Product which customers of ${asked.line} are ideal.`,
      'Everybody rates the same accounts, without seeing the others’ answers.',
      ...waysIn(asked),
    ].join('\n'),
  }
}

/** A mail to whoever has not finished yet. */
export function pollReminderMail(asked: Asked): Mail {
  return {
    to: asked.to,
    subject: `Your answers on ${asked.line} are still missing`,
    text: [
      `Hello ${asked.name},`,
      '',
      `the poll on the ideal customer of ${asked.line} waits for you. What you answered so far is kept.`,
      ...waysIn(asked),
    ].join('\n'),
  }
}

function waysIn({ closesOn, link }: Asked): string[] {
  return [
    '',
    'Answer here, on a phone too:',
    link,
    '',
    `It takes about five minutes and is open up to and including ${formatDay(closesOn)}.`,
  ]
}
