import { Outlet, useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { Shell } from '#app/components/shell/shell.tsx'
import { useRailCounts } from '#app/components/shell/use-rail-counts.ts'
import { visibleSections } from '#app/components/shell/visible-sections.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { railCounts } from './rail-counts.server.ts'

/** What every page inside the frame may rely on: `useRouteLoaderData('routes/_shell/layout')`. */
export const loader = privateLoader('read', async (ctx, { request, context }) => {
  const slug = new URL(request.url).searchParams.get('line')
  const productLines = await listProductLines(ctx)
  const line = productLines.find((candidate) => candidate.slug === slug) ?? null
  const [organisation, rail] = await Promise.all([
    getOrganisation(ctx),
    railCounts(ctx, line?.id ?? null),
  ])
  return {
    organisation: organisation.name,
    timeZone: organisation.timeZone,
    baseCurrency: organisation.baseCurrency,
    user: ctx.actor,
    theme: context.person?.theme ?? 'system',
    productLines,
    currentLine: line?.slug ?? null,
    sections: visibleSections(ctx.actor),
    rail,
    maySubmit: may(ctx.actor, 'request.submit'),
  }
})

/** A change of filters or of the open row moves no count. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  if (formMethod && formMethod !== 'GET') return true
  const sameLine = currentUrl.searchParams.get('line') === nextUrl.searchParams.get('line')
  return sameLine ? false : defaultShouldRevalidate
}

export default function Layout() {
  const { rail, ...frame } = useLoaderData<typeof loader>()
  return (
    <Shell {...frame} {...useRailCounts(frame.currentLine, rail)}>
      <Outlet />
    </Shell>
  )
}
