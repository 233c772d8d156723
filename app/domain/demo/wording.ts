import type { Random } from '#app/lib/random.ts'
import type { Evidence, Importance, RequestType } from '#db/constants.ts'

import type { AccountPlan } from './account-plan.ts'
import {
  CLOSINGS,
  CONSEQUENCES,
  GOALS,
  MONTHS,
  PLACES,
  QUOTES,
  ROLES_OF_CONTACTS,
  SOURCES,
  TEAMS_OF_CUSTOMERS,
} from './phrases.ts'
import type { RequestPlan } from './request-plan.ts'

/** Letters that no other language here has. */
const TURKISH = /[ığşİ]/

const currencyOf = (account: AccountPlan) =>
  account.region === 'Türkiye' ? 'TRY' : account.region === 'North America' ? 'USD' : 'EUR'

const placeOf = (account: AccountPlan) => {
  const place = PLACES[currencyOf(account)]
  if (!place) throw new Error(`No places for ${account.name}`)
  return place
}

/** Fills `{site}` and the like as this customer would. */
function fill(random: Random, text: string, account: AccountPlan): string {
  const values: Record<string, () => string> = {
    site: () => random.pick(placeOf(account).sites),
    team: () => random.pick(TEAMS_OF_CUSTOMERS),
    month: () => random.pick(MONTHS),
    n: () =>
      String(
        random.weigh([
          [random.int(3, 60), 3],
          [random.int(6, 45) * 10, 2],
        ]),
      ),
    hours: () => String(random.int(3, 30)),
  }
  const filled = text.replace(/\{(\w+)\}/g, (slot, name: string) => values[name]?.() ?? slot)
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

/** A customer's words: the need as it was put, and often what follows from it. */
export function wordNeed(
  random: Random,
  needs: readonly string[],
  account: AccountPlan,
  importance: Importance,
): string {
  const turkish = currencyOf(account) === 'TRY'
  const own = needs.filter((need) => turkish || !TURKISH.test(need))
  const need = random.pick(own)
  const parts = [need]
  if (!TURKISH.test(need)) {
    if (random.chance(0.7)) parts.push(random.pick(CONSEQUENCES[importance]))
    if (random.chance(0.35)) parts.push(random.pick(CLOSINGS))
  }
  return parts.map((part) => fill(random, part, account)).join(' ')
}

/** A question as this customer puts it. */
export function wordQuestion(random: Random, question: string, account: AccountPlan): string {
  return fill(random, question, account)
}

const WEIGHTS: Readonly<Record<'heavy' | 'usual' | 'light', Readonly<Record<Importance, number>>>> =
  {
    heavy: { blocker: 16, critical: 36, major: 36, minor: 12 },
    usual: { blocker: 4, critical: 18, major: 46, minor: 32 },
    light: { blocker: 0, critical: 4, major: 36, minor: 60 },
  }

/** How much it matters: more to those who ask for what matters, and to those who are not well. */
export function drawImportance(
  random: Random,
  weight: 'heavy' | 'light' | undefined,
  health: number | null,
): Importance {
  const weights = WEIGHTS[weight ?? 'usual']
  const unwell = health !== null && health < 45 ? 2 : 1
  return random.weigh([
    ['blocker', weights.blocker * unwell],
    ['critical', weights.critical * unwell],
    ['major', weights.major],
    ['minor', weights.minor],
  ])
}

type Details = Pick<
  RequestPlan,
  'evidence' | 'quote' | 'source' | 'contactName' | 'contactRole' | 'goal' | 'namesDeal'
>

/** Who said it, where, and how sure we are that they mean it. */
export function drawDetails(
  random: Random,
  account: AccountPlan,
  importance: Importance,
  type: RequestType,
): Details {
  const grave = importance === 'blocker' || importance === 'critical'
  const evidence: Evidence =
    type === 'question'
      ? 'none'
      : random.weigh([
          ['none', grave ? 25 : 65],
          ['csm_belief', grave ? 30 : 22],
          ['customer_said', grave ? 28 : 10],
          ['customer_written', grave ? 17 : 3],
        ])
  const { first, last } = placeOf(account)
  const named = random.chance(0.8)
  return {
    evidence,
    quote: evidence === 'customer_written' ? random.pick(QUOTES) : null,
    source: random.weigh(SOURCES),
    contactName: named ? `${random.pick(first)} ${random.pick(last)}` : null,
    contactRole: named ? random.pick(ROLES_OF_CONTACTS) : null,
    goal: random.chance(0.25) ? fill(random, random.pick(GOALS), account) : null,
    namesDeal: random.chance(0.3),
  }
}
