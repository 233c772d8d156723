import iconv from 'iconv-lite'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1254'] as const
export type Encoding = (typeof ENCODINGS)[number]

export type EncodingReport = {
  encoding: Encoding
  /** `likely` deserves a look at the examples, `ambiguous` an answer. */
  certainty: 'certain' | 'likely' | 'ambiguous'
  /** Encodings that could be meant, with the first passages outside ASCII as each reads them. */
  candidates: { encoding: Encoding; examples: string[] }[]
  /** Bytes that are not UTF-8, when the file is read as UTF-8. */
  invalidBytes: number
  /** The first lines (at most 20) that hold such bytes. */
  invalidLines: number[]
}

const MAX_EXAMPLES = 3
const MAX_INVALID_LINES = 20
const LF = 0x0a
const CR = 0x0d

/** Ğ İ Ş ğ ı ş in Windows-1254, which are Ð Ý Þ ð ý þ in Windows-1252. */
const TURKISH = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe])
/** Letters that stand beside Ð Ý Þ in Icelandic, Faroese or Czech and that Turkish does not write. */
const NOT_TURKISH = new Set([
  0xc1, 0xc6, 0xc9, 0xcd, 0xd3, 0xd8, 0xda, 0xe1, 0xe6, 0xe9, 0xed, 0xf3, 0xf8, 0xfa,
])
const UNDEFINED_IN_BOTH = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Bytes that may follow a lead byte: how many, and the bounds of the first (Unicode, table 3-7). */
function afterLead(lead: number): readonly [count: number, low: number, high: number] | null {
  if (lead >= 0xc2 && lead <= 0xdf) return [1, 0x80, 0xbf]
  if (lead === 0xe0) return [2, 0xa0, 0xbf]
  if (lead === 0xed) return [2, 0x80, 0x9f]
  if (lead >= 0xe1 && lead <= 0xef) return [2, 0x80, 0xbf]
  if (lead === 0xf0) return [3, 0x90, 0xbf]
  if (lead >= 0xf1 && lead <= 0xf3) return [3, 0x80, 0xbf]
  if (lead === 0xf4) return [3, 0x80, 0x8f]
  return null
}

/**
 * Reads a file once, chunk by chunk, and says how its text is encoded.
 * The whole file counts, because the first byte outside ASCII can be far down.
 */
export class EncodingScan {
  #head: number[] = []
  #line = 1
  #afterCr = false
  #pending = 0
  #low = 0x80
  #high = 0xbf
  #sequences = 0
  #invalid = 0
  #invalidLines: number[] = []
  #turkish = 0
  #notTurkish = 0
  #undefined = 0
  #examples: Uint8Array[] = []
  #exampleLine = 0

  push(chunk: Uint8Array): void {
    for (let i = 0; this.#head.length < 4096 && i < chunk.length; i++) {
      this.#head.push(chunk[i] ?? 0)
    }
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      if (byte < 0x80) {
        if (this.#pending > 0) this.#refuse()
        if (byte === LF ? !this.#afterCr : byte === CR) this.#line++
        this.#afterCr = byte === CR
        continue
      }
      this.#afterCr = false
      if (TURKISH.has(byte)) this.#turkish++
      else if (NOT_TURKISH.has(byte)) this.#notTurkish++
      else if (UNDEFINED_IN_BOTH.has(byte)) this.#undefined++
      if (this.#examples.length < MAX_EXAMPLES && this.#exampleLine !== this.#line) {
        this.#exampleLine = this.#line
        this.#examples.push(passage(chunk, i))
      }
      this.#step(byte)
    }
  }

  #step(byte: number): void {
    if (this.#pending > 0) {
      if (byte >= this.#low && byte <= this.#high) {
        this.#pending--
        this.#low = 0x80
        this.#high = 0xbf
        if (this.#pending === 0) this.#sequences++
        return
      }
      this.#refuse()
    }
    const next = afterLead(byte)
    if (next) [this.#pending, this.#low, this.#high] = next
    else this.#refuse()
  }

  #refuse(): void {
    this.#pending = 0
    this.#invalid++
    if (this.#invalidLines.length < MAX_INVALID_LINES && this.#invalidLines.at(-1) !== this.#line) {
      this.#invalidLines.push(this.#line)
    }
  }

  /** What the bytes pushed so far amount to; call it once, at the end. */
  report(): EncodingReport {
    if (this.#pending > 0) this.#refuse()
    const mark = byteOrderMark(this.#head)
    if (mark && mark !== 'utf-8') return this.#say(mark, 'certain', [mark])
    const wide = mark ? null : withoutMark(this.#head)
    if (wide) return this.#say(wide, 'likely', [wide])
    if (mark || this.#invalid === 0 || this.#sequences > 2 * this.#invalid) {
      return this.#say('utf-8', 'certain', ['utf-8'])
    }
    const legacy: Encoding = this.#turkish > 5 * this.#notTurkish ? 'windows-1254' : 'windows-1252'
    if (4 * this.#sequences >= this.#invalid) {
      return this.#say('utf-8', 'ambiguous', ['utf-8', legacy])
    }
    const unclear = this.#undefined > 0 || (legacy === 'windows-1252' && this.#turkish > 0)
    const other: Encoding = legacy === 'windows-1254' ? 'windows-1252' : 'windows-1254'
    const candidates = this.#turkish > 0 || unclear ? [legacy, other] : [legacy]
    return this.#say(legacy, unclear ? 'ambiguous' : 'likely', candidates)
  }

  #say(
    encoding: Encoding,
    certainty: EncodingReport['certainty'],
    candidates: readonly Encoding[],
  ): EncodingReport {
    const asUtf8 = encoding === 'utf-8'
    return {
      encoding,
      certainty,
      candidates: candidates.map((name) => ({
        encoding: name,
        examples: certainty === 'certain' ? [] : this.#examples.map((bytes) => decode(bytes, name)),
      })),
      invalidBytes: asUtf8 ? this.#invalid : 0,
      invalidLines: asUtf8 ? this.#invalidLines : [],
    }
  }
}

/** The bytes around position `at`, within its line. */
function passage(chunk: Uint8Array, at: number): Uint8Array {
  const before = Math.max(chunk.lastIndexOf(LF, at) + 1, at - 30)
  const end = chunk.indexOf(LF, at)
  return chunk.slice(before, Math.min(end === -1 ? chunk.length : end, at + 30))
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(Buffer.from(bytes), encoding).trim()
}

function byteOrderMark(head: readonly number[]): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: nearly every second byte of a mostly Latin text is zero. */
function withoutMark(head: readonly number[]): Encoding | null {
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const enough = head.length * 0.3
  if (odd > enough && even < odd / 10) return 'utf-16le'
  if (even > enough && odd < even / 10) return 'utf-16be'
  return null
}
