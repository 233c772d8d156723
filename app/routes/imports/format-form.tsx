import { Form } from '@remix-run/react'

import { HiddenFields } from '#app/components/forms/fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/inputs.tsx'
import type { ImportSettings } from '#app/domain/imports/settings.ts'

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Windows, Western Europe',
  'windows-1254': 'Windows, Turkish',
} as const

const DELIMITERS = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Vertical bar' } as const

/** `UTF-8, comma, column names on line 1`. */
export function formatWords({ format }: ImportSettings): string {
  const delimiter = DELIMITERS[format.delimiter].toLowerCase()
  return `${ENCODINGS[format.encoding]}, ${delimiter}, column names on line ${format.headerLine}`
}

/** How the file is written. What could not be told for certain has nothing chosen. */
export function FormatForm({ settings }: { settings: ImportSettings }) {
  const { format, formatQuestions } = settings
  const asked = (question: (typeof formatQuestions)[number]) => formatQuestions.includes(question)
  const header = `${format.headerLine}:${format.dataLine}`
  const headers = [
    ...new Set([header, ...settings.headers.map((one) => `${one.headerLine}:${one.dataLine}`)]),
  ]
  const unsure = (question: (typeof formatQuestions)[number]) =>
    asked(question) ? 'Choose one' : undefined
  return (
    <Form method="post" className="my-2 flex flex-wrap items-end gap-3">
      <HiddenFields values={{ intent: 'format' }} />
      <Field id="encoding" label="Encoding" className="w-56 max-md:w-full">
        <Select
          name="encoding"
          required
          placeholder={unsure('encoding')}
          defaultValue={asked('encoding') ? '' : format.encoding}
        >
          {Object.entries(ENCODINGS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="delimiter" label="Between the columns" className="w-40 max-md:w-full">
        <Select
          name="delimiter"
          required
          placeholder={unsure('delimiter')}
          defaultValue={asked('delimiter') ? '' : format.delimiter}
        >
          {Object.entries(DELIMITERS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="header" label="Column names" className="w-64 max-md:w-full">
        <Select
          name="header"
          required
          placeholder={unsure('header')}
          defaultValue={asked('header') ? '' : header}
        >
          {headers.map((value) => (
            <option key={value} value={value}>
              {headerWords(value)}
            </option>
          ))}
        </Select>
      </Field>
      <Button>Read the file so</Button>
    </Form>
  )
}

function headerWords(choice: string): string {
  const [header, data] = choice.split(':')
  return `on line ${header}, rows from line ${data}`
}
