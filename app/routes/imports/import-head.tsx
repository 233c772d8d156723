import { Form } from '@remix-run/react'

import { FormErrors } from '#app/components/forms/fields.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'
import { KIND_WORDS } from '#app/domain/imports/words.ts'

import { StateBadge } from './state-badge.tsx'

const KILOBYTE = 1024

function sizeText(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} bytes`
  const isSmall = bytes < KILOBYTE ** 2
  const size = isSmall ? bytes / KILOBYTE : bytes / KILOBYTE ** 2
  return `${size.toFixed(size < 10 ? 1 : 0)} ${isSmall ? 'KB' : 'MB'}`
}

/** Which file this is, how far it is, and what stopped it. */
export function ImportHead({ record, refusal }: { record: ImportPage; refusal: string | null }) {
  const isRunning = ['checking', 'applying', 'undoing'].includes(record.state)
  return (
    <>
      <PageHeader
        title={record.fileName}
        aside={<StateBadge state={record.state} problem={isRunning ? record.problem : null} />}
        actions={<ButtonLink to="/imports">All imports</ButtonLink>}
      />
      <div className="space-y-2 px-(--gutter) pb-2">
        <p className="text-row text-muted">
          {KIND_WORDS[record.kind]} from {record.source}, {sizeText(record.fileSize)}, by{' '}
          {record.author}
        </p>
        <FormErrors errors={refusal === null ? undefined : [refusal]} />
        {record.problem === null ? null : (
          <Callout
            tone="risk"
            action={
              isRunning ? (
                <Form method="post" action={`/imports/${record.id}/continuation`}>
                  <Button size="small">Continue</Button>
                </Form>
              ) : null
            }
          >
            {record.problem}
          </Callout>
        )}
      </div>
    </>
  )
}
