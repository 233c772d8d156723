import { readFileSync } from 'node:fs'
import path from 'node:path'

import { scoreFileSchema, toScoreReport } from './file.ts'
import { scoreBacklog } from './score.ts'

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

function score(file: string | undefined): string {
  if (file === undefined) throw new Complaint('Usage: npm run -s score -- FILE')
  const parsed = scoreFileSchema.safeParse(read(file))
  if (!parsed.success) {
    const [first] = parsed.error.issues
    const place = first?.path.join('.') || 'the file'
    throw new Complaint(`${file}: ${place}: ${first?.message}`)
  }
  return JSON.stringify(toScoreReport(scoreBacklog(parsed.data)), null, 1)
}

try {
  process.stdout.write(`${score(process.argv[2])}\n`)
} catch (error) {
  if (!(error instanceof Complaint)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
