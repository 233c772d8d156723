import { render } from '@testing-library/react'
import { expect, test } from 'vitest'

import { Delta } from '#app/components/model/delta.tsx'

// 10.4 and 20.6 are shown as 10 and 21: what stands between them is 11, though they are 10.2 apart.
test.each([
  [10.4, 20.6, '+€11'],
  [20.6, 10.4, '−€11'],
  [10.4, 9.6, '0'],
  [-0.4, 0.4, '0'],
])('between %s and %s is what the two shown amounts are apart', (from, to, text) => {
  const { container } = render(<Delta from={from} to={to} currency="EUR" />)
  expect(container.textContent).toBe(text)
})
