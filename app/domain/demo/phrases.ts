import type { Importance, RequestSource } from '#db/constants.ts'

/** What customers add to what they need, by how much it matters to them. */
export const CONSEQUENCES: Readonly<Record<Importance, readonly string[]>> = {
  blocker: [
    'Without it we will not sign again.',
    'Our board has made this a condition for the renewal.',
    'We have asked two other suppliers for an offer because of this.',
    'Legal told us to stop the roll-out until it is there.',
    'If there is no date by the end of the quarter, we give notice.',
    'This decides whether {site} goes live at all.',
  ],
  critical: [
    'It costs the {team} about {hours} hours every week.',
    'We have hired a temp just for this.',
    'Three people work around it daily, and it shows in our figures.',
    'Our head of operations raises it in every meeting.',
    'At month end everything stops because of it.',
    'It is the first thing the {team} would change.',
    'We escalated this once already.',
  ],
  major: [
    'For now we work around it in Excel.',
    'There is a workaround, and nobody likes it.',
    'We manage, but it is slow and goes wrong now and then.',
    'New people stumble over it in their first week.',
    'It came up again in our quarterly review.',
    'Other sites of ours ask for the same.',
    'Somebody of the {team} built a macro for it.',
  ],
  minor: [
    'No drama, but it would be nice.',
    'We can live with it.',
    'It would make a good impression on our people.',
    'Not urgent for us.',
    'Just to have it on your list.',
    'A small thing that would please the {team}.',
  ],
}

export const CLOSINGS = [
  'Happy to show it on a call.',
  'Can you tell us when this comes?',
  'We would test it early.',
  'Screenshots are in the ticket.',
  'Please let us know either way.',
  'Our project plan has a gap until then.',
  'We talked about it at the last visit.',
  'The details are with our admin.',
] as const

export const GOALS = [
  'Go live at {site} before the season',
  'One system of record for all depots',
  'Close the month in three days',
  'Pass the yearly security review',
  'Less than 2 % late deliveries',
  'No more manual work in invoicing',
  'Roll out to all stores this year',
  'Cut the cost of a parcel by 5 %',
] as const

export const QUOTES = [
  'We will have to look for another supplier if this is not solved by the renewal.',
  'As agreed in the review, this is a condition for extending the contract.',
  'Please treat this as a formal notice that we expect a solution.',
  'Our procurement will not approve the renewal without it.',
] as const

export const TEAMS_OF_CUSTOMERS = [
  'dispatch team',
  'finance team',
  'warehouse',
  'back office',
  'customer service',
  'IT team',
  'night shift',
  'controlling',
] as const

export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'September', 'October', 'November'],
] as const

export const ROLES_OF_CONTACTS = [
  'Head of Operations',
  'IT Manager',
  'CFO',
  'Dispatch Lead',
  'Warehouse Manager',
  'Head of Logistics',
  'Security Officer',
  'Business Analyst',
  'Managing Director',
  'Accounting',
] as const

export const SOURCES: ReadonlyArray<readonly [RequestSource, number]> = [
  ['call', 35],
  ['email', 25],
  ['meeting', 18],
  ['ticket', 17],
  ['survey', 5],
]

type Place = { sites: readonly string[]; first: readonly string[]; last: readonly string[] }

/** Names of places and people, by the currency of the account. */
export const PLACES: Readonly<Record<string, Place>> = {
  TRY: {
    sites: ['Gebze', 'Tuzla', 'Mersin', 'Aliağa', 'Çorlu', 'Kayseri'],
    first: [
      'Ayşe',
      'Mehmet',
      'Zeynep',
      'İbrahim',
      'Elif',
      'Murat',
      'Gülşen',
      'Barış',
      'Ilgın',
      'Hakan',
    ],
    last: [
      'Kaya',
      'Demir',
      'Şahin',
      'Çelik',
      'Yıldız',
      'Arslan',
      'Koç',
      'Işık',
      'Özdemir',
      'Kılıç',
    ],
  },
  EUR: {
    sites: ['Tilburg', 'Duisburg', 'Lyon', 'Zaragoza', 'Göteborg', 'Linz', 'Antwerp', 'Cork'],
    first: [
      'Anna',
      'Pieter',
      'Sophie',
      'Lars',
      'Carmen',
      'Jürgen',
      'Niamh',
      'Luca',
      'Ingrid',
      'Paweł',
    ],
    last: [
      'Schneider',
      'Jansen',
      'Moreau',
      'Lindholm',
      'Ortega',
      'Bauer',
      'Byrne',
      'Rossi',
      'Nowak',
      'Fischer',
    ],
  },
  USD: {
    sites: ['Reno', 'Memphis', 'Savannah', 'Joliet', 'Fontana', 'Allentown'],
    first: [
      'Karen',
      'Miguel',
      'Denise',
      'Tyler',
      'Aisha',
      'Robert',
      'Linh',
      'Megan',
      'Andre',
      'Susan',
    ],
    last: [
      'Johnson',
      'Alvarez',
      'Nguyen',
      'Miller',
      'Washington',
      'Clark',
      'Patel',
      'Sullivan',
      'Brooks',
      'Young',
    ],
  },
}
