import { formatMoney, fromMajor } from '#app/domain/money.ts'
import { diffDays, formatDayShort, type IsoDate } from '#app/lib/dates.ts'
import { sumOf } from '#app/lib/numbers.ts'

import { DELAY_WEEKS } from './wsjf.ts'
import { FACTORS, type AskingFacts, type ItemFacts } from './facts.ts'
import type { Factor, Peer, PeerPart } from './types.ts'

export type ReasonOptions = { peer: Peer; today: IsoDate; currency: string }

const SEVERAL = 'Several small differences add up'

/** A factor within a tenth of the usual one explains nothing. */
const SLIGHT = Math.log(1.1)

/**
 * Why an item stands elsewhere with the peer than with us, in one sentence: of the factors in which the two can part, the
 * one that is furthest from usual in the direction of the difference.
 * @param better whether it stands higher with us
 */
export function reasonFor(
  facts: ItemFacts,
  { theirs, better }: { theirs: number; better: boolean },
  typical: Readonly<Record<Factor, number>>,
  options: ReasonOptions,
): string {
  if (facts.value === 0 && !better) return withoutValue(facts)
  if (theirs === 0 && better) return options.peer.nothing
  const [strongest] = options.peer.differs
    .map((factor) => {
      const off = Math.log(FACTORS[factor](facts) / typical[factor])
      return { factor, pull: better ? off : -off }
    })
    .filter(({ pull }) => pull > SLIGHT)
    .sort((a, b) => b.pull - a.pull)
  return strongest ? SENTENCES[strongest.factor](facts, better, options) : SEVERAL
}

function withoutValue({ item, stake }: ItemFacts): string {
  if (item.requests.length === 0) return 'Nobody asks for it'
  return stake === 0
    ? 'No open contract or deal of its accounts counts'
    : 'No delivery saves any of what is at stake'
}

type Sentence = (facts: ItemFacts, better: boolean, options: ReasonOptions) => string

const SENTENCES: Readonly<Record<Factor, Sentence>> = {
  money: ({ asking, stake }, better, { peer, currency }) => {
    const top = most(asking, (one) => one.stake)
    return better && top
      ? `${peer.name} counts ${top.account.name} as one account; ${money(top.stake, currency)} of it is at stake`
      : `Its accounts are small: ${money(stake / asking.length, currency)} at stake each`
  },
  whole: (facts, better, options) =>
    better ? counted(facts, options) : wholeRevenue(facts, options),
  risk: ({ asking, atRisk, stake, item }, better, options) => {
    const { peer, currency } = options
    if (better) {
      const part = most(item.parts, (one) => one.arrAtRisk)
      return part ? endangered(part, options) : ''
    }
    const top = most(asking, ({ revenue }) => revenue)
    return top && peer.revenue && top.stake > 0 && top.atRisk < top.revenue
      ? `${countsAll(top, options)}; here ${percent(top.atRisk / top.revenue)} of it is at risk`
      : `Of ${money(stake, currency)} at stake, ${percent(atRisk / stake)} is at risk`
  },
  saving: ({ canSave, atRisk, item }, better) =>
    `It ships in ${weeks(item.lead)}, which can save ${(better ? percent : only)(canSave / atRisk)} of what is at risk`,
  weight: ({ item, value, canSave }, better, options) =>
    better
      ? `Little is taken off for fit, kind and distance: ${percent(value / canSave)} counts`
      : lightened(item.parts, options),
  cost: ({ item }, better, { peer }) =>
    `It costs ${better ? 'only ' : ''}${weeks(item.cost)}, which ${peer.name} leaves out`,
  repeats: ({ asking, item }, better) => {
    if (better) return 'Each account asks once'
    const [one] = asking
    return asking.length === 1 && one
      ? `${one.account.name} alone asks, in ${item.requests.length} requests`
      : `${asking.length} accounts ask in ${item.requests.length} requests`
  },
  hurry: ({ item, value }, better) =>
    `${DELAY_WEEKS} weeks of delay lose ${(better ? only : percent)((DELAY_WEEKS * item.delayCost) / value)} of its value`,
}

