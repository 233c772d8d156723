import { describe, expect, it } from 'vitest'

import { readHostName } from '#app/lib/host-name.ts'

describe('readHostName', () => {
  it.each([
    ['acme.com', 'acme.com'],
    ['https://www.Acme.com/de?x=1', 'acme.com'],
    ['WWW.ACME.CO.UK', 'acme.co.uk'],
    ['http://shop.acme.com:8080/', 'shop.acme.com'],
    ['ada@acme.com', 'acme.com'],
    ['münchen-logistik.de', 'münchen-logistik.de'],
    ['acme.com.', 'acme.com'],
  ])('finds the host of %s', (text, host) => {
    expect(readHostName(text)).toBe(host)
  })

  it.each(['acme', '', 'acme .com', '-acme.com', 'javascript:alert(1)', '<b>.com'])(
    'finds none in %s',
    (text) => {
      expect(readHostName(text)).toBeNull()
    },
  )
})
