import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'

import { EncodingScan } from '#app/lib/csv/encoding.ts'

function scan(content: Uint8Array, size = 3) {
  const scanner = new EncodingScan()
  for (let at = 0; at < content.length; at += size) scanner.push(content.subarray(at, at + size))
  return scanner.report()
}

const utf8 = (text: string) => Buffer.from(text, 'utf8')

describe('EncodingScan', () => {
  test.each([
    ['plain ASCII', utf8('id,name\n1,Acme\n'), 'utf-8'],
    ['UTF-8', utf8('id,name\n1,Işık Lojistik 🚚\n'), 'utf-8'],
    ['UTF-8 with a mark', utf8('\ufeffid,name\n1,Acme\n'), 'utf-8'],
    ['UTF-16 LE with a mark', iconv.encode('id,name\n', 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 BE with a mark', iconv.encode('id,name\n', 'utf-16be', { addBOM: true }), 'utf-16be'],
  ])('%s is certain', (_, bytes, encoding) => {
    const report = scan(bytes)
    expect(report).toMatchObject({ encoding, certainty: 'certain', invalidBytes: 0 })
  })

  test('UTF-16 without a mark is likely', () => {
    const report = scan(iconv.encode('external_id,name\nA1,Acme\n', 'utf-16le'))
    expect(report).toMatchObject({ encoding: 'utf-16le', certainty: 'likely' })
  })

  test('Turkish letters tell Windows-1254, with passages as both encodings read them', () => {
    const report = scan(
      iconv.encode('id;ünvan\n1;Işık Şirketi\n2;Doğuş İnşaat\n', 'windows-1254'),
      64,
    )
    expect(report).toMatchObject({ encoding: 'windows-1254', certainty: 'likely' })
    expect(report.candidates).toEqual([
      { encoding: 'windows-1254', examples: ['id;ünvan', '1;Işık Şirketi', '2;Doğuş İnşaat'] },
      { encoding: 'windows-1252', examples: ['id;ünvan', '1;Iþýk Þirketi', '2;Doðuþ Ýnþaat'] },
    ])
  })

  test('western letters tell Windows-1252', () => {
    const report = scan(iconv.encode('id;name\n1;Crème brûlée\n2;Müller & Söhne\n', 'windows-1252'))
    expect(report).toMatchObject({ encoding: 'windows-1252', certainty: 'likely' })
    expect(report.candidates.map(({ encoding }) => encoding)).toEqual(['windows-1252'])
  })

  test('Icelandic letters can be either, so it is asked', () => {
    const report = scan(iconv.encode('id;name\n1;Íslandsbanki, þjónusta við þig\n', 'windows-1252'))
    expect(report).toMatchObject({ encoding: 'windows-1252', certainty: 'ambiguous' })
    expect(report.candidates).toHaveLength(2)
  })

  test('broken bytes in UTF-8 are told by line', () => {
    const broken = Buffer.concat([
      utf8('id,name\r\n1,Işık ğüşiöç\r\n2,Bad '),
      Buffer.from([0xff]),
      utf8('\r\n3,"two\r\nlines" '),
      Buffer.from([0xc3]),
      utf8('x\r\n'),
    ])
    expect(scan(broken)).toMatchObject({
      encoding: 'utf-8',
      certainty: 'certain',
      invalidBytes: 2,
      invalidLines: [3, 5],
    })
  })

  test('as many broken sequences as good ones are asked about', () => {
    const mixed = Buffer.concat([utf8('name\nIşı\n'), Buffer.from([0xe9, 0x0a, 0xe8, 0x0a])])
    expect(scan(mixed)).toMatchObject({ encoding: 'utf-8', certainty: 'ambiguous' })
  })

  test('overlong forms and surrogates are no UTF-8', () => {
    const bytes = Buffer.from([0xc0, 0xaf, 0x0a, 0xed, 0xa0, 0x80, 0x0a])
    expect(scan(bytes).encoding).toBe('windows-1252')
  })
})
