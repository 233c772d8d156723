import { groupBy } from '#app/lib/group-by.ts'
import type { Random } from '#app/lib/random.ts'
import type { Importance, RequestType } from '#db/constants.ts'

import type { AccountPlan } from './account-plan.ts'
import { AREAS, type AreaKey } from './company.ts'
import { BEGAN } from './contracts.ts'
import { planCourse } from './courses.ts'
import { CSMS, PMS_OF, type Pm } from './people.ts'
import { QUESTIONS } from './questions.ts'
import { COMMERCIAL_WORDS, REFUSALS } from './refusals.ts'
import type { Course, RequestPlan } from './request-plan.ts'
import type { Theme } from './theme.ts'
import { endOf, MERGE, themeOf } from './themes.ts'
import { planOutcome, planViews, type End } from './views.ts'
import { drawDetails, drawImportance, wordNeed, wordQuestion } from './wording.ts'

const DUPLICATES = 14

type Draft = {
  key: string
  area: AreaKey
  ago: number
  account: AccountPlan
  body: string
  type: RequestType
  importance: Importance
  pm?: Pm | null
  sameAs?: string
}

/** Draws the requests one after the other; no account asks twice for the same. */
export class RequestWriter {
  readonly plans: RequestPlan[] = []
  private readonly askers = new Map<string, Set<string>>()

  constructor(
    private readonly random: Random,
    private readonly accounts: readonly AccountPlan[],
  ) {}

  /** Requests that there will be: a split one makes a second. */
  get count(): number {
    return this.plans.length + this.plans.filter(({ course }) => course.kind === 'split').length
  }

  addForItem(theme: Theme): void {
    const { random } = this
    const end = endOf(theme)
    const until = theme.key === MERGE.from ? MERGE.ago : (end?.ago ?? 0)
    const first = theme.asks > 0 && theme.lane === undefined && random.chance(0.6)
    for (let n = 0; n < theme.asks; n++) {
      const makes = first && n === 0
      const latest = Math.max(until + 1.5, 2.6)
      const ago = makes
        ? theme.since + random.int(1, 4)
        : latest + (theme.since - 0.5 - latest) * random.next()
      const draft = this.draftFor(theme, `${theme.key}-${n}`, ago)
      const course = planCourse(random, { ...draft, theme, end: until, makes })
      const same = course.kind === 'item' && course.how === 'same_as'
      this.add(same ? { ...draft, sameAs: theme.key } : draft, course, end)
    }
  }

  /** The same customer asks again for what it asked for. */
  addDuplicates(): void {
    const { random } = this
    const linked = this.plans.filter(
      ({ course, ago }) =>
        course.kind === 'item' &&
        course.how !== 'new_item' &&
        endOf(themeOf(course.theme)) === null &&
        ago > 20 &&
        course.ago > 12,
    )
    for (const [n, earlier] of random.shuffle(linked).slice(0, DUPLICATES).entries()) {
      if (earlier.course.kind !== 'item') continue
      const theme = themeOf(earlier.course.theme)
      const account = this.accounts.find(({ name }) => name === earlier.account)
      if (!account) continue
      const ago = earlier.course.ago - 1 - random.next() * 8
      const importance = earlier.importance
      const body = wordNeed(random, theme.words, account, importance)
      const { area, pm, type } = earlier
      const draft = { key: `again-${n}`, area, pm, type, ago, account, body, importance }
      this.add(draft, { kind: 'merge', ago: ago - 0.5 - random.next(), into: earlier.key }, null)
    }
  }

  /** One message asks for two things. */
  addSplits(): void {
    const pairs = [
      ['sso', 'auditApi', 64],
      ['offline', 'scanner', 48],
      ['slowDashboards', 'schedule', 23],
    ] as const
    for (const [n, [one, other, ago]] of pairs.entries()) {
      const first = this.draftFor(themeOf(one), `both-${n}`, ago)
      const second = wordNeed(this.random, themeOf(other).words, first.account, 'major')
      const parts = [
        { theme: one, body: first.body },
        { theme: other, body: second },
      ]
      const draft = {
        ...first,
        type: 'feature_request' as const,
        body: `${first.body} And another thing: ${second}`,
      }
      this.add(draft, { kind: 'split', ago: ago - 1.4, parts }, null)
    }
  }

  addToInbox(theme: Theme, ago: number, importance: Importance, index: number): void {
    const draft = this.draftFor(theme, `inbox-${index}`, ago, importance)
    const named = index % 4 === 1 && draft.type !== 'question'
    this.add(named ? { ...draft, sameAs: theme.key } : draft, { kind: 'inbox' }, null)
  }

