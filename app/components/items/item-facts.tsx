import { Link } from '@remix-run/react'
import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'

import { Fact, FactList } from '#app/components/accounts/fact-list.tsx'
import { DateText, TimeText } from '#app/components/date-text.tsx'
import { costText, LANE_LABELS } from '#app/domain/items/words.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import type { Confidence, CostSize, Lane } from '#db/constants.ts'

type ItemFactsProps = {
  item: {
    line: string
    area: string | null
    owner: string | null
    lane: Lane
    costLow: number | null
    costLikely: number | null
    costHigh: number | null
    costSize: CostSize | null
    shipsOn: IsoDate | null
    shipQuarter: string | null
    shipConfidence: Confidence | null
    trackerUrl: string | null
    trackerKey: string | null
    nextRenewalOn: IsoDate | null
    statusSince: Date
    createdAt: Date
    createdBy: string | null
    mergedFrom: readonly { id: number; title: string }[]
  }
  today: IsoDate
  now: Date
}

const none = (words: string) => <span className="text-faint">{words}</span>

/** What is known of an item besides its figures, a line each. */
export function ItemFacts({ item, today, now }: ItemFactsProps) {
  return (
    <FactList>
      <Fact label="Product line">{item.line}</Fact>
      <Fact label="Area">{item.area ?? none('none')}</Fact>
      <Fact label="Owner">{item.owner ?? none('nobody yet')}</Fact>
      <Fact label="Lane">{LANE_LABELS[item.lane]}</Fact>
      <Fact label="Cost">{costText(item) ?? none('not estimated')}</Fact>
      <Fact label="Ships">
        <Ships item={item} today={today} />
      </Fact>
      {item.nextRenewalOn === null ? null : (
        <Fact label="Next renewal">
          <DateText date={item.nextRenewalOn} today={today} as="day" />
        </Fact>
      )}
      <Fact label="Tracker">
        <Tracker item={item} />
      </Fact>
      <Fact label="In this status">
        since <TimeText at={item.statusSince} now={now} />
      </Fact>
      <Fact label="Made">
        {item.createdBy === null ? null : `by ${item.createdBy} `}
        <TimeText at={item.createdAt} now={now} />
      </Fact>
      {item.mergedFrom.length === 0 ? null : (
        <Fact label="Merged into it">
          {item.mergedFrom.map(({ id, title }) => (
            <span key={id} className="block truncate" title={title}>
              <span className="text-faint">{itemKey(id)}</span> {title}
            </span>
          ))}
        </Fact>
      )}
    </FactList>
  )
}

function Ships({ item, today }: Pick<ItemFactsProps, 'item' | 'today'>): ReactNode {
  const { shipsOn, shipQuarter, shipConfidence } = item
  if (shipsOn === null) return none('not said')
  return (
    <>
      {shipQuarter ?? <DateText date={shipsOn} today={today} as="day" />}
      <span className="text-muted">
        {shipConfidence === null ? null : `, ${shipConfidence} confidence`}
      </span>{' '}
      <Link to="?tab=history" className="text-small text-muted underline">
        changes
      </Link>
    </>
  )
}

function Tracker({ item: { trackerUrl, trackerKey } }: Pick<ItemFactsProps, 'item'>): ReactNode {
  if (trackerUrl === null) return trackerKey ?? none('no link')
  return (
    <a
      href={trackerUrl}
      rel="noreferrer"
      className="inline-flex max-w-full items-center gap-1 hover:underline"
    >
      <span className="truncate">{trackerKey ?? trackerUrl}</span>
      <ExternalLink aria-hidden className="size-3.5 shrink-0 text-muted" />
    </a>
  )
}
