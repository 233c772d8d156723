import { expect, test } from 'vitest'

import { FORMULA_SECTIONS } from '#app/components/model/formulas.ts'
import { PARAMETERS } from '#app/domain/model/parameter-list.ts'

test('every parameter stands beside the formula that it is part of', () => {
  const told = FORMULA_SECTIONS.flatMap(({ symbols }) =>
    symbols.flatMap((one) => one.parameter ?? []),
  )
  expect([...told].sort()).toEqual(PARAMETERS.map(({ key }) => key).sort())
})
