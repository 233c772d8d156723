import { Link, useSearchParams } from '@remix-run/react'

import { Badge } from '#app/components/ui/badge.tsx'
import { attributeText } from '#app/domain/accounts/attributes.ts'
import type { AccountPage } from '#app/domain/accounts/account-page.ts'
import { formatDay } from '#app/lib/dates.ts'

import { accountHref } from './account-href.ts'
import { Fact, FactList } from './fact-list.tsx'
import { LIFECYCLE_WORDS } from './words.ts'

/** What an account is. */
export function AccountDetails({ page }: { page: AccountPage }) {
  const { summary, domain, plan } = page
  const [search] = useSearchParams()
  return (
    <FactList>
      <Fact label="Owner">{summary.owner?.name ?? <span className="text-faint">nobody</span>}</Fact>
      <Fact label="Lifecycle">{LIFECYCLE_WORDS[summary.lifecycle]}</Fact>
      <Fact label="Segment">{summary.segment}</Fact>
      <Fact label="Industry">{summary.industry}</Fact>
      <Fact label="Region">{summary.region}</Fact>
      <Fact label="Employees">{summary.employees?.toLocaleString('en')}</Fact>
      <Fact label="Plan">{plan}</Fact>
      <Fact label="Domain">{domain}</Fact>
      {summary.parent ? (
        <Fact label="Parent">
          <Link to={accountHref(search, summary.parent.id)} className="hover:underline">
            {summary.parent.name}
          </Link>
        </Fact>
      ) : null}
      <Fact label="Weight">
        <StrategicWeight page={page} />
      </Fact>
    </FactList>
  )
}

function StrategicWeight({ page: { strategic } }: { page: AccountPage }) {
  const { weight, counts, reason, until } = strategic
  if (weight === 1 || !until) return <>1.00</>
  return (
    <>
      {weight.toFixed(2)}{' '}
      {counts === weight ? (
        <span className="text-muted">until {formatDay(until)}</span>
      ) : (
        <Badge>expired {formatDay(until)}, counts 1.00</Badge>
      )}
      <span className="block text-small text-muted">{reason}</span>
    </>
  )
}

/** The custom attributes of an account that somebody has entered. */
export function AttributeList({ attributes }: Pick<AccountPage, 'attributes'>) {
  const known = attributes.filter(({ value }) => value !== null)
  const unknown = attributes.length - known.length
  return (
    <>
      {known.length > 0 ? (
        <FactList>
          {known.map(({ definition, value }) => (
            <Fact key={definition.key} label={definition.label}>
              {definition.type === 'date' && typeof value === 'string'
                ? formatDay(value)
                : attributeText(value)}
            </Fact>
          ))}
        </FactList>
      ) : null}
      {unknown > 0 ? (
        <p className="pt-1 text-small text-faint">
          {known.length > 0 ? `${unknown} more unknown.` : `All ${unknown} unknown.`}
        </p>
      ) : null}
    </>
  )
}
