/** An unfinished submission as typed: the inputs of the form by name. */
export type DraftFields = Record<string, string | string[]>

const SINGLE = [
  'submissionKey',
  'accountId',
  'accountQuery',
  'body',
  'title',
  'importance',
  'type',
  'evidence',
  'evidenceUrl',
  'evidenceQuote',
  'contactName',
  'contactRole',
  'source',
  'goal',
  'productLineId',
  'areaId',
  'sameAs',
  'stakeFor',
] as const
const SEVERAL = ['contractIds', 'opportunityIds'] as const

/** What is kept of one input: more than the form takes, so that what is too long is kept too. */
const LONGEST = 200_000

/** PostgreSQL keeps no NUL, and no half of a character, which the cut may leave. */
const clean = (value: string) => value.slice(0, LONGEST).replace(/\0|\p{Cs}/gu, '')

/** The inputs of a form that a draft keeps. */
export function readDraftFields(form: FormData): DraftFields {
  const texts = (name: string) =>
    form.getAll(name).filter((value): value is string => typeof value === 'string')
  const single = SINGLE.flatMap((name) =>
    texts(name)
      .slice(-1)
      .map((value) => [name, clean(value)]),
  )
  const several = SEVERAL.map((name) => [name, texts(name).slice(0, 200).map(clean)])
  return Object.fromEntries([...single, ...several])
}

/** The one value of an input, or undefined when it is missing or empty. */
export function draftValue(fields: DraftFields, name: (typeof SINGLE)[number]): string | undefined {
  const value = fields[name]
  return (typeof value === 'string' ? value : value?.[0]) || undefined
}

/** The values of an input that can have several. */
export function draftValues(fields: DraftFields, name: (typeof SEVERAL)[number]): string[] {
  const value = fields[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}
