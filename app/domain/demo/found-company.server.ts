import { eq } from 'drizzle-orm'

import type { Actor, AnonymousContext, Context } from '#app/domain/context.ts'
import { addArea } from '#app/domain/organisation/areas.server.ts'
import { addAttribute } from '#app/domain/organisation/attributes.server.ts'
import { setStageProbabilities } from '#app/domain/organisation/change-settings.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { addProductLine } from '#app/domain/organisation/product-lines.server.ts'
import { setPlanRates } from '#app/domain/organisation/rates.server.ts'
import { acceptInvitation } from '#app/domain/people/accept-invitation.server.ts'
import { createFirstAdmin } from '#app/domain/people/create-first-admin.server.ts'
import { invitePerson } from '#app/domain/people/invite-person.server.ts'
import { issueSetupCode } from '#app/domain/people/issue-setup-code.server.ts'
import { productLines } from '#db/schema/organisation.ts'

import {
  AREAS,
  ATTRIBUTES,
  LATER_RATES,
  ORGANISATION,
  RATES,
  SECOND_LINE,
  STAGES,
  type AreaKey,
  type LineKey,
} from './company.ts'
import { ADMIN, DEMO_PASSWORD, STAFF, type StaffKey } from './people.ts'
import type { Act, World } from './world.server.ts'

/** The first start: the admin, everybody else by invitation, and the settings. */
export async function foundCompany(start: AnonymousContext): Promise<World> {
  const code = await issueSetupCode(start)
  if (code === null) throw new Error('Somebody is here already')
  const { name, email } = ADMIN
  const first = { ...ORGANISATION, code, name, email, password: DEMO_PASSWORD }
  const admin = await createFirstAdmin(start, first)
  const ctx = { ...start, actor: admin }
  const staff = await invitePeople(ctx)
  const lines = await addLines(ctx)
  const areas = new Map<AreaKey, number>()
  for (const [key, { line, name }] of Object.entries(AREAS) as [
    AreaKey,
    (typeof AREAS)[AreaKey],
  ][]) {
    const productLineId = lines.get(line) ?? 0
    areas.set(key, await addArea(ctx, { productLineId, name }))
  }
  for (const attribute of ATTRIBUTES) await addAttribute(ctx, attribute)
  await setStageProbabilities(ctx, { version: 1, stages: STAGES })
  await setRates(ctx, RATES)
  return { admin, staff, lines, areas, accounts: new Map(), items: new Map(), requests: new Map() }
}

/** The admin's later doings. */
export const SETTINGS_ACTS: readonly Act[] = [
  { ago: 84, by: 'admin', run: (ctx) => setRates(ctx, LATER_RATES) },
]

async function setRates(ctx: Context, rates: typeof RATES): Promise<void> {
  const { versionId } = await getPlanRates(ctx)
  await setPlanRates(ctx, { ...rates, wasVersionId: versionId ?? undefined })
}

async function invitePeople(ctx: Context): Promise<Map<StaffKey, Actor>> {
  const staff = new Map<StaffKey, Actor>()
  for (const [key, person] of Object.entries(STAFF) as [StaffKey, (typeof STAFF)[StaffKey]][]) {
    const { name, email, role, team } = person
    const { token } = await invitePerson(ctx, { email, role, team })
    staff.set(key, await acceptInvitation(ctx, token, { name, password: DEMO_PASSWORD }))
  }
  return staff
}

async function addLines(ctx: Context): Promise<Map<LineKey, number>> {
  const [platform] = await ctx.db
    .select({ id: productLines.id })
    .from(productLines)
    .where(eq(productLines.name, ORGANISATION.productLine))
  if (!platform) throw new Error('The first product line is missing')
  const analytics = await addProductLine(ctx, { name: SECOND_LINE })
  return new Map([
    ['platform', platform.id],
    ['analytics', analytics],
  ])
}
