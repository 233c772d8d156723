import { EstimateTrend } from '#app/components/charts/estimate-trend.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Section } from '#app/components/ui/page.tsx'
import type { AgreementData } from '#app/domain/polls/agreement.ts'
import { decimalText } from '#app/lib/numbers.ts'

import { AgreementFigures } from './agreement-figures.tsx'
import { AgreementTable } from './agreement-table.tsx'
import { ForesightNote } from './foresight-note.tsx'
import { PointsChart } from './points-chart.tsx'
import { RatedTable } from './rated-table.tsx'

/** What both teams say in a closed poll: the figures first, then what explains them. */
export function AgreementView({ results, own, parted, foresight, trend }: AgreementData) {
  const { said, people, accounts } = results
  const unfinished =
    people.cs.asked + people.product.asked - people.cs.finished - people.product.finished
  return (
    <>
      <AgreementFigures results={results} />
      <p className="max-w-prose pt-2 text-small text-muted">
        {unfinished > 0
          ? `${unfinished} of those who were asked did not finish and are left out. `
          : ''}
        {accounts.rated < accounts.asked
          ? `${accounts.asked - accounts.rated} of ${accounts.asked} accounts are left out, because nobody of a team knows them. `
          : ''}
        Never use the figure as a target: it is easily reached by copying each other.
      </p>
      {said ? (
        <>
          <Section title="Do they agree?">
            <AgreementTable alignment={said.alignment} concordance={said.points.concordance} />
          </Section>
          <Section title="What makes a customer ideal" aside="mean points of each team">
            <PointsChart points={said.points} />
          </Section>
          <Section title="Where they part the most" aside="1 not at all, 5 exactly whom we want">
            {parted.length === 0 ? (
              <p className="text-muted">No account lies a whole step apart.</p>
            ) : (
              <ul className="max-w-prose list-disc space-y-1 pl-5">
                {parted.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            )}
            {said.top === null ? null : (
              <p className="max-w-prose pt-2">
                {said.top.shared} of the {said.top.of} accounts that each team rates highest are the
                same
                {said.top.corrected === null
                  ? '.'
                  : `; corrected for chance that is ${decimalText(said.top.corrected, 2)} of 1.`}
              </p>
            )}
            <Disclosure summary={`All ${said.rated.length} accounts`} className="pt-2">
              <RatedTable rated={said.rated} own={own} />
            </Disclosure>
          </Section>
          <Section title="Who was right?" aside="by how the accounts turned out">
            <ForesightNote foresight={foresight} />
          </Section>
        </>
      ) : null}
      {trend.length > 1 ? (
        <Section title="Over the polls" aside="alignment, 0 to 100, with 95 % intervals">
          <div className="max-w-[480px]">
            <EstimateTrend
              caption="Alignment of both teams"
              estimates={trend.map(({ number, closedOn, score, interval }) => ({
                ...{ name: `Poll ${number}`, date: closedOn },
                ...{ value: score, interval },
              }))}
            />
          </div>
        </Section>
      ) : null}
    </>
  )
}
