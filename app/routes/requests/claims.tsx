import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { RouteError } from '#app/components/route-error.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { Figure, Figures } from '#app/components/ui/panel.tsx'
import { getClaims } from '#app/domain/scoring/get-claims.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

export const meta: MetaFunction = () => [{ title: 'What claims weigh · Causeway' }]

/** Between a CSM and their lead: nobody else gets the numbers. */
export const loader = privateLoader('request.reply', (ctx, { params }) =>
  getClaims(ctx, idParam(params['personId'], 'This person')),
)

export default function Claims() {
  const claims = useLoaderData<typeof loader>()
  const { person, own, used, budget, calibration, rules, others } = claims
  return (
    <>
      <PageHeader
        title={own ? 'What your claims weigh' : `What the claims of ${person.name} weigh`}
      />
      <PageBody width="prose">
        <p className="mb-3 text-body text-muted">
          {own
            ? 'Only you and your lead see this.'
            : `Only ${person.name} and their lead see this.`}{' '}
          Others see what a claim weighs on a receipt, and the word “adjusted”.
        </p>
        <Figures>
          <Figure label="Blockers" note={`${budget} count in full`}>
            {used} of {budget}
          </Figure>
          <Figure label="Each blocker keeps" note="of its lead over a critical claim">
            {percent(claims.dilution)}
          </Figure>
          <Figure label="Every claim" note="by how decisions went">
            × {calibration.toFixed(2)}
          </Figure>
        </Figures>
        <Section title="Blockers">
          <p className="mb-2 text-body">
            Blockers for {percent(rules.budgetShare)} of the accounts one owns, and at least two,
            count in full. More only dilute one’s own: together they never weigh more than {budget}{' '}
            do. What a manager has settled is not among them.
          </p>
          <BlockerList blockers={claims.blockers} />
        </Section>
        <Section title="How decisions went">
          <Record claims={claims} />
        </Section>
        {others.length > 0 ? (
          <Section title="Others">
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {others.map(({ id, name }) => (
                <li key={id}>
                  <Link to={`/claims/${id}`} className="underline underline-offset-2">
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </PageBody>
    </>
  )
}

type Shown = { claims: ReturnType<typeof useLoaderData<typeof loader>> }

function Record({ claims: { measured, calibration, rules } }: Shown) {
  if (!measured) {
    return (
      <p className="text-body">
        No claim has been decided on yet without its item being delivered, so every claim counts as
        it is.
      </p>
    )
  }
  return (
    <p className="text-body">
      In the last 24 months {accountsWere(measured.observed)} lost over the very item claimed, where
      the claims let {measured.expected.toFixed(1)} expect. Counted with {rules.csmPrior} more of
      each, so that a few decisions do not weigh too much, that makes × {calibration.toFixed(2)}; it
      stays between 0.5 and 1.5.
    </p>
  )
}

function accountsWere(count: number): string {
  if (count === 0) return 'no account was'
  return count === 1 ? 'one account was' : `${count} accounts were`
}

function BlockerList({ blockers }: Pick<Shown['claims'], 'blockers'>) {
  if (blockers.length === 0) return <p className="text-muted">None counts now.</p>
  return (
    <ul className="divide-y divide-line border-y">
      {blockers.map(({ id, title, accountName }) => (
        <li key={id} className="flex gap-3 py-1.5">
          <Link to={`/requests/${id}`} className="min-w-0 flex-1 truncate hover:underline">
            <span className="text-faint">{requestKey(id)}</span> <span dir="auto">{title}</span>
          </Link>
          <span className="max-w-48 truncate text-muted">{accountName}</span>
        </li>
      ))}
    </ul>
  )
}

const percent = (share: number) => `${Math.round(share * 100)} %`

export function ErrorBoundary() {
  return <RouteError />
}
