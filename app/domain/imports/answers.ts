import { fold } from '#app/lib/fold.ts'
import type { ColumnFormat } from './mapping.ts'
import type { ImportQuestion, ImportSettings } from './settings.ts'

/** In place of a choice: rows with this cell are wrong. */
export const REFUSE = 'refuse'
/** In place of a choice: the field stays as it is. */
export const LEAVE = 'leave'

const FORMATS = {
  decimal_mark: ['decimalMark', ['dot', 'comma']],
  date_order: ['dateOrder', ['dmy', 'mdy']],
  month_day: ['monthDay', ['first', 'last']],
} as const

/** Name of the input that answers a question; of one cell where each is asked for. */
export function answerName(question: ImportQuestion, cell?: string): string {
  return cell === undefined
    ? `${question.kind}:${question.column}`
    : `${question.kind}:${question.column}:${fold(cell)}`
}

/** What can be answered to a question about style. */
export function styleChoices(kind: keyof typeof FORMATS): readonly string[] {
  return FORMATS[kind][1]
}

/**
 * The settings with the answers in them, or the names of inputs that have none.
 *
 * @param answerOf what was chosen for an input, or null
 * @param lineSlugs the product lines that can be chosen
 */
export function withAnswers(
  settings: ImportSettings,
  answerOf: (name: string) => string | null,
  lineSlugs: readonly string[],
): { settings: ImportSettings; missing: string[] } {
  const missing: string[] = []
  let next = settings
  const read = (name: string, allowed: readonly string[]) => {
    const answer = answerOf(name)
    if (answer !== null && allowed.includes(answer)) return answer
    missing.push(name)
    return null
  }
  for (const question of settings.questions) {
    if (question.kind === 'values') {
      for (const { text } of question.cells) {
        const answer = read(answerName(question, text), [...question.choices, LEAVE, REFUSE])
        if (answer !== null) next = withValue(next, question.field, fold(text), answer)
      }
    } else if (question.kind === 'lines') {
      for (const { text } of question.cells) {
        const answer = read(answerName(question, text), [...lineSlugs, LEAVE])
        if (answer === null) continue
        next = { ...next, lines: { ...next.lines, [fold(text)]: answer === LEAVE ? '' : answer } }
      }
    } else {
      const [key, choices] = FORMATS[question.kind]
      const answer = read(answerName(question), choices)
      if (answer !== null) next = withFormat(next, question.column, { [key]: answer })
    }
  }
  return { settings: missing.length > 0 ? next : { ...next, questions: [] }, missing }
}

function withFormat(settings: ImportSettings, column: string, format: ColumnFormat) {
  const { mapping } = settings
  const formats = { ...mapping.formats, [column]: { ...mapping.formats[column], ...format } }
  return { ...settings, mapping: { ...mapping, formats } }
}

function withValue(settings: ImportSettings, field: string, cell: string, answer: string) {
  if (answer === REFUSE) {
    return { ...settings, refused: [...new Set([...settings.refused, `${field}:${cell}`])] }
  }
  const { mapping } = settings
  const known = mapping.values[field] ?? { map: {}, otherwise: 'refuse' as const }
  const map = { ...known.map, [cell]: answer === LEAVE ? '' : answer }
  return {
    ...settings,
    mapping: { ...mapping, values: { ...mapping.values, [field]: { ...known, map } } },
  }
}

/** The questions without the cells whose rows are to be refused. */
export function stillAsked(
  questions: readonly ImportQuestion[],
  refused: readonly string[],
): ImportQuestion[] {
  return questions.flatMap((question): ImportQuestion[] => {
    if (question.kind !== 'values') return [question]
    const cells = question.cells.filter(
      ({ text }) => !refused.includes(`${question.field}:${fold(text)}`),
    )
    return cells.length > 0 ? [{ ...question, cells }] : []
  })
}
