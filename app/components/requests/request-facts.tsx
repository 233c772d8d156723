import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { TimeText } from '#app/components/date-text.tsx'
import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { annualise, formatMoney } from '#app/domain/money.ts'
import {
  EVIDENCE_LABELS,
  IMPORTANCE_DEFINITIONS,
  SOURCE_LABELS,
  TYPE_LABELS,
} from '#app/domain/requests/labels.ts'
import type { RequestDetails } from '#app/domain/requests/request-details.ts'
import { countedEvidence } from '#app/domain/scoring/evidence.ts'
import { isClaimAsked } from '#app/domain/requests/rules.ts'
import { renewalWords } from '#app/domain/requests/stake-choices.ts'
import { formatDay } from '#app/lib/dates.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

/** What is known of a request, a line each. */
export function RequestFacts({ request, now }: { request: RequestDetails; now: Date }) {
  const { item, settled, productImportance, area } = request
  return (
    <dl className="divide-y divide-line border-y">
      <Fact label="Item">
        {item ? (
          <>
            <Link to={`/items/${item.id}`} className="hover:underline">
              <span className="text-faint">{itemKey(item.id)}</span> {item.title}
            </Link>
            <Quiet>
              <StatusDisc status={item.status} horizon={item.horizon} />
              {item.rank === null ? null : (
                <span>
                  rank {item.rank} in {request.productLine.name}
                </span>
              )}
              {item.shipsOn ? (
                <span>expected {item.shipQuarter ?? formatDay(item.shipsOn)}</span>
              ) : null}
              {request.state === 'new' ? <span>same need, to be confirmed in triage</span> : null}
            </Quiet>
          </>
        ) : (
          <span className="text-muted">None</span>
        )}
      </Fact>
      {request.duplicateOfId === null ? null : (
        <Fact label="Duplicate of">
          <RequestLink id={request.duplicateOfId} />
        </Fact>
      )}
      {request.splitFromId === null ? null : (
        <Fact label="Split from">
          <RequestLink id={request.splitFromId} />
        </Fact>
      )}
      <Fact label="Type">{TYPE_LABELS[request.type]}</Fact>
      <Fact label="Importance">
        <ImportanceBars importance={request.importance} />
        <Quiet>{IMPORTANCE_DEFINITIONS[request.importance]}</Quiet>
        {productImportance && productImportance !== request.importance ? (
          <Quiet>
            Product says <ImportanceBars importance={productImportance} />
          </Quiet>
        ) : null}
        {settled ? (
          <Quiet>
            Settled as <ImportanceBars importance={settled.importance} /> by {settled.by}:{' '}
            {settled.reason}
          </Quiet>
        ) : null}
      </Fact>
      <Fact label="Would they leave">
        {EVIDENCE_LABELS[request.evidence]}
        {request.evidenceQuote ? (
          <blockquote dir="auto" className="mt-0.5 border-l-2 pl-2 whitespace-pre-wrap">
            {request.evidenceQuote}
          </blockquote>
        ) : null}
        {request.evidenceUrl ? (
          <a
            href={request.evidenceUrl}
            rel="noreferrer"
            target="_blank"
            className="block truncate text-accent hover:underline"
          >
            {request.evidenceUrl}
          </a>
        ) : null}
        <DoubtAndAnswer request={request} />
      </Fact>
      <Fact label="Claim">
        confirmed <TimeText at={request.confirmedAt} now={now} />
        {request.open.confirm && !isClaimAsked(request.asks) ? (
          <Form
            method="post"
            action={`/requests/${request.id}/confirmation`}
            preventScrollReset
            className="ml-2 inline-block"
          >
            <Button size="small">It still holds</Button>
          </Form>
        ) : null}
      </Fact>
      {request.stake ? <StakeFact stake={request.stake} account={request.account} /> : null}
      {request.goal ? (
        <Fact label="Goal it blocks">
          <span dir="auto" className="whitespace-pre-wrap">
            {request.goal}
          </span>
        </Fact>
      ) : null}
      <Fact label="Product line">
        {request.productLine.name}
        {area ? `, ${area.name}` : null}
      </Fact>
      <Fact label="Heard in">{SOURCE_LABELS[request.source]}</Fact>
      <Fact label="First answer">
        {request.firstAnsweredAt ? (
          <TimeText at={request.firstAnsweredAt} now={now} />
        ) : (
          <>due {formatDay(request.answerDueOn)}</>
        )}
      </Fact>
    </dl>
  )
}

/** What Product finds wanting in the evidence, and the way to give better. */
function DoubtAndAnswer({
  request: { id, evidence, evidenceDoubt, open },
}: {
  request: RequestDetails
}) {
  return (
    <>
      {evidenceDoubt ? (
        <p className="text-small text-watch">
          Not convincing to {evidenceDoubt.by}: “{evidenceDoubt.reason}” It counts as “
          {EVIDENCE_LABELS[countedEvidence(evidence, true)]}”.
        </p>
      ) : null}
      {open.evidence ? (
        <Link to={`/requests/${id}/evidence`} className="block text-accent hover:underline">
          {evidenceDoubt ? 'Give better evidence' : 'Change'}
        </Link>
      ) : null}
    </>
  )
}

function StakeFact({
  stake,
  account,
}: {
  stake: NonNullable<RequestDetails['stake']>
  account: { id: number }
}) {
  const { contracts, opportunities, chosen } = stake
  const nothing = contracts.length + opportunities.length === 0
  return (
    <Fact label="At stake">
      {nothing ? <span className="text-muted">No money</span> : null}
      <ul>
        {contracts.map((contract) => (
          <Money
            key={`contract ${contract.id}`}
            amount={formatMoney(annualise(contract.amount, contract.period))}
          >
            {contract.name || 'Contract'}
            {contract.accountId === account.id ? null : ` of ${contract.holder}`},{' '}
            {renewalWords(contract)}
          </Money>
        ))}
        {opportunities.map(({ id, name, amount }) => (
          <Money key={`opportunity ${id}`} amount={amount ? formatMoney(amount) : 'no amount'}>
            Opportunity {name}
          </Money>
        ))}
      </ul>
      {chosen ? <Quiet>Chosen by hand</Quiet> : null}
    </Fact>
  )
}

function Money({ amount, children }: { amount: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
      <span className="whitespace-nowrap">{amount}</span>
    </li>
  )
}

function RequestLink({ id }: { id: number }) {
  return (
    <Link to={`/requests/${id}`} className="text-accent hover:underline">
      {requestKey(id)}
    </Link>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 py-1.5">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}

function Quiet({ children }: { children: ReactNode }) {
  return (
    <span className="flex flex-wrap gap-x-3 text-small text-muted empty:hidden">{children}</span>
  )
}
