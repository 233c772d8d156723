import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { EstimateTrend } from '#app/components/charts/estimate-trend.tsx'
import { RankTrend } from '#app/components/charts/rank-trend.tsx'
import { ScoreTrend } from '#app/components/charts/score-trend.tsx'
import { TimeChart } from '#app/components/charts/time-chart.tsx'
import { Waterfall } from '#app/components/charts/waterfall.tsx'

const whole = (value: number) => `€${value}`

function renderWaterfall(values: number[]) {
  return render(
    <Waterfall
      caption="Value by account"
      parts={values.map((value, index) => ({ key: `a${index}`, label: `Account${index}`, value }))}
      totalLabel="Value"
      short={(value) => String(value)}
      full={whole}
    />,
  )
}

function bars(container: HTMLElement) {
  return [...container.querySelectorAll('rect')].map((bar) => ({
    top: Number(Number(bar.getAttribute('y')).toFixed(6)),
    height: Number(Number(bar.getAttribute('height')).toFixed(6)),
  }))
}

test('the parts of a waterfall stand on each other and the total on the ground', () => {
  const { container } = renderWaterfall([60, 30, 2])
  // The drawing has 92 units of height for a peak of 92, so a unit a euro; the ground is at 106.
  expect(bars(container)).toEqual([
    { top: 46, height: 60 },
    { top: 16, height: 30 },
    { top: 14, height: 2 },
    { top: 14, height: 92 },
  ])
})

test('a part that takes away hangs from the one before', () => {
  const { container } = renderWaterfall([92, -46])
  expect(bars(container)).toEqual([
    { top: 14, height: 92 },
    { top: 14, height: 46 },
    { top: 60, height: 46 },
  ])
})

test('a waterfall says its parts and sum in words, and all parts in a table', () => {
  renderWaterfall([50, 20, 10, 5, 4, 2, 1])
  expect(screen.getByRole('img')).toHaveAccessibleName(
    'Value by account: Account0 50, Account1 20, Account2 10, Account3 5, Account4 4, 2 more 3, together 92',
  )
  const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', {
    hidden: true,
  })
  expect(rows.map((row) => row.textContent)).toEqual([
    'PartAmount',
    'Account0€50',
    'Account1€20',
    'Account2€10',
    'Account3€5',
    'Account4€4',
    'Account5€2',
    'Account6€1',
    'Value€92',
  ])
})

test('a waterfall of nothing draws', () => {
  renderWaterfall([])
  expect(screen.getByRole('img')).toHaveAccessibleName(/together 0/)
})

test('a rank trend names its ends, and its table the days of change', () => {
  render(
    <RankTrend
      points={[
        { date: '2026-01-01', rank: 9 },
        { date: '2026-01-02', rank: 9 },
        { date: '2026-01-05', rank: 6 },
        { date: '2026-01-06', rank: 6 },
        { date: '2026-01-09', rank: 7 },
      ]}
      published="2026-01-05"
    />,
  )
  expect(screen.getByRole('img')).toHaveAccessibleName(
    'Rank from 9 on 1 Jan 2026 to 7 on 9 Jan 2026',
  )
  const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', {
    hidden: true,
  })
  expect(rows.map((row) => row.textContent)).toEqual([
    'SinceRank',
    '1 Jan 20269',
    '5 Jan 20266',
    '9 Jan 20267',
  ])
})

test('a rank of one day draws, one of none does not', () => {
  const { rerender, container } = render(<RankTrend points={[{ date: '2026-01-01', rank: 1 }]} />)
  expect(screen.getByRole('img')).toBeInTheDocument()
  rerender(<RankTrend points={[]} />)
  expect(container).toBeEmptyDOMElement()
})

test('a score trend stands on nothing, and says the amounts in full', () => {
  const points = [
    { date: '2026-01-01', value: 1234.4 },
    { date: '2026-01-05', value: 617.2 },
  ]
  const { container } = render(<ScoreTrend points={points} currency="EUR" />)
  expect(screen.getByRole('img')).toHaveAccessibleName(
    'Score from €1,234 on 1 Jan 2026 to €617 on 5 Jan 2026',
  )
  // From 44, nothing, to 8, the most: half of it is at 26.
  expect(container.querySelector('circle')).toHaveAttribute('cy', '26')
})

test('ranks over time have the first place at the top, whole ticks, and the days looked at', () => {
  const { container } = render(
    <TimeChart
      caption="Rank over time"
      points={[
        { date: '2026-01-01', value: 3 },
        { date: '2026-01-11', value: 1 },
      ]}
      short={String}
      full={String}
      ranks
      marks={['2025-12-01', '2026-01-06']}
    />,
  )
  expect(screen.getByRole('img')).toHaveAccessibleName(
    'Rank over time: from 3 on 1 Jan 2026 to 1 on 11 Jan 2026',
  )
  expect(container.querySelector('circle')).toHaveAttribute('cy', '10')
  const ticks = [...container.querySelectorAll('text[text-anchor="end"]')]
  expect(ticks.map((tick) => tick.textContent)).toEqual(['1', '2', '3'])
  // Halfway between 44 and 392; the day outside of the drawing is left out.
  const marks = [...container.querySelectorAll('path[stroke-dasharray]')]
  expect(marks.map((mark) => mark.getAttribute('d'))).toEqual(['M218 10V144'])
})

test('what was measured now and then has its interval, and the time between is only a dashed line', () => {
  const { container } = render(
    <EstimateTrend
      caption="Alignment"
      estimates={[
        { name: 'Poll 1', date: '2026-01-01', value: 50, interval: { low: 30, high: 60 } },
        { name: 'Poll 2', date: '2026-01-11', value: 75, interval: null },
      ]}
    />,
  )
  expect(screen.getByRole('img')).toHaveAccessibleName(
    'Alignment: Poll 1 50 of 100 (30 to 60), Poll 2 75 of 100 (not known)',
  )
  // 0 stands at 144 and 100 at 10, so 50 at 77 and 75 at 43.5; the days stand 12 within 44 and 392.
  const dots = [...container.querySelectorAll('circle')]
  expect(dots.map((dot) => [dot.getAttribute('cx'), dot.getAttribute('cy')])).toEqual([
    ['56', '77'],
    ['380', '43.5'],
  ])
  expect(container.querySelector('[data-mark=course]')).toHaveAttribute('d', 'M56,77L380,43.5')
  const intervals = [...container.querySelectorAll('[data-mark=interval]')]
  expect(intervals.map((mark) => mark.getAttribute('d'))).toEqual([
    'M56 103.8V63.6M52 103.8h8M52 63.6h8',
  ])
  const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', {
    hidden: true,
  })
  expect(rows.map((row) => row.textContent)).toEqual([
    'Measured byOnOf 10095 % interval',
    'Poll 11 Jan 20265030 to 60',
    'Poll 211 Jan 202675not known',
  ])
})
