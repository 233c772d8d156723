import { describe, expect } from 'vitest'

import { createFirstAdmin } from '#app/domain/people/create-first-admin.server.ts'
import { issueSetupCode } from '#app/domain/people/issue-setup-code.server.ts'
import type { FirstAdminInput } from '#app/domain/people/schemas.ts'
import { organisation, productLines, rateVersions } from '#db/schema/organisation.ts'
import { people, setupCodes } from '#db/schema/people.ts'
import { NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, race, refusal } from '#tests/support/people.ts'

const input = (code: string, values: Partial<FirstAdminInput> = {}): FirstAdminInput => ({
  code,
  organisation: 'Örnek A.Ş.',
  baseCurrency: 'TRY',
  timeZone: 'Europe/Istanbul',
  productLine: 'Depo Yönetimi',
  name: 'İpek Işık',
  email: 'ipek@example.com',
  password: 'a long enough password',
  ...values,
})

/** The code of a first start, which is there as long as nobody is. */
async function codeOf(ctx: Parameters<typeof issueSetupCode>[0]): Promise<string> {
  const code = await issueSetupCode(ctx)
  if (code === null) throw new Error('No code')
  return code
}

describe('the first start', () => {
  test('lets in whoever has the code, and begins the organisation', async ({ db }) => {
    const ctx = { db, now: NOW }
    const code = await codeOf(ctx)

    const admin = await createFirstAdmin(ctx, input(code.toLowerCase().replaceAll('-', ' ')))

    expect(admin).toMatchObject({ name: 'İpek Işık', role: 'admin', team: 'other' })
    const [row] = await db.select().from(people)
    expect(row).toMatchObject({ email: 'ipek@example.com', nameFold: 'ipek isik' })
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/)
    expect(await db.select().from(organisation)).toMatchObject([
      {
        name: 'Örnek A.Ş.',
        timeZone: 'Europe/Istanbul',
        baseCurrency: 'TRY',
        responseTargets: { blocker: 1, critical: 2, major: 5, minor: 10 },
      },
    ])
    expect(await db.select().from(productLines)).toMatchObject([
      { name: 'Depo Yönetimi', slug: 'depo-yonetimi' },
    ])
    expect(await db.select().from(rateVersions)).toMatchObject([{ baseCurrency: 'TRY' }])
    expect(await eventsOf(db)).toEqual([
      {
        name: 'organisation.started',
        subjectType: 'person',
        subjectId: String(admin.id),
        actorId: admin.id,
        data: { organisation: 'Örnek A.Ş.', email: 'ipek@example.com' },
      },
    ])
    expect(await db.select().from(setupCodes)).toEqual([])
    expect(await issueSetupCode(ctx)).toBeNull()
  })

  test('stores only the hash of the code', async ({ db }) => {
    const code = await codeOf({ db, now: NOW })
    const [row] = await db.select().from(setupCodes)
    expect(row?.codeHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(code)
  })

  test('refuses a wrong code beside its field, and keeps the right one', async ({ db }) => {
    const ctx = { db, now: NOW }
    const code = await codeOf(ctx)
    expect(await refusal(createFirstAdmin(ctx, input('AAAA-AAAA-AAAA-AAAA')))).toBe('invalid code')
    expect(await refusal(createFirstAdmin(ctx, input(code)))).toBe('done')
  })

  test('a process that starts later replaces the code', async ({ db }) => {
    const ctx = { db, now: NOW }
    const [first, second] = [await codeOf(ctx), await codeOf(ctx)]
    expect(await refusal(createFirstAdmin(ctx, input(first)))).toBe('invalid code')
    expect(await refusal(createFirstAdmin(ctx, input(second)))).toBe('done')
  })

  test('of two at once one becomes the admin', async ({ committedDb: db }) => {
    const ctx = { db, now: NOW }
    const code = await codeOf(ctx)
    const outcomes = await race(
      createFirstAdmin(ctx, input(code, { email: 'one@example.com' })),
      createFirstAdmin(ctx, input(code, { email: 'two@example.com' })),
    )
    expect(outcomes).toEqual(['done', 'invalid code'])
    expect(await db.select().from(people)).toHaveLength(1)
    expect(await eventsOf(db)).toHaveLength(1)
  })
})
