import { CalendarClock, CircleDot, Merge, Pencil, Scale } from 'lucide-react'

import { MenuLink } from '#app/components/ui/menu.tsx'

const ICON = 'size-4 text-muted'

const ACTIONS = [
  { noun: 'status', label: 'Change status', Icon: CircleDot },
  { noun: 'cost', label: 'Estimate cost', Icon: Scale },
  { noun: 'ship-date', label: 'Set ship date', Icon: CalendarClock },
  { noun: 'edit', label: 'Edit', Icon: Pencil },
  { noun: 'merge', label: 'Merge into another', Icon: Merge },
] as const

/** Address of a form about an item, which leads back to where it was opened. */
export function actionHref(itemId: number, noun: string, back: string): string {
  return `/items/${itemId}/${noun}?${new URLSearchParams({ back })}`
}

/** Everything that can be done with an item, as entries of a menu. */
export function ItemActions({ itemId, back }: { itemId: number; back: string }) {
  return ACTIONS.map(({ noun, label, Icon }) => (
    <MenuLink
      key={noun}
      to={actionHref(itemId, noun, back)}
      icon={<Icon aria-hidden className={ICON} />}
    >
      {label}
    </MenuLink>
  ))
}
