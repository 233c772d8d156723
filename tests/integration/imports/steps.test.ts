import { addDays, addHours } from 'date-fns'
import { asc, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { matchAside } from '#app/domain/imports/aside.server.ts'
import { forgetImports } from '#app/domain/imports/forget-imports.server.ts'
import { getImport } from '#app/domain/imports/get-import.server.ts'
import { fetchImport } from '#app/domain/imports/import-record.server.ts'
import { listImports } from '#app/domain/imports/list-imports.server.ts'
import { listRows } from '#app/domain/imports/list-rows.server.ts'
import {
  answerQuestions,
  applyImport,
  changeFormat,
  confirmLargeAmounts,
  continueImport,
  discardImport,
  mapColumns,
  undoImport,
} from '#app/domain/imports/steps.server.ts'
import { uploadImport } from '#app/domain/imports/upload-import.server.ts'
import { writeWrongRows } from '#app/domain/imports/wrong-rows.server.ts'
import { importChunks, importRows, imports } from '#db/schema/imports.ts'
import { accounts } from '#db/schema/accounts.ts'
import { collect, inChunks } from '#tests/support/chunks.ts'
import { makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { refusal } from '#tests/support/people.ts'

import {
  apply,
  check,
  importEvents,
  importFile,
  makeImporter,
  outcomesOf,
  rowsOf,
  upload,
  work,
} from './world.ts'

const TWO = 'external_id,name\nA-1,Anadolu Lojistik\nA-2,Tauern Spedition\n'

describe('upload', () => {
  test('keeps the file in pieces and suggests a mapping', async ({ db }) => {
    const { ctx, importer } = await makeImporter(db)
    const importId = await upload(ctx, 'accounts', TWO, '/home/me/crm/accounts.csv')
    expect(await getImport(ctx, importId)).toMatchObject({
      state: 'uploaded',
      fileName: 'accounts.csv',
      fileSize: TWO.length,
      source: 'causeway',
      author: importer.name,
      settings: {
        columns: ['external_id', 'name'],
        preset: 'Causeway accounts',
        preview: [
          { external_id: 'A-1', name: 'Anadolu Lojistik' },
          { external_id: 'A-2', name: 'Tauern Spedition' },
        ],
      },
    })
    expect(await importEvents(ctx, importId)).toEqual(['import.uploaded'])
    expect((await listImports(ctx, null)).rows).toMatchObject([{ id: importId }])
  })

  test('leaves nothing of what is no table, or breaks off', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await expect(upload(ctx, 'accounts', '')).rejects.toMatchObject({
      code: 'invalid',
      fields: { file: [expect.any(String)] },
      message: 'The file is empty.',
    })
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(2 * 1024 * 1024, 'a')
      throw new Error('connection lost')
    }
    const file = { kind: 'accounts', fileName: 'a.csv', content: broken() } as const
    await expect(uploadImport(ctx, file)).rejects.toThrow('connection lost')
    expect(await db.select().from(imports)).toEqual([])
    expect(await db.select().from(importChunks)).toEqual([])
  })

  test('holds no connection while it arrives, and is not there before its last byte', async ({
    committedDb: db,
  }) => {
    const { ctx } = await makeImporter(db)
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(TWO)
      yield Buffer.from(`A-3,${'x'.repeat(1000)}\n`.repeat(1100))
      const [held] = await db.execute<{ n: number }>(sql`
        select count(*)::int as n from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'`)
      const [row] = await db.select({ id: imports.id }).from(imports)
      expect(held?.n).toBe(0)
      expect(await db.$count(importChunks)).toBe(1)
      expect((await listImports(ctx, null)).rows).toEqual([])
      expect(await refusal(fetchImport(ctx, row?.id ?? 0))).toBe('not_found')
      expect(await refusal(discardImport(ctx, row?.id ?? 0))).toBe('not_found')
    }
    const file = { kind: 'accounts', fileName: 'a.csv', content: slow() } as const
    const { importId } = await uploadImport(ctx, file)
    expect((await listImports(ctx, null)).rows).toMatchObject([{ id: importId, state: 'uploaded' }])
  })

  test('is swept when it broke off with its process, or nobody applied it', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const applied = await importFile(ctx, 'accounts', TWO)
    const broken = await upload(ctx, 'accounts', TWO)
    await db.update(imports).set({ state: 'uploading' }).where(eq(imports.id, broken))
    const uploaded = await upload(ctx, 'accounts', TWO)
    const checked = await check(ctx, 'accounts', TWO)
    await db
      .update(imports)
      .set({ progressAt: addDays(NOW, 1) })
      .where(eq(imports.id, checked))
    const left = async (now: Date) => {
      await forgetImports({ db, now })
      return (await db.select().from(imports).orderBy(asc(imports.id))).map(({ id }) => id)
    }
    expect(await left(addDays(NOW, 1))).toEqual([applied, broken, uploaded, checked])
    expect(await left(addHours(NOW, 25))).toEqual([applied, uploaded, checked])
    expect(await left(addDays(NOW, 14))).toEqual([applied, uploaded, checked])
    expect(await left(addHours(NOW, 14 * 24 + 1))).toEqual([applied, checked])
    expect(await left(addHours(NOW, 15 * 24 + 1))).toEqual([applied])
  })

  test('refuses more than 100 MB while it arrives', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    let sent = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent++
        yield Buffer.alloc(20 * 1024 * 1024, 'a')
      }
    }
    const file = { kind: 'accounts', fileName: 'a.csv', content: endless() } as const
    await expect(uploadImport(ctx, file)).rejects.toMatchObject({
      code: 'invalid',
      fields: { file: [expect.any(String)] },
      message: 'The file has more than 100 MB. Split it, or leave out columns.',
    })
    expect(sent).toBe(6)
    expect(await db.select().from(imports)).toEqual([])
  })
})

