import { describe, expect, it } from 'vitest'
import { likeness, markWords, tellingWords, wordsOf } from '#app/domain/requests/look-alike.ts'

describe('wordsOf', () => {
  it.each([
    ['İSTANBUL IŞIK', ['istanbul', 'isik']],
    ['istanbul ışık', ['istanbul', 'isik']],
    ['SSO/SAML: e-mail, v2.0', ['sso', 'saml', 'e', 'mail', 'v2', '0']],
    ["a' | b & !(c:*) <-> \\ \0 d", ['a', 'b', 'c', 'd']],
    ['مرحبا 🚀 日本', ['مرحبا', '日本']],
    ['', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })
})

describe('tellingWords', () => {
  it('leaves out common words and takes each once, the longest first', () => {
    expect(tellingWords('We need the export to SAP, and the export must be nightly')).toEqual([
      'nightly',
      'export',
      'sap',
    ])
  })

  it('leaves out common words of Turkish and German', () => {
    expect(tellingWords('Karanlık tema için bir ayar istiyoruz')).toEqual([
      'karanlik',
      'ayar',
      'tema',
    ])
    expect(tellingWords('Wir brauchen eine Schnittstelle zu DATEV')).toEqual([
      'schnittstelle',
      'datev',
    ])
  })

  it('takes 16 words of a long text and none of 61 letters', () => {
    const text = Array.from({ length: 40 }, (_, i) => `word${String(i).padStart(2, '0')}`).join(' ')
    expect(tellingWords(`${text} ${'x'.repeat(61)}`)).toHaveLength(16)
    expect(tellingWords('x'.repeat(50_000))).toEqual([])
  })
})

describe('likeness', () => {
  it.each([
    [1, 'very alike'],
    [0.4, 'very alike'],
    [0.39, 'alike'],
    [0.22, 'alike'],
    [0.21, 'a little alike'],
    [0.08, 'a little alike'],
    [0.07, null],
    [0, null],
  ])('%f', (score, word) => {
    expect(likeness(score)).toBe(word)
  })
})

describe('markWords', () => {
  it('marks the shared words as they are written', () => {
    expect(markWords('Giriş: SAML ile IŞIK', ['saml', 'isik'])).toEqual([
      { text: 'Giriş', shared: false },
      { text: ': ', shared: false },
      { text: 'SAML', shared: true },
      { text: ' ', shared: false },
      { text: 'ile', shared: false },
      { text: ' ', shared: false },
      { text: 'IŞIK', shared: true },
    ])
  })
})
