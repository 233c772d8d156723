import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import type { Example } from '#app/domain/icp/examples.ts'

import { CRITERION_WORDS } from './criterion-words.ts'
import type { SheetCriterion } from './share-table.tsx'

/** Must-haves and exclusions, in words. */
export function Rules({ criteria }: { criteria: readonly SheetCriterion[] }) {
  if (criteria.length === 0) {
    return (
      <p className="text-muted">
        Nobody is ruled out. An account that meets little of the above fits poorly.
      </p>
    )
  }
  return (
    <>
      <p className="pb-1.5 text-muted">
        Without a must-have, or with what is excluded, an account does not fit, however much else it
        meets.
      </p>
      <Pairs
        pairs={criteria.map(({ id, kind, label, test, why }) => ({
          key: id,
          term: CRITERION_WORDS[kind],
          words: (
            <>
              {label}{' '}
              <span className="text-muted">
                {test}
                {why ? `. ${why}` : ''}
              </span>
            </>
          ),
        }))}
      />
    </>
  )
}

/** Accounts that show who is meant, by name. */
export function Examples({ ideal, not }: { ideal: readonly Example[]; not: Example | null }) {
  if (ideal.length === 0 && not === null) {
    return <p className="text-muted">No active account shows it clearly yet.</p>
  }
  const example = ({ id, name, why }: Example) => (
    <>
      <Link to={`/accounts/${id}`} className="hover:underline">
        {name}
      </Link>{' '}
      <span className="text-muted">{why}</span>
    </>
  )
  return (
    <Pairs
      pairs={[
        ...ideal.map((one) => ({ key: one.id, term: 'Ideal', words: example(one) })),
        ...(not ? [{ key: not.id, term: 'Not ideal', words: example(not) }] : []),
      ]}
    />
  )
}

function Pairs({ pairs }: { pairs: readonly { key: number; term: string; words: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)]">
      {pairs.map(({ key, term, words }) => (
        <div
          key={key}
          className="col-span-2 grid break-inside-avoid grid-cols-subgrid border-t py-1.5"
        >
          <dt className="text-muted">{term}</dt>
          <dd className="wrap-anywhere">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
