import { describe, expect, test } from 'vitest'
import { fold } from '#app/lib/fold.ts'

describe('fold', () => {
  test.each([
    ['İSTANBUL IŞIK', 'istanbul isik'],
    ['istanbul ışık', 'istanbul isik'],
    ['Istanbul Işık', 'istanbul isik'],
    ['DIŞA AKTARMA', 'disa aktarma'],
    ['dışa aktarma', 'disa aktarma'],
    ['Göksu Ağ Çözümleri', 'goksu ag cozumleri'],
    ['i\u0307stanbul', 'istanbul'],
    ['Großhandel', 'grosshandel'],
    ['GROẞHANDEL', 'grosshandel'],
    ['Ærø Łódź Œuvre', 'aero lodz oeuvre'],
    ['Đà Nẵng', 'da nang'],
    ['Þórður', 'thordur'],
    ['crème brûlée', 'creme brulee'],
    ['cre\u0300me', 'creme'],
    ['ﬁle №5', 'file no5'],
    ['Ελλάδα', 'ελλαδα'],
    ['Йогурт', 'иогурт'],
    ['한국', '한국'],
    ['हिन्दी', 'हिन्दी'],
    ['שלום', 'שלום'],
    ['', ''],
    ['REQ-142', 'req-142'],
  ])('writes %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('leaves what is folded as it is', () => {
    expect(fold(fold('İğdır Ærø'))).toBe(fold('İğdır Ærø'))
  })
})
