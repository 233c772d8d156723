import { describe, expect, it } from 'vitest'

import { scoreFileSchema } from '#app/domain/scoring/file.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import vectors from '#tests/support/model-vectors.json'

const { input } = vectors
const [exposure] = input.exposures
const [item] = input.items
const [link] = input.links

/** The first complaint about the worked example with something changed in it. */
function complaint(values: object): string | undefined {
  const [first] = scoreFileSchema.safeParse({ ...vectors, ...values }).error?.issues ?? []
  return first && `${first.path.join('.')}: ${first.message}`
}
const withItem = (values: object) => ({
  input: { ...input, items: [{ ...item, ...values }], links: [] },
})
const withLink = (values: object) => ({ input: { ...input, links: [{ ...link, ...values }] } })
const withExposure = (values: object) => ({
  input: { ...input, exposures: [{ ...exposure, ...values }], links: [] },
})

describe('a score file', () => {
  it('has the parameters of the model', () => {
    expect(scoreFileSchema.parse(vectors).parameters).toEqual(DEFAULT_PARAMETERS)
  })

  it('may leave out an estimate, and give a size and a ship date', () => {
    const bare = { p10: undefined, p50: undefined, p90: undefined }
    const parsed = scoreFileSchema.parse({
      ...vectors,
      ...withItem({ ...bare, size: 'L', shipDate: '2026-03-01' }),
    })
    expect(parsed.input.items[0]).toMatchObject({ size: 'L', shipDate: '2026-03-01' })
    expect(parsed.input.items[0]).not.toHaveProperty('estimate')
  })

  it.each([
    [{ today: '2026-02-30' }, 'today: is no date, write it as 2026-01-15'],
    [withItem({ p10: 7 }), 'input.items.0: needs p10 <= p50 <= p90, or none of them'],
    [withItem({ p10: undefined }), 'input.items.0: needs p10 <= p50 <= p90, or none of them'],
    [{ input: { ...input, items: [...input.items, item] } }, 'input.items.5.id: is there twice'],
    [
      { input: { ...input, exposures: [...input.exposures, exposure] } },
      'input.exposures.7.id: is there twice',
    ],
    [withLink({ x: 'X9' }), 'input.links.0.x: names the unknown exposure X9'],
    [withLink({ r: 'R9' }), 'input.links.0.r: names the unknown item R9'],
    [withLink({ r: null }), 'input.links.0.r: names the unknown item null'],
    [
      withLink({ r: 'R9', standing: 'declined' }),
      'input.links.0.type: is needed where the item is not in the file',
    ],
  ])('is refused with %o', (values, expected) => {
    expect(complaint(values)).toBe(expected)
  })

  it.each([
    ['a missing day', { today: undefined }],
    ['an unknown importance', withLink({ severity: 'urgent' })],
    ['an age below zero', withLink({ ageDays: -1 })],
    ['a health above 100', withExposure({ health: 101 })],
    ['a rate of nothing', withExposure({ fx: 0 })],
    ['a probability that is none', { parameters: { ...DEFAULT_PARAMETERS, pCap: 1 } }],
  ])('is refused with %s', (_what, values) => {
    expect(complaint(values)).toBeDefined()
  })
})
