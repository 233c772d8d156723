import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'

/** The house's own configuration; only what needs types is off, because these files do not exist. */
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked })

/** What lint says of a file at `path` that holds `code`. */
async function complaints(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: path })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== '@typescript-eslint/no-unused-vars')
    .map(({ message }) => message)
}

const from = (target: string) => `import { x } from '${target}'\nexport { x }`

test.each([
  ['db/constants.ts', 'zod', 'db/columns.ts or in the domain'],
  ['db/schema/x.ts', '#app/domain/errors.ts', 'belongs in app/domain, which calls db'],
  ['app/lib/x.ts', '#db/constants.ts', 'app/domain'],
  ['app/lib/x.ts', '#app/domain/errors.ts', 'app/domain'],
  ['app/domain/requests/rules.ts', 'drizzle-orm', '*.server.ts beside it'],
  ['app/domain/requests/rules.ts', '#db/schema/people.ts', '*.server.ts beside it'],
  ['app/domain/requests/rules.ts', 'react', 'app/components'],
  ['app/domain/requests/rules.ts', '@remix-run/node', 'app/components'],
  ['app/domain/requests/rules.ts', './queries.server.ts', '*.server.ts beside it'],
  ['app/domain/requests/submit.server.ts', '#app/routes/login/login.tsx', 'app/routes or app/http'],
  ['app/domain/requests/submit.server.ts', '#app/components/ui/button.tsx', 'app/components'],
  ['app/domain/requests/submit.server.ts', '#app/http/route.server.ts', 'app/routes or app/http'],
  ['app/domain/requests/submit.server.ts', '@remix-run/node', 'app/routes or app/http'],
  ['app/domain/requests/submit.server.ts', 'react', 'app/components'],
  ['app/auth/guards.server.ts', '#app/domain/requests/submit.server.ts', 'app/domain'],
  ['app/auth/guards.server.ts', '#app/components/ui/button.tsx', 'app/routes'],
  ['app/auth/guards.server.ts', 'lucia', 'only lucia.server.ts imports lucia'],
  ['app/http/form.server.ts', '#db/schema/people.ts', 'app/domain'],
  ['app/http/form.server.ts', '#db/client.ts', 'app/domain'],
  ['app/http/rate-limit.server.ts', '#db/schema/people.ts', 'app/domain'],
  ['app/http/form.server.ts', '#app/routes/login/login.tsx', 'app/routes or app/components'],
  ['app/jobs/x.server.ts', '#app/http/form.server.ts', 'app/domain'],
  ['app/jobs/x.server.ts', '#db/schema/people.ts', 'app/domain'],
  ['app/root.tsx', '#db/constants.ts', 'behind app/auth'],
  ['app/entry.server.tsx', '#app/domain/requests/submit.server.ts', 'app/domain'],
  ['app/components/ui/button.tsx', '#app/domain/money.ts', 'app/components'],
  ['app/components/ui/button.tsx', '#app/components/money-text.tsx', 'app/components'],
  ['app/components/card.tsx', '#app/domain/requests/queries.server.ts', 'a route'],
  ['app/components/card.tsx', '#db/schema/people.ts', 'a route'],
  ['app/routes/items/item.tsx', '#db/client.ts', '*.server.ts of app/domain'],
  ['app/routes/items/item.tsx', '#db/constants.ts', '*.server.ts of app/domain'],
  ['app/routes/items/item.tsx', 'drizzle-orm', '*.server.ts of app/domain'],
  ['app/routes/items/item.tsx', '#app/routes/accounts/account.tsx', 'app/components'],
  ['app/routes.ts', '#app/domain/money.ts', 'The URL map'],
  ['app/process.server.ts', '#app/routes/items/item.tsx', 'app/routes'],
  ['server.ts', '#app/env.server.ts', 'build.entry.module'],
  ['server.ts', './db/client.ts', 'build.entry.module'],
  ['app/unheard-of/x.ts', 'zod', 'has no row'],
])('%s must not import %s', async (path, target, advice) => {
  const said = await complaints(path, from(target))
  expect(said.join('\n')).toContain('must not import')
  expect(said.join('\n')).toContain(advice)
})

test.each([
  ['db/schema/x.ts', '#db/constants.ts'],
  ['app/domain/requests/rules.ts', '#db/constants.ts'],
  ['app/domain/requests/rules.ts', 'zod'],
  ['app/domain/requests/submit.server.ts', '#db/schema/people.ts'],
  ['app/auth/lucia.server.ts', 'lucia'],
  ['app/http/rate-limit.server.ts', '#db/client.ts'],
  ['app/components/card.tsx', '#app/domain/money.ts'],
  ['app/components/card.tsx', '#db/constants.ts'],
  ['app/routes/items/item.tsx', './item-form.tsx'],
  ['app/routes/items/item.tsx', '#app/domain/items/queries.server.ts'],
  ['server.ts', 'express'],
  ['tests/unit/x.test.ts', '#db/client.ts'],
])('%s may import %s', async (path, target) => {
  expect(await complaints(path, from(target))).toEqual([])
})

test('the table holds for every way to import', async () => {
  const file = 'app/routes/items/item.tsx'
  for (const code of [
    `export { x } from '#db/client.ts'`,
    `export * from '#db/client.ts'`,
    `export const x = () => import('#db/client.ts')`,
    `import type { X } from '#db/client.ts'\nexport type { X }`,
    `import '#db/client.ts'`,
  ]) {
    expect(await complaints(file, code), code).toHaveLength(1)
  }
  expect(await complaints(file, from('../../../db/client.ts'))).toEqual([
    'Write it with the alias (#app/..., #db/...), not as ../',
  ])
})

test('the pure domain is told the time and the dice', async () => {
  const file = 'app/domain/requests/rules.ts'
  expect(await complaints(file, 'export const a = Date.now()')).toHaveLength(1)
  expect(await complaints(file, 'export const a = new Date()')).toHaveLength(1)
  expect(await complaints(file, 'export const a = Math.random()')).toHaveLength(1)
  expect(await complaints(file, 'export const a = new Date(0)')).toEqual([])
})

test('no any, no non-null assertion, no console, no exception to the rules', async () => {
  const file = 'app/domain/requests/rules.ts'
  expect(await complaints(file, 'export const a = (b: any) => b')).toHaveLength(1)
  expect(await complaints(file, 'export const a = (b?: string) => b!.length')).toHaveLength(1)
  expect(await complaints(file, `export const a = () => console.error('x')`)).toHaveLength(1)
  const excused = '// eslint-disable-next-line\nexport const a = (b: any) => b'
  expect((await complaints(file, excused)).join('\n')).toContain('Unexpected any')
})
