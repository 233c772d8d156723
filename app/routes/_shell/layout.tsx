import { Outlet, useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { Shell } from '#app/components/shell/shell.tsx'
import { visibleSections } from '#app/components/shell/visible-sections.ts'
import { countUnreadMentions } from '#app/domain/items/mention-list.server.ts'
import {
  getNavigationCounts,
  listProductLines,
} from '#app/domain/organisation/get-navigation.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** What every page inside the frame may rely on: `useRouteLoaderData('routes/_shell/layout')`. */
export const loader = privateLoader('read', async (ctx, { request, context }) => {
  const slug = new URL(request.url).searchParams.get('line')
  const productLines = await listProductLines(ctx)
  const line = productLines.find((candidate) => candidate.slug === slug) ?? null
  const [organisation, mentions, counts] = await Promise.all([
    getOrganisation(ctx),
    countUnreadMentions(ctx),
    getNavigationCounts(ctx, line?.id ?? null),
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
    counts: {
      triage: counts.triage,
      requests: counts.unread,
      backlog: counts.backlog,
      publications: counts.publications,
      accounts: counts.accounts,
      profile: counts.profile === null ? null : `v${counts.profile}`,
    },
    mentions,
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
  return (
    <Shell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  )
}
