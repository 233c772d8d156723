import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { DateText, TimeText } from '#app/components/date-text.tsx'
import { HealthMark } from '#app/components/health-mark.tsx'
import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { RankChange } from '#app/components/rank-change.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import { initials } from '#app/components/ui/avatar.tsx'

describe('what has a colour also has a word', () => {
  test.each([
    ['red 35', <HealthMark colour="red" score={35} />],
    ['yellow 62', <HealthMark colour="yellow" score={61.6} />],
    ['green', <HealthMark colour="green" wordless />],
    ['unknown', <HealthMark colour={null} score={null} />],
    ['blocker', <ImportanceBars importance="blocker" />],
    ['Next', <StatusDisc status="planned" horizon="next" />],
    ['Planned', <StatusDisc status="planned" />],
    ['In progress', <StatusDisc status="in_progress" horizon="now" />],
    ['Customer Success', <TeamDot team="cs" wordless />],
    ['▲2up 2', <RankChange change={2} />],
    ['▼1down 1', <RankChange change={-1} />],
    ['', <RankChange change={0} />],
    ['new', <RankChange change="new" />],
  ])('%j', (words, mark) => {
    const { container } = render(mark)
    expect(container.textContent).toBe(words)
  })

  test('bars alone keep their name', () => {
    render(<ImportanceBars importance="minor" wordless />)
    expect(screen.getByRole('img', { name: 'minor' })).toBeInTheDocument()
  })
})

describe('short on the page, whole on hover', () => {
  test('money', () => {
    render(<MoneyText amount={{ minor: 123_450_000, currency: 'EUR' }} />)
    expect(screen.getByText('€1.2M')).toHaveAttribute('title', '€1,234,500')
  })

  test('money in full, from major units without cents', () => {
    render(<MoneyText full amount={{ value: 58_531.6, currency: 'EUR' }} />)
    expect(screen.getByText('€58,532')).toBeInTheDocument()
  })

  test('a day', () => {
    render(<DateText date="2026-02-27" today="2026-01-15" />)
    expect(screen.getByText('in 43 days')).toHaveAttribute('title', '27 Feb 2026')
  })

  test('a day as a date', () => {
    render(<DateText as="day" date="2026-02-27" today="2026-01-15" />)
    expect(screen.getByText('27 Feb')).toHaveAttribute('title', 'in 43 days')
  })

  test('a moment', () => {
    render(
      <TimeText at={new Date('2026-01-15T10:00:00Z')} now={new Date('2026-01-15T12:30:00Z')} />,
    )
    expect(screen.getByText('2 hours ago')).toHaveAttribute('title', '15 Jan 2026, 10:00 UTC')
  })
})

test.each([
  ['Deniz Kaya', 'DK'],
  ['Ada', 'A'],
  ['Maria del Mar Ruiz', 'MR'],
  ['  Şule   Öz ', 'ŞÖ'],
  ['𝒜da Lovelace', '𝒜L'],
])('initials of %s are %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
