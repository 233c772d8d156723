import { data, redirect } from '@remix-run/node'

import type { Context } from '#app/domain/context.ts'
import { DomainError } from '#app/domain/errors.ts'
import { matchAside } from '#app/domain/imports/aside.server.ts'
import { getImport } from '#app/domain/imports/get-import.server.ts'
import { mappingFromForm } from '#app/domain/imports/mapping-form.ts'
import { formatAnswers } from '#app/domain/imports/settings.ts'
import {
  answerQuestions,
  changeFormat,
  confirmLargeAmounts,
  mapColumns,
} from '#app/domain/imports/steps.server.ts'

import { NOTHING, type Answer } from './answer.ts'

const refuse = (answer: Partial<Answer>, status = 422) =>
  data<Answer>({ ...NOTHING, ...answer }, { status })

/** The forms of an import's page, told apart by `intent`. */
export async function changeImport(ctx: Context, importId: number, form: FormData) {
  try {
    const refused = await runForm(ctx, importId, form)
    if (refused) return refuse(refused)
    const back = form.get('intent') === 'match' ? '?show=aside' : ''
    return redirect(`/imports/${importId}${back}`)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'conflict') return refuse({ refusal: error.message }, 409)
    if (error.code === 'invalid') return refuse({ refusal: error.message })
    throw error
  }
}

/** Runs the form's command. @returns what was refused beside its inputs, or null */
async function runForm(
  ctx: Context,
  importId: number,
  form: FormData,
): Promise<Partial<Answer> | null> {
  switch (form.get('intent')) {
    case 'format':
      return setFormat(ctx, importId, form)
    case 'mapping': {
      const { settings } = await getImport(ctx, importId)
      const problems = await mapColumns(ctx, importId, mappingFromForm(settings, form))
      return problems.length > 0 ? { problems } : null
    }
    case 'answers': {
      const missing = await answerQuestions(ctx, importId, (name) => textOf(form, name))
      return missing.length > 0 ? { missing } : null
    }
    case 'large':
      await confirmLargeAmounts(ctx, importId)
      return null
    case 'match':
      return match(ctx, importId, form)
    default:
      throw data('There is no such form.', { status: 400 })
  }
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

async function setFormat(ctx: Context, importId: number, form: FormData) {
  const [headerLine, dataLine] = (textOf(form, 'header') ?? '').split(':').map(Number)
  const answers = formatAnswers.safeParse({
    encoding: form.get('encoding'),
    delimiter: form.get('delimiter'),
    header: { headerLine, dataLine },
  })
  if (!answers.success) return { refusal: 'Choose how the file is written.' }
  await changeFormat(ctx, importId, answers.data)
  return null
}

async function match(ctx: Context, importId: number, form: FormData) {
  const row = Number(textOf(form, 'row'))
  const account = (textOf(form, 'typed') ?? textOf(form, 'account') ?? '').trim()
  if (account === '') return { match: { row, account, message: 'Choose the account.' } }
  try {
    await matchAside(ctx, { importId, row, account })
    return null
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error
    return { match: { row, account, message: error.message } }
  }
}
