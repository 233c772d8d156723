import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, describe, expect, it } from 'vitest'

import vectors from '#tests/support/model-vectors.json'

const run = promisify(execFile)
const folder = mkdtempSync(path.join(tmpdir(), 'score-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Outcome = { code: number; stdout: string; stderr: string }

async function score(...args: string[]): Promise<Outcome> {
  const command = ['--import', 'tsx', 'app/domain/scoring/cli.ts', ...args]
  try {
    return { code: 0, ...(await run(process.execPath, command)) }
  } catch (error) {
    const failed = Object(error)
    return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr }
  }
}

function file(name: string, content: string): string {
  const found = path.join(folder, name)
  writeFileSync(found, content)
  return found
}

describe('the score of a file', () => {
  it('is printed in the shape of the worked example', async () => {
    const { code, stdout, stderr } = await score('tests/support/model-vectors.json')
    expect([code, stderr]).toEqual([0, ''])
    const printed: unknown = JSON.parse(stdout)
    expect(printed).toMatchObject({
      exposures: vectors.expected.exposures.map(({ id, days, raw }) => ({ id, days, raw })),
      items: vectors.expected.items.map(({ id, parts }) => ({
        id,
        parts: parts.map(({ exposure }) => ({ exposure })),
      })),
    })
  })

  it('says with an earlier file why it moved', async () => {
    const { input } = vectors
    const later = file(
      'later.json',
      JSON.stringify({
        ...vectors,
        input: {
          ...input,
          exposures: input.exposures.map((one) => (one.id === 'X1' ? { ...one, health: 50 } : one)),
        },
      }),
    )
    const { stdout } = await score(later, 'tests/support/model-vectors.json')
    const printed = JSON.parse(stdout) as { items: { id: string; from: number; parts: object }[] }
    expect(printed.items.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5'])
    const [r1] = printed.items
    expect(r1?.from).toBeCloseTo(10203.609699, 5)
    expect(r1?.parts).toMatchObject({ calendar: 0, own_links: 0, own_cost: 0, model: 0 })
  })

  const { links } = vectors.input
  it.each([
    ['no.json', '{', /^\S+no\.json: is not JSON\n$/],
    [
      'link.json',
      JSON.stringify({
        ...vectors,
        input: { ...vectors.input, links: [...links, { ...links[0], x: 'X9' }] },
      }),
      /link\.json: input\.links\.13\.x: names the unknown exposure X9\n$/,
    ],
  ])('is refused in one line: %s', async (name, content, complaint) => {
    const { code, stdout, stderr } = await score(file(name, content))
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(complaint)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('needs a file that is there', async () => {
    const missing = await score(path.join(folder, 'missing.json'))
    expect(missing.code).toBe(1)
    expect(missing.stderr).toMatch(/missing\.json: cannot be read \(ENOENT\)\n$/)
  })
})
