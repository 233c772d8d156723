import { Link } from '@remix-run/react'

import { TAB_LOOK } from '#app/components/ui/tabs.tsx'
import { PREDICTION_DAYS, type PredictionDays } from '#db/constants.ts'

/** Which predictions are judged: those frozen 90 or 30 days before the decision. */
export function DaysSwitch({ days }: { days: PredictionDays }) {
  return (
    <nav aria-label="Predictions" className="flex gap-4">
      {PREDICTION_DAYS.map((one) => (
        <Link
          key={one}
          to={one === 90 ? '/model/outcomes' : `/model/outcomes?days=${one}`}
          aria-current={one === days ? 'page' : undefined}
          preventScrollReset
          className={TAB_LOOK}
        >
          {one} days ahead
        </Link>
      ))}
    </nav>
  )
}
