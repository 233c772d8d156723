import { describe, expect, it } from 'vitest'
import { titleOf } from '#app/domain/requests/title.ts'

describe('titleOf', () => {
  it.each([
    [
      'one sentence, without its full stop',
      'We cannot renew without SSO.',
      'We cannot renew without SSO',
    ],
    [
      'the first of several',
      'From June nobody may use a separate password. Unless we sign in through Entra ID we cannot renew.',
      'From June nobody may use a separate password',
    ],
    [
      'a greeting joins what follows',
      'Hello. The export fails at night.',
      'Hello. The export fails at night',
    ],
    ['a question mark stays', 'Can we export to SAP directly?', 'Can we export to SAP directly?'],
    [
      'the first line',
      'Export to SAP, every night\nand in the morning too',
      'Export to SAP, every night',
    ],
    ['spaces become one', '  Export \t to   SAP  now ', 'Export to SAP now'],
    ['an abbreviation does not end much', 'e.g. the export', 'e.g. the export'],
  ])('%s', (_name, words, title) => {
    expect(titleOf(words)).toBe(title)
  })

  it('cuts a long sentence at a word, at 120 characters at most', () => {
    const title = titleOf(`${'wordword '.repeat(30)}end.`)
    // 13 words of nine characters are 117, less the space after the last.
    expect(title).toBe(`${'wordword '.repeat(13).trim()}…`)
  })

  it('cuts a long word without tearing an emoji apart', () => {
    const family = '👩‍👩‍👧'
    expect(titleOf(family.repeat(200))).toBe(`${family.repeat(119)}…`)
  })

  it('takes 50,000 characters without a space', () => {
    expect(titleOf('x'.repeat(50_000))).toBe(`${'x'.repeat(119)}…`)
  })
})
