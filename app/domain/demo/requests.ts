import type { Random } from '#app/lib/random.ts'
import type { Importance } from '#db/constants.ts'

import type { AccountPlan } from './account-plan.ts'
import { ASK_BACKS } from './questions.ts'
import { COMMERCIAL_WORDS } from './refusals.ts'
import type { RequestPlan } from './request-plan.ts'
import { RequestWriter } from './request-writer.ts'
import { endOf, THEMES } from './themes.ts'

/** How many requests there are in the end, parts of split ones included. */
export const REQUESTS = 400

/** What is still in the inbox: how many working days before now it came in, and how much it matters. Some is overdue. */
const INBOX: ReadonlyArray<readonly [ago: number, importance: Importance]> = [
  [0.05, 'major'],
  [0.18, 'critical'],
  [0.4, 'minor'],
  [0.7, 'blocker'],
  [0.9, 'major'],
  [1.2, 'major'],
  [1.6, 'minor'],
  [1.9, 'major'],
  [2.3, 'blocker'],
  [2.7, 'major'],
  [3.1, 'minor'],
  [3.6, 'critical'],
  [4.3, 'critical'],
  [4.9, 'minor'],
  [5.6, 'major'],
  [6.4, 'major'],
  [7.3, 'major'],
]
const INBOX_QUESTIONS = [0.3, 2.1] as const
const WAITING = [1.8, 2.6, 3.9, 5.2, 8.1] as const
const COMMERCIAL = [1.1, 2.4, 4.6, 6.7] as const
const REFUSED = 18

/** Every request of the demo company, the oldest first. */
export function planRequests(random: Random, accounts: readonly AccountPlan[]): RequestPlan[] {
  const writer = new RequestWriter(random, accounts)
  for (const theme of THEMES) writer.addForItem(theme)
  writer.addDuplicates()
  writer.addSplits()
  const open = THEMES.filter((theme) => endOf(theme) === null && theme.asks > 2 && theme.since > 30)
  const offer = () => random.weigh(open.map((theme) => [theme, theme.asks] as const))
  INBOX.forEach(([ago, importance], index) => writer.addToInbox(offer(), ago, importance, index))
  INBOX_QUESTIONS.forEach((ago, index) => writer.addQuestion(index * 5, ago))
  for (const ago of WAITING) {
    const { question } = random.pick(ASK_BACKS)
    writer.addOpen(offer(), ago, { kind: 'waiting', ago: ago * 0.6, question })
  }
  for (const ago of COMMERCIAL) {
    const words = random.pick(COMMERCIAL_WORDS.ask)
    writer.addOpen(offer(), ago, { kind: 'commercial', ago: ago * 0.6, words }, 'change_request')
  }
  for (let n = 0; n < REFUSED; n++) writer.addRefused(n)
  for (let n = 0; writer.count < REQUESTS; n++) writer.addQuestion(n)
  return writer.plans.sort((a, b) => b.ago - a.ago)
}
