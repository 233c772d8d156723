import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, readFile, rm, writeFile } from 'node:fs/promises'

/**
 * The text of a file that is written once: whoever comes first writes it, everybody reads the same.
 * A link is all or nothing, so that no reader sees half a file.
 *
 * @param mode who may read the file, such as 0o600
 */
export async function writeOnce(file: string, text: string, mode: number): Promise<string> {
  if (!existsSync(file)) {
    const draft = `${file}.${randomBytes(4).toString('hex')}`
    await writeFile(draft, text, { mode })
    await link(draft, file).catch((error: unknown) => {
      if (!existsSync(file)) throw error
    })
    await rm(draft)
  }
  return readFile(file, 'utf8')
}
