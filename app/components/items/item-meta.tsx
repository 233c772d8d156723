import { StatusDisc } from '#app/components/status-disc.tsx'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { LANE_LABELS } from '#app/domain/items/words.ts'
import { TYPE_LABELS } from '#app/domain/requests/labels.ts'
import type { Horizon, ItemStatus, ItemType, Lane } from '#db/constants.ts'

/** Below the title: where the item stands, what it is and whose. */
export function ItemMeta({
  item,
}: {
  item: {
    status: ItemStatus
    horizon: Horizon | null
    lane: Lane
    type: ItemType
    fastLane: boolean
    area: string | null
    owner: string | null
  }
}) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
      <StatusDisc status={item.status} horizon={item.horizon} />
      {item.area === null ? null : <span>{item.area}</span>}
      <span>{TYPE_LABELS[item.type]}</span>
      {item.fastLane ? <Badge tone="accent">fast lane</Badge> : null}
      {item.lane === 'ranked' ? null : (
        <Badge title="In a reserved lane: shown apart, not ranked">
          {LANE_LABELS[item.lane]} lane
        </Badge>
      )}
      {item.owner === null ? null : (
        <span className="inline-flex min-w-0 items-center gap-1">
          <Avatar decorative name={item.owner} />
          <span className="truncate">{item.owner}</span>
        </span>
      )}
    </p>
  )
}
