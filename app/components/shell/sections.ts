import {
  Building2,
  Calculator,
  FileCheck,
  Import,
  Inbox,
  ListOrdered,
  ScrollText,
  Settings,
  Target,
  UserRound,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'

export type SectionName =
  | 'triage'
  | 'requests'
  | 'backlog'
  | 'publications'
  | 'accounts'
  | 'profile'
  | 'model'
  | 'imports'
  | 'people'
  | 'settings'
  | 'audit'

export type Section = {
  name: SectionName
  label: string
  to: string
  Icon: LucideIcon
  /** Heading it stands under in the rail. */
  group: string | null
  /** Second key after `g`. */
  key?: string
  /** Beginnings of other addresses whose pages belong to it. */
  pages?: readonly string[]
  /** Shows one product line at a time, so its link carries the line. */
  byLine?: boolean
}

/** Every section there is, in the order of the rail. */
export const SECTIONS: readonly Section[] = [
  {
    name: 'triage',
    label: 'Triage',
    to: '/triage',
    Icon: Inbox,
    group: null,
    key: 't',
    byLine: true,
  },
  {
    name: 'requests',
    label: 'My requests',
    to: '/my-requests',
    Icon: UserRound,
    group: null,
    key: 'm',
  },
  {
    name: 'backlog',
    label: 'Backlog',
    to: '/backlog',
    Icon: ListOrdered,
    group: 'Decide',
    key: 'b',
    pages: ['/items'],
    byLine: true,
  },
  {
    name: 'publications',
    label: 'Publications',
    to: '/publications',
    Icon: FileCheck,
    group: 'Decide',
    key: 'u',
    byLine: true,
  },
  {
    name: 'accounts',
    label: 'Accounts',
    to: '/accounts',
    Icon: Building2,
    group: 'Customers',
    key: 'a',
  },
  {
    name: 'profile',
    label: 'Profile',
    to: '/profiles',
    Icon: Target,
    group: 'Agree',
    key: 'p',
    pages: ['/profiles', '/polls'],
    byLine: true,
  },
  {
    name: 'model',
    label: 'Model',
    to: '/model',
    Icon: Calculator,
    group: 'Agree',
  },
  { name: 'imports', label: 'Imports', to: '/imports', Icon: Import, group: 'Admin' },
  { name: 'people', label: 'People', to: '/people', Icon: UsersRound, group: 'Admin' },
  { name: 'settings', label: 'Settings', to: '/settings', Icon: Settings, group: 'Admin' },
  { name: 'audit', label: 'Audit log', to: '/audit', Icon: ScrollText, group: 'Admin' },
]

/** Addresses that are no section. */
export const ADDRESSES = {
  submit: '/requests/new',
  search: '/search',
  counts: '/counts',
  theme: '/theme',
  mentions: '/mentions',
  sessions: '/me',
  signOut: '/logout',
} as const

/** Whether the page at `pathname` belongs to the section. */
export function isWithin({ to, pages = [] }: Section, pathname: string): boolean {
  return [to, ...pages].some((start) => pathname === start || pathname.startsWith(`${start}/`))
}

/** Address of a section; the product line in view goes along where the section shows one. */
export function sectionHref(section: Section, line: string | null): string {
  return section.byLine && line ? `${section.to}?line=${encodeURIComponent(line)}` : section.to
}