/** `Canny counts all €400k of Anadolu`; of deals it says so. */
function countsAll({ account, revenue }: AskingFacts, { peer, currency }: ReasonOptions): string {
  const what = peer.revenue?.word === 'deals' ? ' in deals' : ''
  return `${peer.name} counts all ${money(revenue, currency)}${what} of ${account.name}`
}

/** An account whose whole revenue the peer counts, although less of it is at stake for this item. */
function wholeRevenue({ asking }: ItemFacts, options: ReasonOptions): string {
  const top = most(asking, ({ revenue, stake }) => revenue - stake)
  return top && top.revenue > top.stake
    ? `${countsAll(top, options)}; ${money(top.stake, options.currency)} of it is at stake here`
    : SEVERAL
}

/** Money that counts with us and not with the peer: a deal or a contract of a parent beside ARR, contracts beside deals. */
function counted({ asking, item, revenue, stake }: ItemFacts, { peer, currency }: ReasonOptions) {
  if (stake <= revenue) return `All ${money(revenue, currency)} of its accounts is at stake here`
  const own = new Set(asking.map(({ account }) => String(account.id)))
  const isOther = ({ from, accountId }: PeerPart) =>
    peer.revenue?.word === 'deals'
      ? from.kind === 'renewal'
      : from.kind !== 'renewal' || !own.has(accountId)
  const other = most(item.parts.filter(isOther), ({ from }) => from.raw)
  if (!other) return SEVERAL
  const what = other.from.kind === 'renewal' ? 'The contract' : 'A deal'
  return `${what} of ${other.account} counts here with ${money(other.from.raw, currency)}; ${peer.name} leaves it out`
}

/** The one account or deal whose loss is expected to cost the most, with what makes it so. */
function endangered({ account, arrAtRisk, from }: PeerPart, { today, currency }: ReasonOptions) {
  const at = `${percent(arrAtRisk / from.raw)} of ${money(from.raw, currency)} at ${account} is at risk`
  const facts = [
    from.kind === 'renewal' && from.health !== null ? `health ${Math.round(from.health)}` : null,
    from.kind === 'renewal' && from.date !== null
      ? `renewal on ${formatDayShort(from.date, today)}`
      : null,
  ].filter((fact) => fact !== null)
  return [at, ...facts].join(', ')
}

const FAR_DAYS = 365

/** Which of the weights takes the most off, and why. */
function lightened(parts: readonly PeerPart[], { today }: ReasonOptions): string {
  const total = sumOf(parts, (part) => part.canSave)
  const mean = (name: 'psi' | 'icp' | 'strategic' | 'h') =>
    sumOf(parts, ({ canSave, from }) => canSave * from.weights[name]) / total
  const weights = {
    psi: mean('psi'),
    icp: mean('icp'),
    strategic: mean('strategic'),
    h: mean('h'),
  }
  const least = Math.min(...Object.values(weights))
  if (weights.h === least) {
    const first = parts.map(({ from }) => from.date ?? from.decisionOn).sort()[0]
    return first !== undefined && diffDays(today, first) > FAR_DAYS
      ? `No renewal before ${first.slice(0, 4)}`
      : 'Most of its renewals are more than a year away'
  }
  if (weights.icp === least) {
    return `Its accounts fit the profile less: a weight of ${weights.icp.toFixed(2)}`
  }
  if (weights.psi === least) {
    return `Much of it is new business, which weighs ${weights.psi.toFixed(2)}`
  }
  return `Its accounts have a strategic weight of ${weights.strategic.toFixed(2)}`
}

function most<T>(values: readonly T[], figureOf: (value: T) => number): T | undefined {
  return values.reduce<T | undefined>(
    (best, one) => (best === undefined || figureOf(one) > figureOf(best) ? one : best),
    undefined,
  )
}

const money = (amount: number, currency: string) =>
  formatMoney(fromMajor(Math.round(amount), currency), { compact: true })

/** `15 %`; what is not quite nothing is said so. */
function percent(share: number): string {
  const rounded = Math.round(share * 100)
  return rounded === 0 && share > 0 ? 'under 1 %' : `${rounded} %`
}

/** `only 15 %`, or `under 1 %`. */
function only(share: number): string {
  const text = percent(share)
  return text.startsWith('under') ? text : `only ${text}`
}

const weeks = (count: number) => `${count.toFixed(1)} weeks`
