import { describe, expect, it } from 'vitest'
import {
  asksOf,
  canConfirm,
  expiresAfterDays,
  maySpeakFor,
  type RequestStanding,
} from '#app/domain/requests/rules.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'

const CONFIRMED = new Date('2026-01-15T09:30:00Z')
const EXPIRES_AFTER = 778
/** So many days later to the millisecond. */
const EXPIRED = new Date('2028-03-03T09:30:00Z')
/** Ninety days later to the millisecond. */
const DUE = new Date('2026-04-15T09:30:00Z')

const standing = (values: Partial<RequestStanding> = {}): RequestStanding => ({
  state: 'linked',
  importance: 'critical',
  settledImportance: null,
  confirmedAt: CONFIRMED,
  noAcceptedAt: null,
  solved: null,
  itemStatus: 'planned',
  ...values,
})

describe('asksOf', () => {
  it.each([
    ['nothing of a fresh one', {}, CONFIRMED, []],
    ['a confirmation of a critical one after 90 days', {}, DUE, ['confirm']],
    ['nothing a millisecond earlier', {}, new Date(DUE.getTime() - 1), []],
    ['nothing of a major one', { importance: 'major' }, DUE, []],
    ['the settled importance counts', { settledImportance: 'minor' }, DUE, []],
    [
      'also when it is the higher one',
      { importance: 'minor', settledImportance: 'blocker' },
      DUE,
      ['confirm'],
    ],
    ['a reply', { state: 'waiting', itemStatus: null }, CONFIRMED, ['reply']],
    [
      'a reply and a confirmation',
      { state: 'waiting', itemStatus: null },
      DUE,
      ['reply', 'confirm'],
    ],
    ['to pass on the no', { state: 'declined', itemStatus: null }, CONFIRMED, ['accept']],
    ['to pass on the no to its item', { itemStatus: 'declined' }, CONFIRMED, ['accept']],
    ['nothing once the no is accepted', { itemStatus: 'declined', noAcceptedAt: DUE }, DUE, []],
    ['whether it is solved', { itemStatus: 'shipped' }, CONFIRMED, ['solved']],
    ['nothing once it is solved', { itemStatus: 'shipped', solved: true }, DUE, []],
    [
      'whether an unsolved need still holds',
      { itemStatus: 'shipped', solved: false },
      DUE,
      ['confirm'],
    ],
    [
      'a confirmation of a minor one once it has expired',
      { importance: 'minor' },
      EXPIRED,
      ['expired'],
    ],
    [
      'of a blocker the same, in place of the other',
      { importance: 'blocker' },
      EXPIRED,
      ['expired'],
    ],
    [
      'nothing of a major one a millisecond earlier',
      { importance: 'major' },
      new Date(EXPIRED.getTime() - 1),
      [],
    ],
    [
      'nothing of an expired one that is solved',
      { itemStatus: 'shipped', solved: true },
      EXPIRED,
      [],
    ],
    ['nothing of an answered one', { state: 'answered', itemStatus: null }, DUE, []],
    ['nothing of a duplicate', { state: 'duplicate', itemStatus: null }, DUE, []],
  ] as const)('%s', (_name, values, now, asks) => {
    expect(asksOf(standing(values), now, EXPIRES_AFTER)).toEqual(asks)
  })
})

describe('expiresAfterDays', () => {
  // 2^(-d/180) < 0.05 from d > 180 · log2(20) = 777.95…; with half the half-life from 388.97…
  it.each([
    [180, 778],
    [90, 389],
  ])('with a half-life of %d days: %d', (staleHalfLife, days) => {
    expect(expiresAfterDays({ ...DEFAULT_PARAMETERS, staleHalfLife })).toBe(days)
  })
})

describe('canConfirm', () => {
  it('holds for a major claim too', () => {
    expect(canConfirm(standing({ importance: 'major' }))).toBe(true)
  })
})

describe('maySpeakFor', () => {
  const request = { submittedBy: 1, accountOwnerId: 2 }
  it.each([
    ['the submitter', { id: 1, role: 'contributor', team: 'cs' }, true],
    ['a submitter in Product', { id: 1, role: 'contributor', team: 'product' }, true],
    ['the owner of the account', { id: 2, role: 'contributor', team: 'cs' }, true],
    ['a manager of CS', { id: 3, role: 'manager', team: 'cs' }, true],
    ['a manager of Product', { id: 3, role: 'manager', team: 'product' }, false],
    ['another CSM', { id: 3, role: 'contributor', team: 'cs' }, false],
    ['a submitter who is now a viewer', { id: 1, role: 'viewer', team: 'cs' }, false],
    [
      'a submitter who has left for another team',
      { id: 1, role: 'contributor', team: 'other' },
      false,
    ],
  ] as const)('%s', (_name, who, may) => {
    expect(maySpeakFor(who, request)).toBe(may)
  })
})
