import { Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

import { PageBody } from '#app/components/ui/page.tsx'
import { ProgressBar } from '#app/components/ui/progress-bar.tsx'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'

import { Figures } from './figures.tsx'

const EVERY = 1500

const WORDS: Readonly<Record<string, string>> = {
  checking: 'Looking at every row. Nothing is changed yet.',
  applying: 'Applying the rows. You can leave this page.',
  undoing: 'Taking the rows back. You can leave this page.',
}

/** How far the job is; looks again by itself until it is done. */
export function Progress({ record }: { record: ImportPage }) {
  const { state, revalidate } = useRevalidator()
  const isStopped = record.problem !== null
  useEffect(() => {
    if (isStopped || state !== 'idle') return
    const timer = setTimeout(revalidate, EVERY)
    return () => clearTimeout(timer)
  }, [isStopped, state, revalidate])
  const { done, total } = progressOf(record)
  return (
    <PageBody width="prose">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <ProgressBar label={WORDS[record.state] ?? ''} done={done} total={total} unit="rows" />
      <Figures record={record} />
      <p className="mt-3 text-small text-muted">
        <Link to={`/imports/${record.id}`} reloadDocument className="underline">
          Look again
        </Link>
      </p>
    </PageBody>
  )
}

function progressOf({ state, counts, progressRow, totalRows }: ImportPage) {
  const { applied = 0, conflict = 0, undone = 0, kept = 0 } = counts
  if (state === 'checking') return { done: progressRow, total: totalRows }
  if (state === 'undoing') return { done: undone + kept, total: applied + undone }
  return { done: applied + conflict, total: (counts.new ?? 0) + (counts.changed ?? 0) }
}
