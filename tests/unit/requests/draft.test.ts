import { describe, expect, it } from 'vitest'
import { draftValue, draftValues, readDraftFields } from '#app/domain/requests/draft.ts'

function form(...entries: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('readDraftFields', () => {
  it('keeps the inputs of the form and nothing else', () => {
    const fields = readDraftFields(
      form(['body', 'Words'], ['contractIds', '1'], ['contractIds', '2'], ['intent', 'find']),
    )
    expect(fields).toEqual({ body: 'Words', contractIds: ['1', '2'], opportunityIds: [] })
  })

  it('takes out NUL, which PostgreSQL cannot keep, and keeps more than the form allows', () => {
    expect(readDraftFields(form(['body', `a\0b`])).body).toBe('ab')
    expect(readDraftFields(form(['body', 'x'.repeat(60_000)])).body).toHaveLength(60_000)
  })

  it('cuts between characters', () => {
    const { body } = readDraftFields(form(['body', 'x' + '😀'.repeat(120_000)]))
    expect(body).toBe('x' + '😀'.repeat(99_999))
  })

  it('leaves out files', () => {
    const data = new FormData()
    data.append('body', new File(['x'], 'x.txt'))
    expect(readDraftFields(data)).toEqual({ contractIds: [], opportunityIds: [] })
  })
})

describe('draftValue', () => {
  it.each([
    [{ body: 'Words' }, 'Words'],
    [{ body: '' }, undefined],
    [{ body: ['one', 'two'] }, 'one'],
    [{}, undefined],
  ])('%j', (fields, value) => {
    expect(draftValue(fields, 'body')).toBe(value)
  })
})

describe('draftValues', () => {
  it.each([
    [{ contractIds: ['1', '2'] }, ['1', '2']],
    [{ contractIds: '1' }, ['1']],
    [{}, []],
  ])('%j', (fields, values) => {
    expect(draftValues(fields, 'contractIds')).toEqual(values)
  })
})
