type Signature = { bytes: readonly number[]; name: string; advice: string }

const EXPORT = 'Export it as CSV and upload that.'
const SHEET = 'Open it, save the sheet as CSV, and upload that.'

const SIGNATURES: readonly Signature[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Excel workbook', advice: SHEET },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF', advice: EXPORT },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture', advice: EXPORT },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture', advice: EXPORT },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture', advice: EXPORT },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive', advice: 'Unpack it and upload the CSV inside.' },
  {
    bytes: [0x37, 0x7a, 0xbc, 0xaf],
    name: 'a 7z archive',
    advice: 'Unpack it and upload the CSV inside.',
  },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'an SQLite database', advice: EXPORT },
]

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const TEXTS: readonly (readonly [RegExp, string, string])[] = [
  [/^\s*<(?:!doctype html|html|head|body|table)\b/i, 'a web page', EXPORT],
  [/^\s*<\?xml/i, 'XML', EXPORT],
  [/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/, 'JSON', EXPORT],
  [/^\{\\rtf/, 'a rich text document', EXPORT],
]

/**
 * One sentence naming what a file is when it is plainly no CSV, or null.
 * `head` is the beginning of the file, a few kilobytes.
 */
export function recogniseOther(head: Uint8Array): string | null {
  const begins = (bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte)
  if (begins(ZIP)) {
    const names = Buffer.from(head).toString('latin1')
    return names.includes('[Content_Types].xml') || /\bxl\//.test(names)
      ? `This looks like an Excel workbook. ${SHEET}`
      : 'This looks like a zip archive. Unpack it and upload the CSV inside.'
  }
  const known = SIGNATURES.find((signature) => begins(signature.bytes))
  if (known) return `This looks like ${known.name}. ${known.advice}`

  const text = Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  const told = TEXTS.find(([pattern]) => pattern.test(text))
  if (told) return `This looks like ${told[1]}. ${told[2]}`
  const wide = begins([0xff, 0xfe]) || begins([0xfe, 0xff])
  return !wide && looksBinary(head) ? `This is not a text file. ${EXPORT}` : null
}

/** Control characters that no text holds; zero is left out, because UTF-16 and broken exports have it. */
function looksBinary(head: Uint8Array): boolean {
  const odd = head.filter(
    (byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 27),
  )
  return odd.length > head.length * 0.05
}
