import type { AreaKey } from './company.ts'

/** A question of a customer and the answer that closes it. */
export type Question = { area: AreaKey; ask: string; answer: string }

export const QUESTIONS: readonly Question[] = [
  {
    area: 'identity',
    ask: 'How do we give somebody of the {team} access to one report only?',
    answer: 'Give them the role Reader and share the report with them. They see nothing else.',
  },
  {
    area: 'identity',
    ask: 'Can we see who signed in during the last week at {site}?',
    answer: 'Yes: Administration, then Sign-ins, filtered by site. It goes back 90 days.',
  },
  {
    area: 'integrations',
    ask: 'Which addresses do your webhooks come from? Our firewall has to know.',
    answer:
      'They are listed in the documentation under Network, and change with 30 days of notice.',
  },
  {
    area: 'integrations',
    ask: 'Does the API know the number of pallets of an order?',
    answer: 'Yes, in version 2 as loadingUnits. Version 1 does not have it.',
  },
  {
    area: 'orders',
    ask: 'How can we cancel {n} orders of one customer in one go?',
    answer: 'Filter the list by customer, select all, then Cancel. Up to 200 at once.',
  },
  {
    area: 'orders',
    ask: 'Why is an order grey on the dispatch board?',
    answer: 'Its address was not found on the map. Open it and set the pin.',
  },
  {
    area: 'invoicing',
    ask: 'Where do we change the payment terms for the customers of {site}?',
    answer: 'On the customer, under Terms. A change holds from the next invoice on.',
  },
  {
    area: 'invoicing',
    ask: 'Can an invoice be sent to two addresses?',
    answer: 'Yes, separate them by a comma in the field Invoice to.',
  },
  {
    area: 'notifications',
    ask: 'Can we switch off the mail that goes out when a tour starts?',
    answer: 'Yes: Settings, Notifications, Tour started. It holds for the whole organisation.',
  },
  {
    area: 'mobile',
    ask: 'Which Android versions does the driver app need?',
    answer: 'Android 11 or later, and iOS 16 or later.',
  },
  {
    area: 'administration',
    ask: 'How long do you keep our orders after we give notice?',
    answer: 'Thirty days, in which you can export everything. Then they are deleted.',
  },
  {
    area: 'administration',
    ask: 'Can the {team} get a second environment for training?',
    answer: 'A training organisation is part of Business. We have opened one for you.',
  },
  {
    area: 'dashboards',
    ask: 'Why does on-time delivery differ between the dashboard and our own list?',
    answer:
      'The dashboard counts the planned window, your list the promised day. Both are in the definition.',
  },
  {
    area: 'reports',
    ask: 'Can a report show two months beside each other?',
    answer: 'Yes: choose Compare with and the period before.',
  },
  {
    area: 'reports',
    ask: 'Is there a limit on rows in the Excel export? We have {n} thousand.',
    answer: 'One million rows a file. Above that the export makes several files.',
  },
  {
    area: 'model',
    ask: 'When during the night are the figures of {site} brought up to date?',
    answer: 'Between two and three in the morning, in the time zone of your organisation.',
  },
]

/** Ask back what is missing before anything can be decided; and what the CSM then finds out. */
export const ASK_BACKS: ReadonlyArray<{ question: string; reply: string }> = [
  {
    question: 'Which identity provider do they use, and for how many people?',
    reply: 'Entra ID, about 400 people. Their IT can test in the evening.',
  },
  {
    question: 'Is this for all sites, or for one to begin with?',
    reply: 'One site to begin with, the others follow next year.',
  },
  {
    question: 'Could you get an example file? We cannot see the difference from the description.',
    reply: 'The file is in the ticket now. The third row shows it.',
  },
  {
    question: 'What do they do today, and what does it cost them?',
    reply: 'Two people type it over, about six hours a week together.',
  },
  {
    question: 'Does it happen on every order, or only on those with several lines?',
    reply: 'Only with several lines. They checked ten of each.',
  },
  {
    question: 'Who at the customer decides, and by when do they need it?',
    reply: 'The head of operations. They need a date by the end of the quarter.',
  },
]
