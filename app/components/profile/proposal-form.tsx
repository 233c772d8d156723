import {
  FormProvider,
  getFormProps,
  useField,
  useForm,
  type FieldMetadata,
  type SubmissionResult,
} from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { Plus, Trash2 } from 'lucide-react'

import {
  FormErrors,
  HiddenFields,
  SelectField,
  TextAreaField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { ActionBar } from '#app/components/ui/page.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { FieldErrors } from '#app/components/ui/field.tsx'
import { IconButton } from '#app/components/ui/icon-button.tsx'
import { proposalSchema, type Proposal } from '#app/domain/icp/schemas.ts'
import { CRITERION_KINDS, CRITERION_OPERATORS } from '#db/constants.ts'

/** What the boxes hold: text, whatever becomes of it. */
type Row = Record<'kind' | 'label' | 'attribute' | 'operator' | 'value' | 'points' | 'why', string>
type Values = {
  summary: string
  reason: string
  criteria: Row[]
}

const KIND_WORDS = { points: 'Points', must_have: 'Must have', exclusion: 'Exclude' } as const
const OPERATOR_WORDS = {
  is_one_of: 'is one of',
  between: 'is between',
  at_least: 'is at least',
  at_most: 'is at most',
  contains: 'contains',
  is_known: 'is known',
} as const

export const EMPTY_CRITERION: Row = {
  kind: 'points',
  label: '',
  attribute: '',
  operator: 'is_one_of',
  value: '',
  points: '',
  why: '',
}

type ProposalFormProps = {
  /** Which proposal it is, and the version in view. */
  hidden: { productLineId: number; profileId?: number; version?: number }
  defaultValue: Partial<Values>
  attributes: readonly { key: string; label: string }[]
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

function pointsOf(row: unknown): number {
  const { kind, points } = (row ?? {}) as Partial<Record<keyof Row, string>>
  return kind === 'points' ? Number(points) || 0 : 0
}

function CriterionFields({
  name,
  index,
  attributes,
  children,
}: {
  name: FieldMetadata<Row>['name']
  index: number
  attributes: ProposalFormProps['attributes']
  children: React.ReactNode
}) {
  const [field] = useField<Row>(name)
  const row = field.getFieldset()
  return (
    <div
      role="group"
      aria-label={`Criterion ${index + 1}`}
      className="grid gap-x-2 gap-y-2 md:grid-cols-[7rem_minmax(0,1.2fr)_minmax(0,1fr)_8rem_minmax(0,1.2fr)_5rem_auto]"
    >
      <SelectField
        field={row.kind}
        label="Kind"
        options={CRITERION_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
      />
      <TextField field={row.label} label="Name" />
      <SelectField
        field={row.attribute}
        label="Attribute"
        placeholder="Choose"
        options={attributes.map(({ key, label }) => ({ value: key, label }))}
      />
      <SelectField
        field={row.operator}
        label="Test"
        options={CRITERION_OPERATORS.map((value) => ({ value, label: OPERATOR_WORDS[value] }))}
      />
      <TextField field={row.value} label="Value" placeholder="Retail, Logistics / 50 to 500" />
      <TextField field={row.points} label="Points" inputMode="decimal" />
      <div className="md:pt-6">{children}</div>
      <TextField
        field={row.why}
        label="Why it matters"
        className="md:col-span-6"
        placeholder="In plain words"
      />
    </div>
  )
}
