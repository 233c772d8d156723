import { readFileSync } from 'node:fs'
import path from 'node:path'

import { scoreFileSchema, toScoreReport } from './file.ts'
import { scoreBacklog } from './score.ts'
import { whyMoved } from './why-moved.ts'

/** What is wrong with the call or the file, in one line for the person who made it. */
class Complaint extends Error {}

function read(file: string): unknown {
  // npm runs scripts in the package's folder; the path is meant from where the person stands.
  const found = path.resolve(process.env.INIT_CWD ?? '.', file)
  let text: string
  try {
    text = readFileSync(found, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    throw new Complaint(`${file}: cannot be read (${String(code)})`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new Complaint(`${file}: is not JSON`)
  }
}

function parse(file: string) {
  const parsed = scoreFileSchema.safeParse(read(file))
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const place = first?.path.join('.') || 'the file'
  throw new Complaint(`${file}: ${place}: ${first?.message}`)
}

/** The score of a file, or why each score moved from an earlier file to it. */
function report(file: string | undefined, earlier: string | undefined): unknown {
  if (file === undefined) throw new Complaint('Usage: npm run -s score -- FILE [EARLIER]')
  const after = parse(file)
  if (earlier === undefined) return toScoreReport(scoreBacklog(after))
  const before = parse(earlier)
  const ids = new Set([...before.input.items, ...after.input.items].map(({ id }) => id))
  return {
    items: [...ids].map((id) => {
      const { exposures: _, ...movement } = whyMoved(id, before, after)
      return { id, ...movement }
    }),
  }
}

try {
  const [file, earlier] = process.argv.slice(2)
  process.stdout.write(`${JSON.stringify(report(file, earlier), null, 1)}\n`)
} catch (error) {
  if (!(error instanceof Complaint)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