describe('who may import', () => {
  test('every command refuses whoever may not', async ({ db }) => {
    const { ctx, as, csm } = await makeImporter(db)
    const importId = await upload(ctx, 'accounts', TWO)
    const { settings } = await fetchImport(ctx, importId)
    const viewer = await makePerson(db, { role: 'viewer' })
    const file = { kind: 'accounts', fileName: 'a.csv', content: inChunks(TWO) } as const
    for (const who of [as(csm), as(viewer)]) {
      const commands = [
        uploadImport(who, file),
        changeFormat(who, importId, {}),
        mapColumns(who, importId, settings.mapping),
        answerQuestions(who, importId, () => null),
        confirmLargeAmounts(who, importId),
        applyImport(who, importId),
        undoImport(who, importId),
        continueImport(who, importId),
        discardImport(who, importId),
        matchAside(who, { importId, row: 1, account: 'X' }),
        getImport(who, importId),
        listImports(who, null),
        listRows(who, importId, { show: null, after: null, before: null }),
        writeWrongRows(who, importId),
      ]
      for (const result of await Promise.allSettled(commands)) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } })
      }
    }
    expect(await importEvents(ctx, importId)).toEqual(['import.uploaded'])
  })
})

describe('mapping', () => {
  test('what does not do yet is kept and told', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const importId = await upload(ctx, 'accounts', 'Number,Firma\n1,Anadolu\n')
    const { settings } = await fetchImport(ctx, importId)
    const mapping = { ...settings.mapping, columns: { external_id: 'Number' } }
    expect(await mapColumns(ctx, importId, mapping)).toEqual([
      { field: 'name', message: 'Name: choose a column.' },
    ])
    const after = await fetchImport(ctx, importId)
    expect(after).toMatchObject({ state: 'uploaded', settings: { mapping } })
  })

  test('a file with the same columns is mapped as the last one', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const file = 'Number,Firma,Land\n1,Anadolu,TR\n'
    await check(ctx, 'accounts', file, (mapping) => ({
      ...mapping,
      source: 'erp',
      columns: { external_id: 'Number', name: 'Firma', region: 'Land' },
    }))
    const again = await upload(ctx, 'accounts', 'number,FIRMA,Land\n2,Tauern,AT\n')
    expect((await fetchImport(ctx, again)).settings).toMatchObject({
      remembered: true,
      mapping: {
        source: 'erp',
        columns: { external_id: 'number', name: 'FIRMA', region: 'Land' },
      },
    })
    const other = await upload(ctx, 'accounts', 'Number,Firma,Ort\n2,Tauern,Graz\n')
    expect((await fetchImport(ctx, other)).settings).toMatchObject({ remembered: false })
  })

  test('a second row of names is asked about before anything is read', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const importId = await upload(ctx, 'accounts', 'Account,Account\nId,Name\n1,Foo\n2,Bar\n')
    const { settings } = await fetchImport(ctx, importId)
    expect(settings.formatQuestions).toEqual(['header'])
    const problems = await mapColumns(ctx, importId, settings.mapping)
    expect(problems.at(-1)).toEqual({ message: 'Say first how the file is written.' })
    await changeFormat(ctx, importId, {
      encoding: 'utf-8',
      delimiter: ',',
      header: { headerLine: 2, dataLine: 3 },
    })
    expect((await fetchImport(ctx, importId)).settings).toMatchObject({
      formatQuestions: [],
      columns: ['Id', 'Name'],
    })
  })
})

