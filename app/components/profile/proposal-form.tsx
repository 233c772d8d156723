import { FormProvider, getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { Plus, Trash2 } from 'lucide-react'

import {
  FormErrors,
  HiddenFields,
  TextAreaField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { ActionBar } from '#app/components/ui/page.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { FieldErrors } from '#app/components/ui/field.tsx'
import { IconButton } from '#app/components/ui/icon-button.tsx'
import { proposalSchema, type Proposal } from '#app/domain/icp/schemas.ts'

import {
  CriterionFields,
  EMPTY_CRITERION,
  pointsOf,
  type AttributeOption,
  type TypedCriterion,
} from './criterion-fields.tsx'

type Values = {
  summary: string
  reason: string
  criteria: TypedCriterion[]
}

type ProposalFormProps = {
  /** Which proposal it is, and the version in view. */
  hidden: { productLineId: number; profileId?: number; version?: number }
  defaultValue: Partial<Values>
  attributes: readonly AttributeOption[]
  lastResult: SubmissionResult<string[]> | undefined
  cancelHref: string
  submitWord: string
}

/** The whole text of a proposal: who, why, and criteria whose points add up to 100. Rows come and go without JavaScript too. */
export function ProposalForm({
  hidden,
  defaultValue,
  attributes,
  lastResult,
  cancelHref,
  submitWord,
}: ProposalFormProps) {
  const [form, fields] = useForm<Values, Proposal>({
    id: 'proposal',
    lastResult,
    defaultValue,
    shouldValidate: 'onSubmit',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: proposalSchema }),
  })
  const rows = fields.criteria.getFieldList()
  const points = rows.reduce((sum, row) => sum + pointsOf(row.value), 0)
  return (
    <FormProvider context={form.context}>
      <Form method="post" {...getFormProps(form)}>
        <HiddenFields values={hidden} />
        <FormErrors errors={form.errors} />
        <div className="max-w-form space-y-4">
          <TextAreaField
            field={fields.summary}
            label="Who is our ideal customer?"
            aside="in a sentence or two"
            rows={2}
          />
          <TextField field={fields.reason} label="Why this version?" />
        </div>
        <fieldset className="mt-6 min-w-0">
          <legend className="mb-2 text-row font-strong">
            Criteria{' '}
            <span className={points === 100 ? 'font-regular text-good' : 'font-regular text-watch'}>
              {Math.round(points * 10) / 10} of 100 points
            </span>
          </legend>
          <FieldErrors id={fields.criteria.errorId} errors={fields.criteria.errors} />
          <ol className="divide-y border-y">
            {rows.map((row, index) => (
              <li key={row.key} className="py-3">
                <CriterionFields name={row.name} index={index} attributes={attributes}>
                  <IconButton
                    {...form.remove.getButtonProps({ name: fields.criteria.name, index })}
                    label={`Remove criterion ${index + 1}`}
                    icon={<Trash2 aria-hidden className="size-4" />}
                  />
                </CriterionFields>
              </li>
            ))}
          </ol>
          <Button
            {...form.insert.getButtonProps({
              name: fields.criteria.name,
              defaultValue: EMPTY_CRITERION,
            })}
            size="small"
            className="mt-3"
            icon={<Plus aria-hidden className="size-4" />}
          >
            Add a criterion
          </Button>
        </fieldset>
        <ActionBar className="-mx-(--gutter) mt-6">
          <Button variant="primary">{submitWord}</Button>
          <ButtonLink variant="quiet" to={cancelHref}>
            Cancel
          </ButtonLink>
          <span className="text-small text-muted">
            Whatever was approved of an earlier text no longer counts.
          </span>
        </ActionBar>
      </Form>
    </FormProvider>
  )
}
