import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { MoneyText } from '#app/components/money-text.tsx'
import type { WorkedExample as Example } from '#app/domain/model/example.ts'
import { IMPORTANCE_LABELS, TYPE_LABELS } from '#app/domain/requests/labels.ts'
import { probabilityOf } from '#app/domain/scoring/hazards.ts'
import { formatDay } from '#app/lib/dates.ts'
import { percentText } from '#app/lib/numbers.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

import { EVIDENCE_WORDS } from './words.ts'

type Step = { title: string; text: ReactNode; figure: ReactNode }

/** One line of a receipt told step by step; each figure follows from the one before. */
export function WorkedExample({ example, currency }: { example: Example; currency: string }) {
  return (
    <ol className="max-w-[820px] border-t">
      {stepsOf(example, currency).map(({ title, text, figure }) => (
        <li
          key={title}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 border-b py-2 md:grid-cols-[10rem_minmax(0,1fr)_auto]"
        >
          <b className="max-md:col-span-2">{title}</b>
          <span className="min-w-0 wrap-anywhere text-muted">{text}</span>
          <b className="text-right tabular-nums">{figure}</b>
        </li>
      ))}
    </ol>
  )
}

function stepsOf(example: Example, currency: string): Step[] {
  const { part, item, shown, total, costInScore, score } = example
  const { from, share, canSave } = part
  // Less than this is nothing but rounding.
  const isRest = from.arrAtRisk - from.baselineCause - part.arrAtRisk > 0.5
  const money = (value: number) => <MoneyText full amount={{ value, currency }} />
  return [
    { title: 'The money', text: moneyText(example), figure: money(from.raw) },
    { title: 'How likely it is lost', text: lossText(example), figure: percentText(from.q, 0) },
    {
      title: 'At risk',
      text: (
        <>
          {percentText(from.q, 1)} of {money(from.raw)}. {money(from.baselineCause)} of it has
          nothing to do with the product, {money(part.arrAtRisk)} comes from what this item would
          solve{isRest ? ', the rest from what others would' : ''}.
        </>
      ),
      figure: money(from.arrAtRisk),
    },
    {
      title: 'Could be saved',
      text: (
        <>
          {percentText(from.protectable, 1)} of the money would be kept if everything that the
          account asks for were built. {chanceText(example)}
        </>
      ),
      figure: money(from.raw * from.protectable),
    },
    {
      title: 'This item’s share',
      text: (
        <>
          {share === 1
            ? 'It is the only one that can help here.'
            : `${percentText(share, 1)} of what could be saved. The shares of all items add up to it, so nothing counts twice.`}
        </>
      ),
      figure: money(canSave),
    },
    { title: 'Weighted', text: weightText(example), figure: money(shown) },
    {
      title: 'The item’s value',
      text: <>The same of every account that asks for {itemName(item)}, added up.</>,
      figure: money(total),
    },
    {
      title: 'Divided by the cost',
      text: `${costInScore.toFixed(2)} engineer-weeks, expected. That is the score${
        item.rank === null ? '.' : `; it is number ${item.rank} of ${item.line}.`
      }`,
      figure: money(score),
    },
  ]
}

function itemName({ id, title }: Example['item']): ReactNode {
  return id === null ? (
    title
  ) : (
    <Link to={`/items/${id}`} dir="auto" className="text-text underline">
      {itemKey(id)} {title}
    </Link>
  )
}

const KINDS = { renewal: 'contract', expansion: 'expansion', new_business: 'new business' }

function moneyText({ part, whose }: Example): ReactNode {
  const { from } = part
  const name =
    whose === 'invented' ? (
      from.account
    ) : (
      <Link to={`/accounts/${from.accountId}`} className="text-text underline">
        {from.account}
      </Link>
    )
  const deal = from.win === 1 ? '' : `, likely at ${percentText(from.win, 0)}`
  const when =
    from.date === null
      ? 'without a renewal date, so the decision is always half a year away'
      : `${from.kind === 'renewal' ? 'renews' : 'closes'} on ${formatDay(from.date)}, so it is decided by ${formatDay(from.decisionOn)}`
  return (
    <>
      {name}: {KINDS[from.kind]}
      {deal}, {when}.
    </>
  )
}

function lossText({ part, whose }: Example): ReactNode {
  const { from, link } = part
  const { claim } = link
  const request = part.request === null || whose === 'invented' ? null : Number(part.request)
  const name =
    request === null ? (
      'The request'
    ) : (
      <Link to={`/requests/${request}`} className="text-text underline">
        {requestKey(request)}
      </Link>
    )
  const age =
    claim.ageDays === 0 ? 'today' : `${claim.ageDays} ${claim.ageDays === 1 ? 'day' : 'days'} ago`
  return (
    <>
      {from.l0 > 0
        ? `Health ${from.health === null ? 'is unknown and counts as 65, which' : `of ${Math.round(from.health)}`} alone says ${percentText(probabilityOf(from.l0), 1)}. `
        : 'The stage of the deal already says what is lost for other reasons. '}
      {name} ({IMPORTANCE_LABELS[claim.severity].toLowerCase()},{' '}
      {TYPE_LABELS[claim.type].toLowerCase()}, {EVIDENCE_WORDS[claim.evidence]}, confirmed {age})
      adds {percentText(probabilityOf(link.lambda), 1)}; other requests add theirs. Together they
      never pass 100&nbsp;%.
    </>
  )
}

function chanceText({ part: { link } }: Example): string {
  return `This item ships before the decision with ${percentText(link.u, 0)}, and takes its need away with ${percentText(link.rho, 0)}.`
}

function weightText({ part: { from, canSave, value } }: Example): string {
  const { psi, icp, strategic, h } = from.weights
  const weights = [
    [`fit × ${icp.toFixed(3)}`, icp],
    [`strategic × ${strategic.toFixed(2)}`, strategic],
    [`${KINDS[from.kind]} × ${psi}`, psi],
    [`far date × ${h.toFixed(3)}`, h],
  ] as const
  const told = weights.flatMap(([text, factor]) => (factor === 1 ? [] : text))
  if (told.length === 0 || canSave === value) return 'Every weight is 1 here.'
  return `For the order alone: ${told.join(', ')}. Amounts stay as they are.`
}