describe('questions', () => {
  const FILE = `external_id,name,arr,renewal_date,lifecycle
A-1,Anadolu,"1.500",03/04/2026,customer
A-2,Tauern,"2.500",05/06/2026,hibernating
A-3,Fjell,"900",07/08/2026,hibernating
`
  test('what the file does not tell is asked, and its answers are read', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const importId = await check(ctx, 'accounts', FILE)
    const asked = await fetchImport(ctx, importId)
    expect(asked.state).toBe('uploaded')
    expect(asked.settings.questions.map(({ kind, column }) => `${kind} ${column}`)).toEqual([
      'decimal_mark arr',
      'date_order renewal_date',
      'values lifecycle',
    ])
    expect(await db.select().from(importRows)).toEqual([])
    const answers: Record<string, string> = {
      'decimal_mark:arr': 'comma',
      'date_order:renewal_date': 'dmy',
    }
    const answerOf = (name: string) => answers[name] ?? null
    expect(await answerQuestions(ctx, importId, answerOf)).toEqual(['values:lifecycle:hibernating'])
    answers['values:lifecycle:hibernating'] = 'refuse'
    expect(await answerQuestions(ctx, importId, answerOf)).toEqual([])
    await work(ctx, importId)
    const [first, second] = await rowsOf(ctx, importId)
    expect(first?.values).toMatchObject({
      row: {
        lifecycle: 'active',
        mainContract: { amount: { minor: 150_000, currency: 'EUR' }, renewsOn: '2026-04-03' },
      },
    })
    expect(second).toMatchObject({ outcome: 'wrong', label: 'Tauern' })
    expect(await outcomesOf(ctx, importId)).toEqual(['new', 'wrong', 'wrong'])
  })

  test('words that are no product line are asked once', async ({ db }) => {
    const { ctx, lineId } = await makeImporter(db)
    await importFile(ctx, 'accounts', TWO)
    const file = `external_id,account_external_id,amount,period,currency,product_line
C-1,A-1,100,year,EUR,Platform
C-2,A-1,100,year,EUR,Suite X
C-3,A-2,100,year,EUR,suite x
`
    const importId = await check(ctx, 'contracts', file)
    expect((await fetchImport(ctx, importId)).settings.questions).toEqual([
      { kind: 'lines', column: 'product_line', cells: [{ text: 'Suite X', count: 2 }] },
    ])
    expect(await answerQuestions(ctx, importId, () => 'platform')).toEqual([])
    await work(ctx, importId)
    await apply(ctx, importId)
    const rows = await listRows(ctx, importId, { show: 'new', after: null, before: null })
    expect(rows.rows).toHaveLength(3)
    expect(rows.rows.every(({ problems }) => problems.length === 0)).toBe(true)
    expect(lineId).toBeGreaterThan(0)
  })
})