  addOpen(theme: Theme, ago: number, course: Course, type?: RequestType): void {
    const draft = this.draftFor(theme, `${course.kind}-${ago}`, ago)
    this.add(type ? { ...draft, type } : draft, course, null)
  }

  addRefused(n: number): void {
    const { random } = this
    const refusal = REFUSALS[n % REFUSALS.length]
    if (!refusal) return
    const ago = 6 + random.next() * (BEGAN - 25)
    const account = this.drawAccount(refusal.area, ago, `refusal-${refusal.ask}`)
    const importance = drawImportance(random, undefined, null)
    const body = wordNeed(random, [refusal.ask], account, importance)
    const { area, type } = refusal
    const draft = { key: `refused-${n}`, area, ago, account, body, type, importance }
    const decided = ago - 1 - random.next() * 4
    const course: Course =
      type === 'change_request'
        ? {
            kind: 'refused_change',
            askAgo: ago - 0.8,
            ask: random.pick(COMMERCIAL_WORDS.ask),
            ago: decided - 0.2,
            words: COMMERCIAL_WORDS.no,
          }
        : { kind: 'decline', ago: decided, refusal }
    this.add(draft, course, null)
  }

  /** @param waits since then, when nobody has answered yet */
  addQuestion(n: number, waits?: number): void {
    const { random } = this
    const question = QUESTIONS[n % QUESTIONS.length]
    if (!question) return
    const { area, ask, answer } = question
    const key = `question-${n}${waits === undefined ? '' : '-open'}`
    const ago = waits ?? 3 + random.next() * (BEGAN - 20)
    const account = this.drawAccount(area, ago, key)
    const importance = random.chance(0.3) ? 'major' : 'minor'
    const body = wordQuestion(random, ask, account)
    const answered = {
      kind: 'answer' as const,
      ago: ago - 0.3 - random.next() * 2.5,
      words: answer,
    }
    this.add(
      { key, area, ago, account, body, type: 'question', importance },
      waits === undefined ? answered : { kind: 'inbox' },
      null,
    )
  }

  private draftFor(theme: Theme, key: string, ago: number, given?: Importance): Draft {
    const { random } = this
    const account = this.drawAccount(theme.area, ago, theme.key, theme.market)
    const health = account.health.at(-1)?.healthScore ?? null
    const importance = given ?? drawImportance(random, theme.weight, health)
    const body = wordNeed(random, theme.words, account, importance)
    const type: RequestType =
      theme.type === 'feature_request' && random.chance(0.1) ? 'change_request' : theme.type
    const { area, pm } = theme
    return { key, area, pm, ago, account, body, type, importance }
  }

  /** A customer who can ask for it on that day, the larger ones more often and nobody twice. */
  private drawAccount(area: AreaKey, ago: number, what: string, market?: 'TRY'): AccountPlan {
    const asked = this.askers.get(what) ?? new Set<string>()
    this.askers.set(what, asked)
    const { line } = AREAS[area]
    const holders = groupBy(this.accounts, (account) => account.parent)
    const covers = (account: AccountPlan): boolean =>
      account.contracts.some((contract) => contract.line === null || contract.line === line) ||
      account.opportunities.some((deal) => deal.kind === 'new') ||
      (account.contracts.length === 0 && account.parent !== null)
    const can = this.accounts.filter(
      (account) =>
        account.ago > ago + 1.2 &&
        (account.later === null || account.later.ago < ago - 12) &&
        covers(account) &&
        !asked.has(account.name) &&
        (market === undefined || account.region === 'Türkiye'),
    )
    const chosen = this.random.weigh(
      can.map((account) => {
        const size = Math.log10(account.employees + 10)
        return [account, holders.has(account.name) ? size * 1.3 : size] as const
      }),
    )
    asked.add(chosen.name)
    return chosen
  }

  private add(draft: Draft, course: Course, end: End | null): void {
    const { random } = this
    const { key, area, ago, account, body, type, importance, sameAs = null } = draft
    const views = planViews(random, { ago, importance, course })
    this.plans.push({
      ...{ key, area, ago, body, type, importance, sameAs, course, views },
      account: account.name,
      by: account.owner ?? random.pick(CSMS),
      pm: draft.pm ?? PMS_OF[area],
      ...drawDetails(random, account, importance, type),
      ...planOutcome(random, { ago, importance, course, end }),
    })
  }
}
