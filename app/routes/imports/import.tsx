import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { RouteError } from '#app/components/route-error.tsx'
import { listAside } from '#app/domain/imports/aside.server.ts'
import { getImport } from '#app/domain/imports/get-import.server.ts'
import { listRows } from '#app/domain/imports/list-rows.server.ts'
import { readRowPage } from '#app/domain/imports/row-filter.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { NOTHING } from './answer.ts'
import { changeImport } from './change-import.server.ts'
import { ImportHead } from './import-head.tsx'
import { Progress } from './progress.tsx'
import { ResultStep } from './result-step.tsx'
import { SetupStep } from './setup-step.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.record.fileName ?? 'Import'} · Causeway` },
]

export const loader = privateLoader('import.run', async (ctx, { params, request }) => {
  const importId = idParam(params.id, 'This import')
  const record = await getImport(ctx, importId)
  const page = readRowPage(new URL(request.url).searchParams)
  const hasRows = ['checked', 'applied', 'undone'].includes(record.state)
  const showsAside = hasRows && record.state !== 'undone' && page.show === 'aside'
  return {
    record,
    page,
    rows: hasRows && !showsAside ? await listRows(ctx, importId, page) : null,
    aside: showsAside ? await listAside(ctx, importId) : null,
  }
})

export const action = privateAction('import.run', async (ctx, { params, request }) =>
  changeImport(ctx, idParam(params.id, 'This import'), await request.formData()),
)

export default function Import() {
  const { record, page, rows, aside } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? NOTHING
  return (
    <>
      <ImportHead record={record} refusal={answer.refusal} />
      {record.state === 'uploaded' ? (
        <SetupStep record={record} answer={answer} />
      ) : rows || aside ? (
        <ResultStep record={record} page={page} rows={rows} aside={aside} answer={answer} />
      ) : (
        <Progress record={record} />
      )}
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
