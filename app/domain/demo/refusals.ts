import type { DeclineReason, ItemType } from '#db/constants.ts'

import type { AreaKey } from './company.ts'

/** A wish that was declined, with the words that the customer got. */
export type Refusal = {
  area: AreaKey
  type: ItemType
  ask: string
  reason: DeclineReason
  words: string
  condition?: string
  /** Calendar days from now on which to look again. */
  revisitIn?: number
}

export const REFUSALS: readonly Refusal[] = [
  {
    area: 'orders',
    type: 'feature_request',
    ask: 'We would like Kestrel to run the auction of our spare loads.',
    reason: 'not_our_market',
    words:
      'Freight exchanges do this well, and we connect to two of them. We will not build our own.',
  },
  {
    area: 'invoicing',
    type: 'feature_request',
    ask: 'Please add payroll for our drivers, with night bonuses.',
    reason: 'not_our_market',
    words:
      'Payroll differs by country and stays with your payroll provider. Working hours can be exported.',
  },
  {
    area: 'mobile',
    type: 'feature_request',
    ask: 'Our drivers want the app on Windows phones of {site}.',
    reason: 'too_costly',
    words: 'The system is no longer maintained by its maker. We help you choose new devices.',
  },
  {
    area: 'dashboards',
    type: 'feature_request',
    ask: 'Can the dashboard speak? Our managers listen in the car.',
    reason: 'too_few_accounts',
    words: 'You are the first to ask. We keep it in mind.',
    condition: 'when three accounts have asked for it',
    revisitIn: 120,
  },
  {
    area: 'integrations',
    type: 'feature_request',
    ask: 'Connect our fax server, some carriers of {site} take orders by fax only.',
    reason: 'too_few_accounts',
    words: 'A mail-to-fax service does this today with our order mails. We can set it up together.',
  },
  {
    area: 'integrations',
    type: 'change_request',
    ask: 'We need direct write access to your database for the {team}.',
    reason: 'against_direction',
    words:
      'Nobody gets that, for your safety as well. The API writes all the fields that you named.',
  },
  {
    area: 'orders',
    type: 'bug',
    ask: 'Orders vanish from the list after an hour, always in the afternoon.',
    reason: 'not_reproducible',
    words:
      'We could not make it happen with your data in two weeks. Please send the order number when you see it again.',
    condition: 'when it happens with a number that we can look up',
    revisitIn: 30,
  },
  {
    area: 'notifications',
    type: 'bug',
    ask: 'Recipients get a mail although we closed the order.',
    reason: 'works_as_designed',
    words:
      'The mail goes out when goods leave, and the order is closed later. You can switch this mail off.',
  },
  {
    area: 'reports',
    type: 'feature_request',
    ask: 'Print every report on A3 with our watermark.',
    reason: 'workaround_exists',
    words:
      'Export as PDF and print with your printer’s own watermark. Your IT has done so at another site.',
  },
  {
    area: 'model',
    type: 'feature_request',
    ask: 'We want to enter our costs by hand, per day and per driver.',
    reason: 'too_costly',
    words: 'We take costs from files and the API. A screen for daily entry would be slow to use.',
    condition: 'when the import of costs turns out not to be enough',
  },
]

/** Change requests that Business Development decides, and what was said when they were accepted or not. */
export const COMMERCIAL_WORDS = {
  ask: [
    'They want it in their own layout. Is it part of the contract?',
    'A change for one customer. Billable?',
    'Goes beyond the standard. Please decide before we plan it.',
  ],
  yes: [
    'Accepted as part of the renewal.',
    'They pay for the effort, the order is signed.',
    'Goodwill, since they were promised it.',
  ],
  no: 'The effort is far above what the contract carries, and the customer did not want to pay for it. We can offer an introduction to a partner.',
} as const
