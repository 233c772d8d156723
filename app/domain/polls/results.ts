import {
  agreementAcross,
  agreementWithin,
  mean,
  meanPoints,
  pointsInCommon,
  standardError,
  topOverlap,
} from '#app/domain/icp/alignment.ts'
import {
  gapOf,
  LEAST_PEOPLE,
  verdictOf,
  type Agreement,
  type Verdict,
} from '#app/domain/icp/alignment-words.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { roundSignificant } from '#app/lib/numbers.ts'
import { kendallW } from '#app/lib/rank-correlation.ts'
import { Z95 } from '#app/lib/wilson.ts'
import type { SigningTeam } from '#db/constants.ts'

/** Everything that was answered in a closed poll. */
export type Answers = {
  criteria: readonly { id: number; label: string }[]
  accounts: readonly { id: number; name: string }[]
  members: readonly { personId: number; team: SigningTeam; finished: boolean }[]
  ratings: readonly { personId: number; accountId: number; rating: number | null }[]
  points: readonly { personId: number; criterionId: number; points: number }[]
}

/** What a team says of an account: its mean, and how many gave each rating from 1 to 5. */
export type TeamRating = { mean: number; counts: number[] }
export type RatedByBoth = { id: number; name: string; cs: TeamRating; product: TeamRating }

export type Alignment = {
  /** 0 to 100; null where all ratings are the same. */
  score: number | null
  /** Ends of its 95 % interval; null where it cannot be said. */
  interval: { low: number; high: number } | null
  verdict: Verdict
  agreement: Agreement
  gap: number | null
}

export type PointsResult = {
  /** 0 to 100. */
  inCommon: number
  criteria: { id: number; label: string; cs: number; product: number }[]
  /** Concordance of the orders within each team and of all; null where nobody orders anything. */
  concordance: Agreement
}

export type PollResults = {
  people: Record<SigningTeam, { asked: number; finished: number }>
  accounts: { asked: number; rated: number }
  /** Null while a team has fewer than two who finished. */
  said: {
    alignment: Alignment
    points: PointsResult
    /** The accounts that both rated, those first on which they part the most. */
    rated: RatedByBoth[]
    /** Null where all ratings are the same: then no account is rated the highest. */
    top: { of: number; shared: number; corrected: number | null } | null
  } | null
}

/** What both teams say together. Whoever did not finish is left out, and so is what nobody of a team knows. */
export function pollResults(answers: Answers): PollResults {
  const of = (team: SigningTeam) => {
    const asked = answers.members.filter((one) => one.team === team)
    const finished = asked.filter((one) => one.finished).map(({ personId }) => personId)
    return { asked: asked.length, finished }
  }
  const [cs, product] = [of('cs'), of('product')]
  const people = {
    cs: { ...cs, finished: cs.finished.length },
    product: { ...product, finished: product.finished.length },
  }
  const rated = ratedByBoth(answers, cs.finished, product.finished)
  const few = Math.min(people.cs.finished, people.product.finished) < LEAST_PEOPLE
  const alignment = alignmentOf(rated)
  return {
    people,
    accounts: { asked: answers.accounts.length, rated: rated.length },
    said: few
      ? null
      : {
          alignment,
          points: pointsOf(answers, cs.finished, product.finished),
          top: alignment.agreement.across === null ? null : topOf(rated),
          rated: rated
            .map(({ id, name, cs, product }) => ({
              ...{ id, name },
              ...{ cs: teamRating(cs), product: teamRating(product) },
            }))
            .sort((a, b) => apart(b) - apart(a)),
        },
  }
}

/** How far the means of both teams lie apart; equal distances are equal, whatever was divided. */
export const apart = ({ cs, product }: RatedByBoth) =>
  roundSignificant(Math.abs(cs.mean - product.mean), 12)

type Rated = { id: number; name: string; cs: number[]; product: number[] }

function ratedByBoth(
  { accounts, ratings }: Answers,
  cs: readonly number[],
  product: readonly number[],
): Rated[] {
  const byAccount = groupBy(ratings, ({ accountId }) => accountId)
  const by = (own: Answers['ratings'], people: readonly number[]) =>
    own.flatMap(({ personId, rating }) =>
      rating !== null && people.includes(personId) ? [rating] : [],
    )
  return accounts
    .map(({ id, name }) => {
      const own = byAccount.get(id) ?? []
      return { id, name, cs: by(own, cs), product: by(own, product) }
    })
    .filter(({ cs, product }) => cs.length > 0 && product.length > 0)
}

function teamRating(ratings: readonly number[]): TeamRating {
  const counts = [1, 2, 3, 4, 5].map((step) => ratings.filter((one) => one === step).length)
  return { mean: mean(ratings), counts }
}

function alignmentOf(rated: readonly Rated[]): Alignment {
  const agreement = {
    cs: agreementWithin(rated.map((one) => one.cs)),
    product: agreementWithin(rated.map((one) => one.product)),
    across: agreementAcross(rated),
  }
  const { across } = agreement
  const error = standardError(rated)
  const shown = (value: number) => 100 * Math.min(1, Math.max(0, value))
  return {
    score: across === null ? null : shown(across),
    interval:
      across === null || error === null
        ? null
        : { low: shown(across - Z95 * error), high: shown(across + Z95 * error) },
    verdict: verdictOf(across, rated.length),
    agreement,
    gap: gapOf(agreement),
  }
}

function pointsOf(
  { criteria, points }: Answers,
  cs: readonly number[],
  product: readonly number[],
): PointsResult {
  const given = groupBy(points, ({ personId }) => personId)
  const of = (people: readonly number[]) =>
    people.map((id) => {
      const own = new Map(given.get(id)?.map((one) => [one.criterionId, one.points]))
      return criteria.map((criterion) => own.get(criterion.id) ?? 0)
    })
  const [theirs, others] = [of(cs), of(product)]
  const [csMeans, productMeans] = [meanPoints(theirs), meanPoints(others)]
  return {
    inCommon: 100 * pointsInCommon(csMeans, productMeans),
    criteria: criteria.map(({ id, label }, i) => ({
      ...{ id, label },
      ...{ cs: csMeans[i] ?? 0, product: productMeans[i] ?? 0 },
    })),
    concordance: {
      cs: kendallW(theirs),
      product: kendallW(others),
      across: kendallW([...theirs, ...others]),
    },
  }
}

/** The best quarter, which is what a team would look for more of. */
function topOf(rated: readonly Rated[]) {
  const of = Math.ceil(rated.length / 4)
  const means = (team: SigningTeam) => rated.map((one) => mean(one[team]))
  return { of, ...topOverlap(means('cs'), means('product'), of) }
}
