import { Link } from '@remix-run/react'

import { attributeText } from '#app/domain/accounts/attributes.ts'
import type { FitBand } from '#app/domain/icp/fit.ts'
import type { DescribedPaths, DescribedStep, Turn } from '#app/domain/icp/line-fit.ts'

/** What would lift the account to a better band, step by step, and what cannot be changed. */
export function PathList({
  band,
  paths: { paths, best, fixed },
  workHref,
}: {
  /** The present one. */
  band: FitBand
  paths: DescribedPaths
  /** Where the value of an attribute is entered; null when the reader cannot. */
  workHref: (attribute: string) => string | null
}) {
  if (band === 'ideal') return null
  return (
    <div className="pt-1 text-small">
      {paths.map(({ to, steps }) => (
        <div key={to} className="pt-1">
          <p className="font-strong">Path to {to}</p>
          <ol className="list-decimal pl-5 marker:text-faint">
            {steps.map((step, index) => (
              <Step
                key={step.attribute}
                step={step}
                from={steps[index - 1]?.band ?? band}
                href={workHref(step.attribute)}
              />
            ))}
          </ol>
        </div>
      ))}
      {best === 'ideal' ? null : (
        <p className="pt-1 text-muted">{outOfReach(best === band, best, fixed)}</p>
      )}
    </div>
  )
}

function Step({ step, from, href }: { step: DescribedStep; from: FitBand; href: string | null }) {
  const words = step.turns.map(turnText).join('; ')
  return (
    <li className="py-0.5">
      <span className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 wrap-anywhere">
          {href ? (
            <Link to={href} className="hover:underline">
              {words}
            </Link>
          ) : (
            words
          )}
          <span className="text-muted">; {nowText(step)}</span>
        </span>
        <span className="whitespace-nowrap tabular-nums">
          {step.fit.toFixed(2)}
          {step.band === from ? '' : `, ${step.band}`}
        </span>
      </span>
    </li>
  )
}

/** What has to become true: `Executive sponsor is one of director, board`. */
function turnText({ kind, label, test }: Turn): string {
  return kind === 'exclusion' ? `${label} no longer applies` : `${label} ${test}`
}

function nowText({ turns, findOut }: DescribedStep): string {
  const value = turns[0]?.value ?? null
  if (findOut) return 'find out; it may turn out well'
  return value === null ? 'not known' : `it is ${attributeText(value)}`
}

function outOfReach(stuck: boolean, best: FitBand, fixed: readonly Turn[]): string {
  const names = fixed.map(({ label }) => label).join(', ')
  const why =
    names === '' ? 'Ideal is out of reach.' : `Ideal is out of reach: ${names} cannot be changed.`
  return stuck
    ? `${why} Nothing that can be changed leads to a better band.`
    : `${why} The best within reach is ${best}.`
}
