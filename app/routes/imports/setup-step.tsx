import { Form } from '@remix-run/react'

import { Button } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'

import type { Answer } from './answer.ts'
import { FormatForm, formatWords } from './format-form.tsx'
import { MappingForm } from './mapping-form.tsx'
import { PreviewTable } from './preview-table.tsx'
import { QuestionsForm } from './questions-form.tsx'

/** Before the dry run: how the file is written, which column is what, and what has to be asked. */
export function SetupStep({ record, answer }: { record: ImportPage; answer: Answer }) {
  const { settings } = record
  const asksFormat = settings.formatQuestions.length > 0
  const asks = settings.questions.length > 0
  const parts = (
    <>
      <Section title="The file">
        {asksFormat ? (
          <p className="pb-1 text-body">
            The file alone does not tell how it is written. Choose, and look at the rows.
          </p>
        ) : null}
        <Disclosure summary={formatWords(settings)} open={asksFormat}>
          <FormatForm key={JSON.stringify(settings.format)} settings={settings} />
        </Disclosure>
        <PreviewTable settings={settings} />
      </Section>
      {asksFormat ? null : <Columns record={record} answer={answer} />}
    </>
  )
  return (
    <PageBody>
      {asks ? (
        <>
          <QuestionsForm record={record} missing={answer.missing} />
          <Disclosure
            summary="The file and its columns"
            open={answer.problems.length > 0}
            className="mt-4"
          >
            {parts}
          </Disclosure>
        </>
      ) : (
        parts
      )}
      <Form method="post" action={`/imports/${record.id}/deletion`} className="mt-6">
        <Button variant="danger">Discard this file</Button>
      </Form>
    </PageBody>
  )
}

function Columns({ record, answer }: { record: ImportPage; answer: Answer }) {
  const { remembered, preset, notes } = record.settings
  const origin = remembered
    ? 'as in the last file with these columns'
    : (preset ?? 'by their names')
  return (
    <Section title="Columns" aside={origin}>
      <div className="space-y-2">
        {notes.map((note) => (
          <Callout key={note}>{note}</Callout>
        ))}
      </div>
      <MappingForm record={record} problems={answer.problems} />
    </Section>
  )
}
