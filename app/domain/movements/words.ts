import type { MoveCause } from '#app/domain/scoring/why-moved.ts'
import type { InputChange } from '#app/domain/scoring/input-changes.ts'
import type { RankMovement } from '#app/domain/scoring/rank-movement.ts'
import { EVIDENCE_LABELS, IMPORTANCE_LABELS, TYPE_LABELS } from '#app/domain/requests/labels.ts'
import { formatDay, isIsoDate } from '#app/lib/dates.ts'

import type { Point } from './points.ts'

/** A cause in a word or two, for the bars and their table. */
export const CAUSE_LABELS: Readonly<Record<MoveCause, string>> = {
  calendar: 'Calendar',
  health: 'Health',
  amounts: 'Amounts, dates, rates',
  weights: 'Fit and weights',
  own_links: 'Its own requests',
  other_links: 'Other requests',
  own_cost: 'Its own cost',
  other_costs: 'Other items’ cost',
  model: 'Model version',
}

/** What the cause did, as a sentence. `days` passed between the two points. */
export function causeSentence(cause: MoveCause, days: number): string {
  switch (cause) {
    case 'calendar':
      return days === 1
        ? 'A day passed: decisions are nearer and claims older.'
        : `${days} days passed: decisions are nearer and claims older.`
    case 'health':
      return 'The health of accounts that ask for it changed.'
    case 'amounts':
      return 'Contracts, deals or plan rates changed.'
    case 'weights':
      return 'The fit or the strategic weight of accounts changed.'
    case 'own_links':
      return 'What accounts ask of this item changed.'
    case 'other_links':
      return 'What the same accounts ask of other items changed.'
    case 'own_cost':
      return 'Its cost or its ship date changed.'
    case 'other_costs':
      return 'The cost or the ship date of other items for the same accounts changed.'
    case 'model':
      return 'Another version of the model is in force.'
  }
}

/** `12 Nov 2026`, `no. 2 of 12 Nov 2026`. */
export function pointText({ day, publication }: Pick<Point, 'day' | 'publication'>): string {
  return publication === null ? formatDay(day) : `no. ${publication} of ${formatDay(day)}`
}

const places = (count: number) => {
  const whole = Math.floor(count)
  const text = count === whole ? String(whole) : `${whole === 0 ? '' : whole}½`
  return `${text} ${count <= 1 ? 'place' : 'places'}`
}

const shift = (ranks: number, what: string) =>
  `${places(Math.abs(ranks))} ${ranks < 0 ? 'up' : 'down'} by ${what}`

/** `Rank 3 to 1: 1½ places up by its own score, ½ place up by what others did.` */
export function rankSentence({ from, to, own, field }: RankMovement): string {
  const parts = [
    ...(own === 0 ? [] : [shift(own, 'its own score')]),
    ...(field === 0 ? [] : [shift(field, 'what others did')]),
  ]
  const start = from === to ? `Still rank ${to}` : `Rank ${from} to ${to}`
  return parts.length === 0 ? `${start}.` : `${start}: ${parts.join(', ')}.`
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  icp: 'fit',
  strategic: 'strategic weight',
  fx: 'plan rate',
  win: 'probability',
  date: 'date',
  notice: 'notice days',
  severity: 'importance',
  standing: 'standing',
  shipDate: 'ship date',
}

/** A difference as a clause: `health from 62 to 35`, `linked`, `importance from minor to critical`. */
export function changeClause({ cause, subject, field, from, to }: InputChange): string {
  if (field === 'there') return presenceClause(cause, subject, to === true)
  if (field === 'counts') return `counts for ${to === true ? 'more' : 'less'} money now`
  if (field === 'confirmed') return 'confirmed again'
  if (field === 'evergreen') return to === true ? 'evergreen now' : 'no longer evergreen'
  const words = FIELD_WORDS[field] ?? field
  return `${words} from ${valueText(field, from)} to ${valueText(field, to)}`
}

function presenceClause(
  cause: MoveCause,
  { type, id }: InputChange['subject'],
  came: boolean,
): string {
  if (type === 'request') {
    if (cause === 'own_links') return came ? 'asks for it now' : 'no longer asks for it'
    return came ? 'counts now' : 'no longer counts'
  }
  const what = id.startsWith('contract:') ? 'contract' : 'opportunity'
  return came ? `${what} that was not there` : `${what} no longer open`
}

const LABELS: Readonly<Record<string, string>> = {
  ...IMPORTANCE_LABELS,
  ...EVIDENCE_LABELS,
  ...TYPE_LABELS,
}

function valueText(field: string, value: InputChange['from']): string {
  if (value === null) return field === 'health' ? 'unknown' : 'none'
  if (typeof value === 'number') {
    if (field === 'icp' || field === 'win') return `${Math.round(value * 100)} %`
    return value.toLocaleString('en', { maximumFractionDigits: field === 'fx' ? 6 : 2 })
  }
  if (typeof value === 'string' && isIsoDate(value)) return formatDay(value)
  return (LABELS[String(value)] ?? String(value)).toLowerCase()
}
