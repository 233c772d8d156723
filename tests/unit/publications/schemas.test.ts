import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'

import { proposalSchema } from '#app/domain/icp/schemas.ts'
import { publishSchema } from '#app/domain/publications/schemas.ts'

function send(fields: Record<string, string>): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return body
}

test('a publication needs no note', () => {
  const body = send({ productLineId: '1', expectedNumber: '2', title: 'Autumn', note: '' })
  const submission = parseWithZod(body, { schema: publishSchema })
  expect(submission.status === 'success' && submission.value.note).toBe('')
})

test('a criterion needs no reason, and a must-have no points', () => {
  const criterion = (index: number, values: Record<string, string>) =>
    Object.entries(values).map(([name, value]) => [`criteria[${index}].${name}`, value] as const)
  const points = { kind: 'points', label: 'Sector', attribute: 'industry', why: '' }
  const must = { kind: 'must_have', label: 'Known size', attribute: 'employees', why: '' }
  const body = send({
    productLineId: '1',
    summary: 'Logistics companies',
    reason: 'First',
    ...Object.fromEntries([
      ...criterion(0, { ...points, operator: 'is_one_of', value: 'Logistics', points: '100' }),
      ...criterion(1, { ...must, operator: 'is_known', value: '', points: '' }),
    ]),
  })
  const submission = parseWithZod(body, { schema: proposalSchema })
  expect(submission.reply().error).toBeUndefined()
  expect(submission.status === 'success' && submission.value.criteria[1]).toMatchObject({
    operand: null,
    points: 0,
  })
})
