import type { AttributeValue } from '#app/domain/accounts/attributes.ts'

import { testText, type Criterion } from './criteria.ts'
import type { Fit, FitBand } from './fit.ts'
import type { Paths, PathStep } from './path.ts'

/** What a step changes, in words: the criterion, what it asks, and what the account has. */
export type Turn = Pick<Criterion, 'kind' | 'label' | 'attribute'> & {
  test: string
  value: AttributeValue
}

export type DescribedStep = Omit<PathStep, 'turns'> & { turns: Turn[] }

/** The ways to better bands, with their criteria in words. */
export type DescribedPaths = {
  paths: { to: FitBand; steps: DescribedStep[] }[]
  best: FitBand
  /** What speaks against the account and cannot be changed. */
  fixed: Turn[]
}

/** How an account fits the profile in force of a product line, and what would make it fit better. */
export type LineFit = {
  productLine: string
  slug: string
  fit: Fit
  paths: DescribedPaths
  /** The best fit of several, which counts where no product line is named. */
  isBest: boolean
}

/** The paths of an account with the criteria in words instead of their places. */
export function describePaths(
  { paths, best, fixed }: Paths,
  criteria: readonly Criterion[],
  facts: Readonly<Record<string, AttributeValue | undefined>>,
): DescribedPaths {
  const describe = (places: readonly number[]): Turn[] =>
    places.flatMap((place) => {
      const criterion = criteria[place]
      if (!criterion) return []
      const { kind, label, attribute } = criterion
      return [
        { kind, label, attribute, test: testText(criterion), value: facts[attribute] ?? null },
      ]
    })
  return {
    best,
    fixed: describe(fixed),
    paths: paths.map(({ to, steps }) => ({
      to,
      steps: steps.map((step) => ({ ...step, turns: describe(step.turns) })),
    })),
  }
}
