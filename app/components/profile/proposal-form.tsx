import { FormProvider, getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'

import {
  FormErrors,
  HiddenFields,
  TextAreaField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { ActionBar, Section } from '#app/components/ui/page.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import type { DraftMeasure } from '#app/domain/icp/draft.ts'
import { proposalSchema, type Proposal } from '#app/domain/icp/schemas.ts'

import { BandsTable } from './bands-table.tsx'
import { pointsOf, type OfferedAttribute, type TypedCriterion } from './criterion-fields.tsx'
import { CriteriaFields } from './criteria-fields.tsx'
import { PointsLeft } from './points-left.tsx'
import { useDraftMeasure } from './use-draft-measure.ts'

type Values = {
  summary: string
  reason: string
  criteria: TypedCriterion[]
}

type ProposalFormProps = {
  /** Which proposal it is, and the version in view. */
  hidden: { productLineId: number; profileId?: number; version?: number }
  defaultValue: Partial<Values>
  attributes: readonly OfferedAttribute[]
  /** How our accounts stand against the rows as they were sent. */
  measure: DraftMeasure
  currency: string
  lastResult: SubmissionResult<string[]> | undefined
  cancelHref: string
  submitWord: string
}

/**
 * The whole text of a proposal: who, why, and criteria whose points add up to 100, with how our accounts stand against
 * them. Rows come and go, and are counted, without JavaScript too.
 */
export function ProposalForm({
  hidden,
  defaultValue,
  attributes,
  measure: initial,
  currency,
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
  const measure = useDraftMeasure(form.id, JSON.stringify(fields.criteria.value ?? []), initial)
  return (
    <FormProvider context={form.context}>
      <Form method="post" {...getFormProps(form)}>
        {/* Enter in a box proposes: the first button of a form is the one it presses. */}
        <button type="submit" hidden />
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
        <CriteriaFields
          field={fields.criteria}
          points={points}
          {...{ attributes, measure, currency }}
        />
        {measure.spread ? (
          <Section title="Fit bands" aside="by the criteria that are complete">
            <div className="max-w-form">
              <BandsTable {...measure.spread} currency={currency} />
            </div>
          </Section>
        ) : null}
        <ActionBar className="-mx-(--gutter) mt-6">
          <Button variant="primary">{submitWord}</Button>
          <ButtonLink variant="quiet" to={cancelHref}>
            Cancel
          </ButtonLink>
          <noscript>
            <Button name="intent" value="count">
              Count the accounts
            </Button>
          </noscript>
          <span className="text-small">
            <PointsLeft points={points} />
          </span>
          <span className="text-small text-muted">
            Whatever was approved of an earlier text no longer counts.
          </span>
        </ActionBar>
      </Form>
    </FormProvider>
  )
}
