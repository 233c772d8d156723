import { listAttributeDefinitions } from '#app/domain/accounts/edit-attributes.server.ts'
import type { Context } from '#app/domain/context.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import type { CsvFooter, CsvRow } from '#app/lib/csv/rows.ts'
import { fold } from '#app/lib/fold.ts'

import { stillAsked } from './answers.ts'
import type { AttributeColumn, Mapping } from './mapping.ts'
import type { ImportQuestion, ImportSettings } from './settings.ts'
import { surveyRows, withSurvey, type Survey } from './survey.ts'

const MOST_CELLS = 100

export type Surveyed = {
  rows: number
  footers: ImportSettings['footers']
  /** With what the columns prove and the types of custom attributes. */
  mapping: Mapping
  questions: ImportQuestion[]
}

/** Reads the file once (twice where custom attributes have to be told apart) and says what has to be asked. */
export async function surveyFile(
  ctx: Pick<Context, 'db'>,
  settings: ImportSettings,
  read: () => AsyncIterable<CsvRow | CsvFooter>,
): Promise<Surveyed> {
  const words = new WordCount(settings)
  let { mapping } = settings
  let survey = await surveyRows(words.watch(read()), mapping)
  const typed = await typeAttributes(ctx, mapping, survey)
  if (typed.some(({ type }, i) => type !== mapping.attributes[i]?.type)) {
    mapping = { ...mapping, attributes: typed }
    survey = await surveyRows(read(), mapping)
  }
  const questions = stillAsked(survey.questions.map(mutable), settings.refused)
  return {
    rows: survey.rows,
    footers: survey.footers.slice(0, 20),
    mapping: withSurvey(mapping, survey),
    questions: [...questions, ...(await words.questions(ctx))],
  }
}

function mutable(question: Survey['questions'][number]): ImportQuestion {
  return question.kind === 'values' ? { ...question, choices: [...question.choices] } : question
}

/** The type that an attribute has here, else the one that its column shows. */
async function typeAttributes(
  ctx: Pick<Context, 'db'>,
  { attributes }: Mapping,
  survey: Survey,
): Promise<AttributeColumn[]> {
  if (attributes.length === 0) return []
  const definitions = await listAttributeDefinitions(ctx)
  const known = new Map(definitions.map(({ key, type }) => [key, type]))
  return attributes.map((attribute) => {
    const type = known.get(attribute.key) ?? survey.attributeTypes[attribute.column] ?? 'text'
    return { ...attribute, type: type === 'choice' ? 'text' : type }
  })
}

/** Counts the words of the product line's column, in passing. */
class WordCount {
  readonly #column: string | undefined
  readonly #answered: Readonly<Record<string, string>>
  readonly #words = new Map<string, { text: string; count: number }>()

  constructor({ mapping, lines }: ImportSettings) {
    this.#column = mapping.columns.product_line
    this.#answered = lines
  }

  async *watch(rows: AsyncIterable<CsvRow | CsvFooter>): AsyncGenerator<CsvRow | CsvFooter> {
    for await (const row of rows) {
      if (row.kind === 'row' && this.#column !== undefined) this.#push(row.cells[this.#column])
      yield row
    }
  }

  #push(cell = ''): void {
    const text = cell.trim().replaceAll(/\s+/g, ' ')
    const key = fold(text)
    if (text === '' || key in this.#answered) return
    const seen = this.#words.get(key)
    if (seen) seen.count++
    else if (this.#words.size < MOST_CELLS) this.#words.set(key, { text, count: 1 })
  }

  async questions(ctx: Pick<Context, 'db'>): Promise<ImportQuestion[]> {
    if (this.#column === undefined || this.#words.size === 0) return []
    const lines = await listProductLines(ctx)
    for (const { name, slug } of lines) {
      this.#words.delete(fold(name))
      this.#words.delete(slug)
    }
    const cells = [...this.#words.values()].sort((a, b) => b.count - a.count)
    return cells.length > 0 ? [{ kind: 'lines', column: this.#column, cells }] : []
  }
}
