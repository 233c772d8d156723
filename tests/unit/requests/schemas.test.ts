import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '#app/domain/requests/schemas.ts'

const VALID: Record<string, string> = {
  accountId: '12',
  body: ' First line\r\nsecond line ',
  importance: 'blocker',
  type: 'bug',
  evidence: 'none',
  source: 'call',
  productLineId: '1',
}

function parse(changes: Record<string, string | undefined> = {}, several: [string, string][] = []) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...VALID, ...changes })) {
    if (value !== undefined) form.append(name, value)
  }
  for (const [name, value] of several) form.append(name, value)
  const submission = parseWithZod(form, { schema: submissionSchema })
  return submission.status === 'success'
    ? { value: submission.value }
    : { errors: submission.error ?? {} }
}

describe('submissionSchema', () => {
  it('reads the least that a form says', () => {
    expect(parse({ evidence: undefined }).value).toEqual({
      accountId: 12,
      body: 'First line\nsecond line',
      importance: 'blocker',
      type: 'bug',
      evidence: 'none',
      source: 'call',
      productLineId: 1,
      contractIds: [],
      opportunityIds: [],
    })
  })

  it('reads what is at stake, ticked once or often', () => {
    const { value } = parse({ stakeFor: '1' }, [
      ['contractIds', '3'],
      ['contractIds', '4'],
      ['opportunityIds', '5'],
    ])
    expect(value).toMatchObject({ contractIds: [3, 4], opportunityIds: [5], stakeFor: 1 })
  })

  it('says beside each field what to change', () => {
    expect(
      parse({ accountId: '', body: ' ', importance: undefined, type: 'wish', productLineId: 'x' })
        .errors,
    ).toEqual({
      accountId: ['Choose the account.'],
      body: ['Write down what they said.'],
      importance: ['Choose how much it matters to this customer.'],
      type: ['Choose a type.'],
      productLineId: ['Choose a product line.'],
    })
  })

  it.each([
    ['50,000 characters', 'x'.repeat(50_000), undefined],
    ['one more', 'x'.repeat(50_001), ['At most 50,000 characters.']],
    ['NUL', 'a\0b', ['Take out the characters that cannot be seen.']],
    ['emoji, Arabic and tags', '👩‍👩‍👧 مرحبا <script>', undefined],
  ])('%s', (_name, body, errors) => {
    expect(parse({ body }).errors?.body).toEqual(errors)
  })

  it.each([
    ['nothing', {}, { evidenceQuote: ['Quote what they wrote, or link to it.'] }],
    ['a quote', { evidenceQuote: 'We leave in May.' }, undefined],
    ['a link', { evidenceUrl: 'https://example.com/mail/1' }, undefined],
    [
      'a script',
      { evidenceUrl: 'javascript:alert(1)' },
      { evidenceUrl: ['Enter a link that starts with https:// or http://.'] },
    ],
  ])('takes %s for what the customer wrote', (_name, changes, errors) => {
    expect(parse({ evidence: 'customer_written', ...changes }).errors).toEqual(errors)
  })

  it('links no question to an item', () => {
    expect(parse({ type: 'question', sameAs: '17' }).errors).toEqual({
      type: ['A question asks for no item. Choose another type, or “something new”.'],
    })
  })
})
