import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { CalibrationPlot } from '#app/components/charts/calibration.tsx'
import { DaysSwitch } from '#app/components/model/days-switch.tsx'
import { DecisionTable, OpenRenewalTable } from '#app/components/model/decision-table.tsx'
import { PopulationTable, ProofFigures } from '#app/components/model/proof-figures.tsx'
import { LadderCounts, SuggestionTable } from '#app/components/model/suggestion-table.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { formatMoney, fromMajor } from '#app/domain/money.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { toDecisionRow } from '#app/domain/outcomes/decision-row.ts'
import { getProof } from '#app/domain/outcomes/get-proof.server.ts'
import { listOpenRenewals } from '#app/domain/outcomes/list-open-renewals.server.ts'
import { readDays } from '#app/domain/outcomes/prediction.ts'
import { readingsOf } from '#app/domain/outcomes/readings.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Proof of the model · Causeway' }]

const MOST_DECISIONS = 50

/** `/model/outcomes`: how the predictions did, what that can show, and what it suggests. `?days=30` takes the later ones. */
export const loader = privateLoader('revenue.read', async (ctx, { request }) => {
  const days = readDays(new URL(request.url).searchParams.get('days'))
  const { decisions, currency, ...proof } = await getProof(ctx, days)
  const money = (value: number) =>
    formatMoney(fromMajor(Math.round(value), currency), { compact: true })
  return {
    ...proof,
    ...{ days, currency },
    readings: readingsOf(proof.proof.all, money),
    decisions: decisions.slice(0, MOST_DECISIONS).map(toDecisionRow),
    open: await listOpenRenewals(ctx),
    today: await getToday(ctx),
  }
})

export default function Outcomes() {
  const page = useLoaderData<typeof loader>()
  const { proof, coverage, days, currency, readings, decisions, open, today } = page
  return (
    <PageBody>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 pt-4 pb-3">
        <p className="max-w-[72ch] text-muted">
          What the model said before customers decided, frozen on the day and never changed since,
          beside what they decided. A contract counts as lost when half of it or more went. Only
          renewals are judged: deals that were won or lost are not yet.
        </p>
        <DaysSwitch days={days} />
      </div>
      {coverage.decisions === 0 ? (
        <EmptyState title="No renewal has been decided yet">
          Record how a renewal was decided, from the contract on its account’s page or by an import.
          Until then the model rests on judgement alone.
        </EmptyState>
      ) : (
        <>
          <ProofFigures {...{ proof, coverage, days, currency }} />
          <Section title="What this shows, and what it cannot show yet">
            <Readings readings={readings} />
          </Section>
          {proof.bins.length > 0 ? (
            <Section title="Calibration" aside={`${days} days ahead`}>
              <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[320px_minmax(0,1fr)]">
                <CalibrationPlot bins={proof.bins} curve={proof.curve} />
                <p className="max-w-[72ch] text-muted">
                  A dot is as many decisions as the others: where it stands to the right, more loss
                  was predicted; where it stands higher, more was lost. On the dashed line a
                  prediction came true as often as it said. The bars are 95 % intervals; a bar that
                  meets the dashed line says nothing against the model. The grey steps are the same
                  without bins.
                </p>
              </div>
            </Section>
          ) : null}
          <Section title="With and without a delivery">
            <PopulationTable proof={proof} />
            <p className="max-w-[72ch] pt-2 text-small text-muted">
              What was delivered was chosen, so the difference is not what deliveries cause.
            </p>
          </Section>
        </>
      )}
      <Section title="Suggestions" aside={`for version ${page.modelVersionId}, which is in force`}>
        <p className="max-w-[72ch] pb-2 text-muted">
          Worked out by what the model in force says of the frozen facts. Nothing changes by itself:
          a manager of Product saves a suggestion as a new version, with a reason, after seeing what
          it moves. Try one at a time, since two can correct the same thing twice.
        </p>
        <SuggestionTable suggestions={page.suggestions} />
      </Section>
      <Section title="Losses by importance" aside="of requests that nothing was delivered for">
        <LadderCounts ladder={page.ladder} />
      </Section>
      {open.rows.length > 0 ? (
        <Section
          title="Waiting for an outcome"
          aside={
            open.total > open.rows.length ? `${open.rows.length} of ${open.total}` : open.total
          }
        >
          <OpenRenewalTable rows={open.rows} today={today} />
        </Section>
      ) : null}
      {decisions.length > 0 ? (
        <Section
          title="Decisions"
          aside={
            coverage.decisions > decisions.length
              ? `the latest ${decisions.length} of ${coverage.decisions}`
              : coverage.decisions
          }
        >
          <DecisionTable rows={decisions} today={today} />
        </Section>
      ) : null}
    </PageBody>
  )
}

function Readings({ readings }: { readings: readonly string[] }) {
  return (
    <ul className="max-w-[72ch] list-disc space-y-1 pl-5">
      {readings.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
