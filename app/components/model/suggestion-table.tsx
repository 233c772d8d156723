import { Link } from '@remix-run/react'

import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { PARAMETERS } from '#app/domain/model/parameter-list.ts'
import type { Suggestion } from '#app/domain/outcomes/suggestions.ts'
import type { LadderStep } from '#app/domain/scoring/backtest/ladder.ts'
import { IMPORTANCE_LABELS } from '#app/domain/requests/labels.ts'

const WORDS: Readonly<Record<Suggestion['name'], { name: string; about: string; unit: string }>> = {
  anchor: {
    name: 'Portfolio anchor',
    about: 'So that requests account for their share of all that health lets expect.',
    unit: 'open renewals',
  },
  correction: {
    name: 'Correction of the probability',
    about: 'Level and slope by which predictions come true as often as they say.',
    unit: 'losses',
  },
  ladder: {
    name: 'Ladder of importances',
    about: 'By the losses over a gap that claims of each importance let expect.',
    unit: 'losses over a gap',
  },
  eta: {
    name: 'Delivery solves the need',
    about: 'By what CSMs say of shipped items, and losses over them.',
    unit: 'deliveries known',
  },
}

const NAMES = new Map<string, string>(PARAMETERS.map(({ key, name }) => [key, name]))

/** What the outcomes suggest for the model: each opens the what-if with its values, where a manager can save it. */
export function SuggestionTable({ suggestions }: { suggestions: readonly Suggestion[] }) {
  return (
    <Table caption="Suggestions" plain>
      <THead>
        <Th>Suggestion</Th>
        <Th>Evidence</Th>
        <Th>Now</Th>
        <Th>Suggested</Th>
        <Th>
          <span className="sr-only">Try</span>
        </Th>
      </THead>
      <TBody>
        {suggestions.map((suggestion) => (
          <SuggestionRow key={suggestion.name} suggestion={suggestion} />
        ))}
      </TBody>
    </Table>
  )
}

function SuggestionRow({ suggestion: { name, have, needs, values } }: { suggestion: Suggestion }) {
  const words = WORDS[name]
  const changed = values?.filter(({ now, suggested }) => now !== suggested) ?? []
  const several = (values?.length ?? 0) > 1
  const write = (key: string, value: number) =>
    several ? `${NAMES.get(key)?.split(',')[0] ?? key} ${value}` : String(value)
  return (
    <Tr>
      <Td card="title" className="whitespace-normal!">
        {words.name}
        <span className="block text-small font-regular text-muted">{words.about}</span>
      </Td>
      <Td label="Evidence" muted>
        {have} {words.unit}
      </Td>
      <Td label="Now" muted className="whitespace-normal!">
        {values?.map(({ key, now }) => write(key, now)).join(', ')}
      </Td>
      <Td label="Suggested" className="whitespace-normal!">
        {values === null ? (
          <span className="text-muted">not enough yet: needs {needs}</span>
        ) : changed.length === 0 ? (
          <span className="text-muted">nothing to change</span>
        ) : (
          values.map(({ key, suggested }) => write(key, suggested)).join(', ')
        )}
      </Td>
      <Td>
        {changed.length > 0 ? (
          <Link
            to={`/model/what-if?${new URLSearchParams(changed.map(({ key, suggested }) => [key, String(suggested)]))}`}
            className="text-accent hover:underline"
          >
            See what it does<span className="sr-only"> ({words.name})</span>
          </Link>
        ) : null}
      </Td>
    </Tr>
  )
}

/** Losses that claims of each importance let expect, and those that happened over the very gap. */
export function LadderCounts({ ladder }: { ladder: readonly LadderStep[] }) {
  return (
    <Table caption="Losses by importance" plain>
      <THead>
        <Th>Importance</Th>
        <Th numeric>Expected losses</Th>
        <Th numeric>Lost over it</Th>
        <Th numeric>Probability now</Th>
        <Th numeric>By the losses</Th>
      </THead>
      <TBody>
        {ladder.map(({ importance, expected, lost, now, suggested }) => (
          <Tr key={importance}>
            <Td card="title">{IMPORTANCE_LABELS[importance]}</Td>
            <Td numeric label="Expected losses">
              {expected.toFixed(2)}
            </Td>
            <Td numeric label="Lost over it">
              {lost}
            </Td>
            <Td numeric label="Probability now" muted>
              {now}
            </Td>
            <Td numeric label="By the losses">
              {suggested.toFixed(3)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
