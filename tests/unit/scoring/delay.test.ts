import { describe, expect, it } from 'vitest'

import { lossOfDelay } from '#app/domain/scoring/delay.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import { itemOf } from '#tests/support/score-input.ts'
import { example } from '#tests/support/vectors.ts'

const result = scoreBacklog(example)

/** Section 9.6, printed with six decimals: lost after 2, 4 and 8 weeks, and the cost of delay a week over the duration. */
describe.each([
  ['R1', [9960.86468, 24447.310177, 42258.892896], 830.072057],
  ['R2', [7403.084187, 19801.140258, 29252.362554], 1388.078285],
  ['R3', [589.499266, 815.531251, 901.083428], 73.687408],
  ['R4', [46.387503, 125.04477, 501.024137], 4.348828],
  ['R5', [0.158715, 0.452957, 2.174506], 0.023807],
])('%s', (id, losses, cd3) => {
  const { parts, leadWeeks: lead, costSigma: sigma } = itemOf(result, id)
  const loss = (weeks: number) => lossOfDelay(parts, { lead, sigma }, weeks, example.parameters)

  it('loses value with every week that its start slips', () => {
    ;[2, 4, 8].forEach((weeks, i) => expect(loss(weeks)).toBeCloseTo(losses[i] ?? NaN, 5))
    expect(loss(0)).toBeCloseTo(0, 9)
  })

  it('has its cost of delay over its duration', () => {
    expect(loss(2) / 2 / lead).toBeCloseTo(cd3, 5)
  })
})

it('loses all its value with the last decision, where a promise that comes too late is worth nothing', () => {
  const parameters = { ...example.parameters, kappa: 0 }
  const links = example.input.links.filter(({ r }) => r === 'R1')
  const alone = scoreBacklog({ ...example, parameters, input: { ...example.input, links } })
  const { parts, value, leadWeeks: lead, costSigma: sigma } = itemOf(alone, 'R1')
  expect(lossOfDelay(parts, { lead, sigma }, 200, parameters)).toBeCloseTo(value, 9)
})
