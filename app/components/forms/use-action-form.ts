import { useForm, type DefaultValue, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

/**
 * A form that the browser checks with the schema of its action, and that shows what the action refused.
 *
 * @param lastResult the action's answer; without JavaScript it comes with the page
 */
export function useActionForm<Schema extends z.ZodType<unknown, Record<string, unknown>>>(
  schema: Schema,
  {
    id,
    lastResult,
    defaultValue,
  }: {
    id: string
    lastResult?: SubmissionResult<string[]> | null
    defaultValue?: DefaultValue<z.input<Schema>>
  },
) {
  return useForm<z.input<Schema>, z.output<Schema>>({
    id,
    lastResult,
    defaultValue,
    shouldValidate: 'onSubmit',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
  })
}

/** What the action answered to the form whose hidden fields these are; null when it was another form of the page. */
export function answerTo(
  result: SubmissionResult<string[]> | null | undefined,
  hidden: Readonly<Record<string, string | number>>,
): SubmissionResult<string[]> | null {
  const ours = Object.entries(hidden).every(
    ([name, value]) => result?.initialValue?.[name] === String(value),
  )
  return ours ? (result ?? null) : null
}
