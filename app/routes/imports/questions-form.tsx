import { Form } from '@remix-run/react'

import { FormFoot, HiddenFields } from '#app/components/forms/fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field, FieldGroup } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/inputs.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { RadioList } from '#app/components/ui/choice-list.tsx'
import { answerName, LEAVE, REFUSE, styleChoices } from '#app/domain/imports/answers.ts'
import { findField } from '#app/domain/imports/fields.ts'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'
import type { ImportQuestion } from '#app/domain/imports/settings.ts'

const STYLES: Readonly<Record<string, string>> = {
  dot: 'The point is before the decimals: 1,234.50',
  comma: 'The comma is before the decimals: 1.234,50',
  dmy: 'Day first: 31/12/2026',
  mdy: 'Month first: 12/31/2026',
  first: 'The first day of the month',
  last: 'The last day of the month',
}

const ASKED = {
  decimal_mark: 'How does it write numbers?',
  date_order: 'Which comes first, day or month?',
  month_day: 'Which day is meant?',
} as const

type Props = { record: ImportPage; missing: readonly string[] }
type Style = Extract<ImportQuestion, { examples: string[] }>
type Words = Extract<ImportQuestion, { cells: unknown[] }>

/** What the file alone does not say. */
export function QuestionsForm({ record, missing }: Props) {
  const { questions } = record.settings
  return (
    <Section title="Please say" aside="the file alone does not tell">
      <Form method="post" className="max-w-[72ch] space-y-5">
        <HiddenFields values={{ intent: 'answers' }} />
        {questions.map((question) =>
          'examples' in question ? (
            <StyleQuestion key={answerName(question)} question={question} missing={missing} />
          ) : (
            <WordsQuestion
              key={answerName(question)}
              question={question}
              record={record}
              missing={missing}
            />
          ),
        )}
        <FormFoot>
          <Button variant="primary">Go on checking</Button>
        </FormFoot>
      </Form>
    </Section>
  )
}

function StyleQuestion({ question, missing }: { question: Style; missing: readonly string[] }) {
  const name = answerName(question)
  return (
    <FieldGroup
      id={name}
      label={`${question.column}: ${ASKED[question.kind]}`}
      hint={`Such as ${question.examples.join(', ')}.`}
      errors={missing.includes(name) ? ['Choose one.'] : undefined}
    >
      <RadioList
        name={name}
        choices={styleChoices(question.kind).map((value) => ({
          value,
          label: STYLES[value] ?? value,
        }))}
      />
    </FieldGroup>
  )
}

function WordsQuestion({
  question,
  record,
  missing,
}: {
  question: Words
  record: ImportPage
  missing: readonly string[]
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-row font-strong">
        {question.column}: {meantBy(question, record)}
      </legend>
      <div className="divide-y divide-line rounded-md border px-3">
        {question.cells.map((cell) => {
          const name = answerName(question, cell.text)
          return (
            <Field
              key={name}
              id={name}
              label={
                <>
                  <span className="font-regular wrap-anywhere">{cell.text}</span>{' '}
                  <span className="text-small font-regular text-faint">
                    {cell.count.toLocaleString('en')} {cell.count === 1 ? 'row' : 'rows'}
                  </span>
                </>
              }
              errors={missing.includes(name) ? ['Choose one.'] : undefined}
              className="grid items-center gap-x-4 py-1.5 md:grid-cols-[1fr_16rem] [&>label]:mb-0"
            >
              <Select name={name} placeholder="Choose one" defaultValue="">
                <Options question={question} record={record} />
              </Select>
            </Field>
          )
        })}
      </div>
    </fieldset>
  )
}

function meantBy(question: Words, { kind }: ImportPage): string {
  const field = findField(kind, question.kind === 'lines' ? 'product_line' : question.field)
  return `what do these words mean${field ? ` for “${field.label}”` : ''}?`
}

function Options({ question, record }: { question: Words; record: ImportPage }) {
  if (question.kind === 'lines') {
    const leave =
      record.kind === 'requests' ? 'None of them: the row is wrong' : 'None of them: left empty'
    return (
      <>
        {record.productLines.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
        <option value={LEAVE}>{leave}</option>
      </>
    )
  }
  return (
    <>
      {question.choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice.replaceAll('_', ' ')}
        </option>
      ))}
      {isNeeded(record.kind, question.field) ? null : (
        <option value={LEAVE}>Nothing: the field stays as it is</option>
      )}
      <option value={REFUSE}>Such a row is wrong</option>
    </>
  )
}

function isNeeded(kind: ImportPage['kind'], field: string): boolean {
  return findField(kind, field)?.required === true
}
