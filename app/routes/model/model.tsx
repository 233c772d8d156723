import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'

import { may } from '#app/auth/permissions.ts'
import { HealthCurve } from '#app/components/model/health-curve.tsx'
import { WorkedExample } from '#app/components/model/worked-example.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import type { WorkedExample as Example } from '#app/domain/model/example.ts'
import { findExample } from '#app/domain/model/find-example.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'How the score works · Causeway' }]

/** `/model`: how a score comes about, on an example of the reader's own. */
export const loader = privateLoader('read', async (ctx) => {
  const [example, version, { baseCurrency }] = await Promise.all([
    findExample(ctx),
    getModelVersion(ctx),
    getOrganisation(ctx),
  ])
  return {
    example,
    version,
    currency: baseCurrency,
    mayConfirm: may(ctx.actor, 'request.submit'),
  }
})

export default function Model() {
  const { example, version, currency, mayConfirm } = useLoaderData<typeof loader>()
  return (
    <PageBody>
      <Section title="Three questions">
        <div className="grid max-w-[980px] gap-x-8 gap-y-3 md:grid-cols-3">
          <Question title="How likely is the money lost?">
            Every contract and every open deal is money that a decision on a day can lose or win.
            Health says how likely in general; each request adds to it by its importance, type,
            evidence and age. However many requests there are, an amount is never counted more than
            once.
          </Question>
          <Question title="What would building it save?">
            An item takes away what its requests add, as far as it ships before the decision and
            solves the need. What all items together could keep is shared between them, and the
            shares add up exactly.
          </Question>
          <Question title="What does it cost?">
            The value saved is divided by the engineer-weeks that are expected. That is the score:{' '}
            {currency} an engineer-week. The backlog is in this order.
          </Question>
        </div>
      </Section>
      <Section title={exampleTitle(example)} aside={exampleNote(example)}>
        <WorkedExample example={example} currency={currency} />
      </Section>
      <Section title="What surprises people">
        <div className="grid max-w-[980px] gap-x-8 gap-y-3 md:grid-cols-2">
          <div className="space-y-2 text-muted">
            <Surprise title="A very red account can count less than a yellow one.">
              It would probably leave whatever is built, and a green one stays anyway. What one
              critical request can keep is highest in between; so a score can rise when health does.
              Working where it makes a difference is meant, and not a mistake.
            </Surprise>
            <Surprise title="Logging more requests adds no money.">
              They share what their contract may lose. Too many are scaled down together.
            </Surprise>
            <Surprise title="A claim fades.">
              It loses half its weight in {version.parameters.staleHalfLife} days; the CSM confirms
              it again under{' '}
              {mayConfirm ? (
                <Link to="/my-requests" className="underline">
                  My requests
                </Link>
              ) : (
                'My requests'
              )}{' '}
              while it holds.
            </Surprise>
            <Surprise title="Fit, strategic weight and far dates weigh, and change no amount.">
              ARR at risk and what can be saved are always shown raw.
            </Surprise>
          </div>
          <HealthCurve parameters={version.parameters} />
        </div>
      </Section>
      <p className="max-w-[72ch] pt-5 text-muted">
        This is{' '}
        <Link to={`/model/versions/${version.id}`} className="underline">
          version {version.id}
        </Link>{' '}
        of the model. Its numbers are priors, set by judgement, until our own renewals replace them:
        see the{' '}
        <Link to="/model/parameters" className="underline">
          parameters
        </Link>{' '}
        and the{' '}
        <Link to="/model/formulas" className="underline">
          formulas
        </Link>
        .
      </p>
    </PageBody>
  )
}

function exampleTitle({ whose, part }: Example): string {
  switch (whose) {
    case 'own':
      return `An example of your own: ${part.from.account}`
    case 'other':
      return `An example: ${part.from.account}`
    case 'invented':
      return 'An invented example'
  }
}

function exampleNote({ whose }: Example): string {
  switch (whose) {
    case 'own':
      return 'one of your accounts, with the numbers of today’s receipt'
    case 'other':
      return 'the largest line of today’s receipts'
    case 'invented':
      return 'no real customer; real amounts are open to Customer Success and Product'
  }
}

function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="pb-0.5 font-strong">{title}</h3>
      <p className="text-muted">{children}</p>
    </div>
  )
}

function Surprise({ title, children }: { title: string; children: ReactNode }) {
  return (
    <p>
      <b className="text-text">{title}</b> {children}
    </p>
  )
}
