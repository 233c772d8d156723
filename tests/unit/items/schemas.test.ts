import { describe, expect, test } from 'vitest'
import type { z } from 'zod'

import { commentSchema } from '#app/domain/comments/schemas.ts'
import {
  estimateSchema,
  itemEditSchema,
  shipDateSchema,
  statusSchema,
} from '#app/domain/items/schemas.ts'

/** The fields that are refused, each with its messages. */
function refused(schema: z.ZodType, value: unknown) {
  const { error } = schema.safeParse(value)
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  )
}

const item = {
  version: 1,
  title: 'SSO/SAML',
  type: 'feature_request',
  productLineId: 1,
  lane: 'ranked',
}

describe('what an item is', () => {
  test('empty choices are none', () => {
    expect(itemEditSchema.parse(item)).toEqual({
      ...item,
      description: '',
      areaId: null,
      ownerId: null,
      trackerUrl: null,
      trackerKey: null,
    })
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'tracker/SSO-1', 'ftp://example.com/1'])(
    'the tracker cannot be %s',
    (trackerUrl) => {
      expect(refused(itemEditSchema, { ...item, trackerUrl })).toEqual({
        trackerUrl: 'Enter a link that starts with https:// or http://.',
      })
    },
  )

  test('a title is there, is short, and can be seen', () => {
    expect(refused(itemEditSchema, { ...item, title: '  ' })).toHaveProperty('title')
    expect(refused(itemEditSchema, { ...item, title: 'x'.repeat(201) })).toHaveProperty('title')
    expect(refused(itemEditSchema, { ...item, title: 'a\u0000b' })).toHaveProperty('title')
  })
})

describe('cost', () => {
  test.each([
    [{}, {}],
    [{ costSize: 'L' }, {}],
    [{ costLow: 2, costLikely: 3, costHigh: 5 }, {}],
    [{ costLow: 2, costLikely: 2, costHigh: 2 }, {}],
    [
      { costLow: 0, costLikely: 1, costHigh: 2 },
      { costLow: 'Cost is above 0; the least is 0.01.' },
    ],
    [
      { costLow: -1, costLikely: 1, costHigh: 2 },
      { costLow: 'Cost is above 0; the least is 0.01.' },
    ],
    [
      { costLow: 0.004, costLikely: 1, costHigh: 2 },
      { costLow: 'Cost is above 0; the least is 0.01.' },
    ],
    [{ costLow: 4, costLikely: 3, costHigh: 5 }, { costLikely: 'Likely is at least low.' }],
    [{ costLow: 2, costLikely: 6, costHigh: 5 }, { costHigh: 'High is at least likely.' }],
    [{ costLikely: 3 }, { costLow: 'Give low, likely and high, or none of them.' }],
    [
      { costLow: 2, costLikely: 3, costHigh: 5, costSize: 'S' },
      { costSize: 'Give a size or engineer-weeks, not both.' },
    ],
  ])('%j is refused with %j', (cost, problems) => {
    expect(refused(estimateSchema, { version: 1, ...cost })).toEqual(problems)
  })
})

describe('ship date', () => {
  test.each([
    [{}, {}],
    [{ shipsOn: '2026-06-30', shipConfidence: 'high' }, {}],
    [{ shipQuarter: 'Q2 2026', shipConfidence: 'low' }, {}],
    [
      { shipsOn: '2026-06-30', shipQuarter: 'Q2 2026', shipConfidence: 'low' },
      { shipQuarter: 'Give a day or a quarter, not both.' },
    ],
    [{ shipsOn: '2026-06-30' }, { shipConfidence: 'Choose how sure you are.' }],
    [
      { shipConfidence: 'low' },
      { shipsOn: 'Give a day or a quarter, or take the confidence off.' },
    ],
    [
      { shipsOn: '0202-06-30', shipConfidence: 'low' },
      { shipsOn: 'The year must be from 1990 to 2100.' },
    ],
    [
      { shipQuarter: 'Q7 2026', shipConfidence: 'low' },
      { shipQuarter: 'Choose a quarter of the list.' },
    ],
  ])('%j is refused with %j', (date, problems) => {
    expect(refused(shipDateSchema, { version: 1, ...date })).toEqual(problems)
  })
})

test('a change of status says why', () => {
  expect(refused(statusSchema, { version: 1, to: 'now' })).toEqual({ reason: 'Say why.' })
})

test('a comment says something, of at most 10,000 characters', () => {
  expect(refused(commentSchema, { body: ' \n ' })).toEqual({ body: 'Write something.' })
  expect(refused(commentSchema, { body: 'x'.repeat(10_001) })).toHaveProperty('body')
})