describe('what is wrong', () => {
  const FILE = `external_id,name,arr,renewal_date
A-1,Anadolu,-5,2026-05-15
A-2,Tauern,5000000000,2026-05-15
A-2,Tauern again,1,2026-05-15
A-4,Fjell,,2026-05-15
`
  test('is told with line and column, and comes back as a file', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const importId = await check(ctx, 'accounts', FILE)
    const rows = await rowsOf(ctx, importId)
    expect(rows.map(({ line, problems }) => [line, problems[0]])).toEqual([
      [2, { column: 'arr', message: '“-5” is negative; an amount is 0 or more.' }],
      [
        3,
        {
          column: 'arr',
          message: 'This comes to more than 1,000,000,000 EUR a year. Confirm that it is right.',
        },
      ],
      [4, { column: null, message: 'Line 3 has the same id “A-2”.' }],
      [
        5,
        {
          column: 'renewal_date',
          message: 'There is no contract yet, so a renewal date needs an ARR.',
        },
      ],
    ])
    const { fileName, pieces } = await writeWrongRows(ctx, importId)
    expect(fileName).toBe('accounts-wrong-rows.csv')
    const lines = (await collect(pieces)).join('').split('\n')
    expect(lines[0]).toBe('\ufeffexternal_id,name,arr,renewal_date,Wrong on line,Why it is wrong')
    expect(lines[1]).toBe(
      "A-1,Anadolu,'-5,2026-05-15,2,arr: “-5” is negative; an amount is 0 or more.",
    )
    expect(lines[3]).toBe('A-2,Tauern again,1,2026-05-15,4,Line 3 has the same id “A-2”.')
  })

  test('no spreadsheet finds a formula in the file of them, and mended it says what it said before', async ({
    db,
  }) => {
    const { ctx } = await makeImporter(db)
    const importId = await check(
      ctx,
      'accounts',
      `external_id,name,region,=plan,arr,renewal_date
A-1,=1+1,@home,-x,-5,2026-05-15
A-2,'=1+1,''@home,'plain,-7,2026-05-15
`,
      (mapping) => ({ ...mapping, columns: { ...mapping.columns, plan: '=plan' } }),
    )
    const text = (await collect((await writeWrongRows(ctx, importId)).pieces)).join('')
    const cells = text
      .slice(1)
      .trim()
      .split('\n')
      .flatMap((line) => line.split(','))
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    const mended = text.replace("'-5", '5').replace("'-7", '7')
    const again = await upload(ctx, 'accounts', mended)
    const { settings } = await fetchImport(ctx, again)
    expect(settings.columns).toEqual([
      'external_id',
      'name',
      'region',
      '=plan',
      'arr',
      'renewal_date',
    ])
    expect(settings.remembered).toBe(true)
    await mapColumns(ctx, again, settings.mapping)
    await work(ctx, again)
    await apply(ctx, again)
    expect(
      await db
        .select({ name: accounts.name, region: accounts.region, plan: accounts.plan })
        .from(accounts)
        .orderBy(asc(accounts.id)),
    ).toEqual([
      { name: '=1+1', region: '@home', plan: '-x' },
      { name: "'=1+1", region: "''@home", plan: "'plain" },
    ])
    // Of any other file a quote is what it is.
    await importFile(ctx, 'accounts', "external_id,name\nA-3,'=1\n")
    expect(await db.select().from(accounts).where(eq(accounts.name, "'=1"))).toHaveLength(1)
  })

  test('a large amount is right once somebody says so', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const importId = await check(ctx, 'accounts', FILE)
    expect((await getImport(ctx, importId)).largeRows).toBe(1)
    await confirmLargeAmounts(ctx, importId)
    await work(ctx, importId)
    expect(await outcomesOf(ctx, importId)).toEqual(['wrong', 'new', 'wrong', 'wrong'])
    expect((await getImport(ctx, importId)).largeRows).toBe(0)
  })

  test('an account with other contracts takes no ARR of its own, a circle of parents none', async ({
    db,
  }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', TWO)
    await importFile(
      ctx,
      'contracts',
      'external_id,account_external_id,amount,period,currency\nC-1,A-1,100,year,EUR\n',
    )
    const importId = await check(
      ctx,
      'accounts',
      `external_id,name,arr,parent_external_id
A-1,Anadolu Lojistik,500,
A-2,Tauern Spedition,,A-3
A-3,Fjell,,A-2
`,
    )
    expect((await rowsOf(ctx, importId)).map(({ problems }) => problems)).toEqual([
      [
        {
          column: 'arr',
          message: 'This account has other contracts. Import its ARR as contracts.',
        },
      ],
      [
        {
          column: 'parent_external_id',
          message: 'This account would come to lie below itself.',
        },
      ],
      [
        {
          column: 'parent_external_id',
          message: 'This account would come to lie below itself.',
        },
      ],
    ])
  })
})

describe('steps in turn', () => {
  test('two clicks apply once, and a discarded file is gone', async ({ committedDb }) => {
    const { ctx } = await makeImporter(committedDb)
    const importId = await check(ctx, 'accounts', TWO)
    const clicks = await Promise.allSettled([
      applyImport(ctx, importId),
      applyImport(ctx, importId),
      applyImport(ctx, importId),
    ])
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(clicks.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict' },
    })
    await Promise.all([work(ctx, importId), work(ctx, importId), work(ctx, importId)])
    expect(await committedDb.select().from(accounts)).toHaveLength(2)
    await expect(discardImport(ctx, importId)).rejects.toMatchObject({ code: 'invalid' })
    const other = await check(ctx, 'accounts', TWO)
    await discardImport(ctx, other)
    await expect(getImport(ctx, other)).rejects.toMatchObject({ code: 'not_found' })
    expect(await importEvents(ctx, importId)).toEqual([
      'import.uploaded',
      'import.check_started',
      'import.checked',
      'import.apply_started',
      'import.applied',
    ])
  })
})
