import { render } from '@testing-library/react'
import { expect, test } from 'vitest'

import { FormulaText } from '#app/components/model/formula-text.tsx'

test.each([
  [
    'q_x = 1 − e^{−Λ_x}',
    '<var>q</var><sub><var>x</var></sub> = 1 − <var>e</var><sup>−<var>Λ</var><sub><var>x</var></sub></sup>',
  ],
  ['min(c, λ_{xr})', 'min(<var>c</var>, <var>λ</var><sub>xr</sub>)'],
])('%s is typeset', (text, html) => {
  const { container } = render(<FormulaText>{text}</FormulaText>)
  expect(container.firstElementChild?.innerHTML).toBe(html)
})
