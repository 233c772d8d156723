import { describe, expect, test } from 'vitest'

import { checkMapping } from '#app/domain/imports/mapping.ts'
import { PRESETS, recognisePresets } from '#app/domain/imports/presets.ts'
import { findField } from '#app/domain/imports/fields.ts'
import { readFixture } from '#tests/support/imports.ts'

const record = (kind: string, row: object) => ({ ok: true, large: [], record: { kind, row } })

describe('recognisePresets', () => {
  test.each([
    ['salesforce-accounts.csv', 'accounts', 'salesforce-account'],
    ['salesforce-opportunities.csv', 'opportunities', 'salesforce-opportunity'],
    ['salesforce-cases.csv', 'requests', 'salesforce-case'],
    ['hubspot-companies.csv', 'accounts', 'hubspot-companies'],
    ['pipedrive-organizations.csv', 'accounts', 'pipedrive-organizations'],
    ['pipedrive-deals.csv', 'opportunities', 'pipedrive-deals'],
    ['jira.csv', 'requests', 'jira'],
    ['fider.csv', 'requests', 'fider'],
    ['accounts.csv', 'accounts', 'causeway-accounts'],
    ['contracts.csv', 'contracts', 'causeway-contracts'],
    ['opportunities.csv', 'opportunities', 'causeway-opportunities'],
    ['requests.csv', 'requests', 'causeway-requests'],
  ] as const)(
    '%s is known without being told its kind, and its mapping is complete',
    async (name, kind, id) => {
      const { columns, mapping, preset } = await readFixture(name, kind)
      expect(preset?.id).toBe(id)
      expect(recognisePresets(columns)[0]?.preset.id).toBe(id)
      expect(checkMapping(mapping, columns)).toEqual([])
    },
  )

  test('a file of strangers has none', () => {
    expect(recognisePresets(['Sektör', 'Şehir', 'Ciro'])).toEqual([])
  })

  test('presets only name fields that exist, and only values that fields have', () => {
    for (const { kind, columns, constants = {}, otherwise = {} } of PRESETS) {
      for (const key of [...Object.keys(columns), ...Object.keys(otherwise)]) {
        expect(findField(kind, key), `${kind} ${key}`).toBeDefined()
      }
      for (const [key, value] of Object.entries(constants)) {
        expect(findField(kind, key)?.choices).toContain(value)
      }
    }
  })
})

describe('files of other systems', () => {
  test('Salesforce accounts: own revenue is not ARR, custom columns are attributes, deleted ones are told', async () => {
    const { results, mapping, survey } = await readFixture('salesforce-accounts.csv', 'accounts')
    expect(mapping.columns).toMatchObject({ arr: 'ARR__c', renewal_date: 'Renewal_Date__c' })
    expect(Object.values(mapping.columns)).not.toContain('AnnualRevenue')
    expect(survey.attributeTypes).toEqual({ Seats__c: 'number' })
    expect(results).toEqual([
      record('accounts', {
        externalId: '001AA00000Kx1TrIAB',
        name: 'Kuzey Lojistik',
        domain: 'kuzeylojistik.example',
        lifecycle: 'active',
        industry: 'Transportation',
        region: 'Türkiye',
        employees: 540,
        attributes: { seats: '120' },
        mainContract: {
          externalId: '001AA00000Kx1TrIAB#main',
          amount: { minor: 24000050, currency: 'EUR' },
          period: 'year',
          renewsOn: '2026-05-15',
        },
      }),
      record('accounts', {
        externalId: '001AA00000Kx1TsIAB',
        name: 'Kuzey Lojistik Ege',
        parentExternalId: '001AA00000Kx1TrIAB',
        lifecycle: 'active',
        industry: 'Transportation',
        region: 'Türkiye',
        employees: 85,
        attributes: {},
      }),
      { ok: false, problems: [{ column: null, message: 'It is deleted in the source.' }] },
    ])
  })

  test('Salesforce opportunities: closed and won are read from their flags', async () => {
    const { results } = await readFixture('salesforce-opportunities.csv', 'opportunities')
    expect(results).toEqual([
      record('opportunities', {
        externalId: '006AA00000Op1TrIAB',
        account: { externalId: '001AA00000Kx1TrIAB' },
        name: 'Kuzey - Warehouse module',
        amount: { minor: 4000000, currency: 'EUR' },
        stage: 'Negotiation',
        state: 'open',
        probability: 60,
        closesOn: '2026-05-31',
        kind: 'expansion',
      }),
      record('opportunities', {
        externalId: '006AA00000Op1TsIAB',
        account: { externalId: '001AA00000Kx1TsIAB' },
        name: 'Ege - Renewal',
        amount: { minor: 1200000, currency: 'EUR' },
        stage: 'Signed',
        state: 'won',
        probability: 100,
        closesOn: '2026-02-28',
        kind: 'renewal',
      }),
      record('opportunities', {
        externalId: '006AA00000Op1TtIAB',
        account: {},
        name: 'Nobody - First deal',
        stage: 'Dropped',
        state: 'lost',
        probability: 0,
        closesOn: '2026-01-31',
        kind: 'new',
      }),
    ])
  })

  test('Salesforce cases: an unknown type is asked, then read; no account is no mistake', async () => {
    const asked = await readFixture('salesforce-cases.csv', 'requests')
    expect(asked.survey.questions).toEqual([
      {
        kind: 'values',
        column: 'Type',
        field: 'type',
        choices: ['bug', 'change_request', 'feature_request', 'question'],
        cells: [{ text: 'Complaint', count: 1 }],
      },
    ])
    const { results, survey } = await readFixture(
      'salesforce-cases.csv',
      'requests',
      (mapping) => ({
        ...mapping,
        values: {
          ...mapping.values,
          type: { map: { problem: 'bug', complaint: 'question' }, otherwise: 'refuse' },
        },
      }),
    )
    expect(survey.questions).toEqual([])
    expect(results).toEqual([
      record('requests', {
        externalId: '500AA00000Ca1TrIAB',
        title: 'Totals are off by a cent',
        body: 'The export says 10.01.\nThe invoice says 10.00.',
        type: 'bug',
        importance: 'critical',
        state: 'new',
        sourceStatus: 'Working',
        account: { externalId: '001AA00000Kx1TrIAB' },
        contactName: 'Ayşe Demir (ayse@kuzeylojistik.example)',
        createdAt: '2024-01-23T13:26:08.000Z',
      }),
      record('requests', {
        externalId: '500AA00000Ca1TsIAB',
        title: 'Too slow',
        type: 'question',
        importance: 'minor',
        state: 'answered',
        sourceStatus: 'Closed',
        account: {},
        createdAt: '2024-01-24T13:26:08.000Z',
      }),
    ])
  })

  test('HubSpot companies: the renewal column is chosen by hand', async () => {
    const { results, notes } = await readFixture(
      'hubspot-companies.csv',
      'accounts',
      (mapping) => ({
        ...mapping,
        columns: { ...mapping.columns, renewal_date: 'Subscription renews' },
      }),
    )
    expect(notes.join(' ')).toContain('not read as ARR')
    expect(results[0]).toEqual(
      record('accounts', {
        externalId: '9876543210',
        name: 'Delta Tech',
        domain: 'delta-tech.example',
        owner: { name: 'Mert Kaya' },
        lifecycle: 'active',
        industry: 'COMPUTER_SOFTWARE',
        employees: 120,
        region: 'Netherlands',
        attributes: {},
        mainContract: { externalId: '9876543210#main', period: 'year', renewsOn: '2026-12-31' },
      }),
    )
    expect(results[1]).toMatchObject({
      record: { row: { owner: { email: 'selin@vendor.example' }, lifecycle: 'prospect' } },
    })
  })

  test('Pipedrive organisations and deals', async () => {
    const organizations = await readFixture('pipedrive-organizations.csv', 'accounts')
    expect(organizations.results).toEqual([
      record('accounts', {
        externalId: '41',
        name: 'Bosphorus Retail',
        segment: 'Enterprise',
        owner: { name: 'Selin Ak' },
        attributes: {},
      }),
    ])
    const deals = await readFixture('pipedrive-deals.csv', 'opportunities')
    expect(deals.results).toEqual([
      record('opportunities', {
        externalId: '7',
        account: { externalId: '41', name: 'Bosphorus Retail' },
        name: 'Bosphorus - Analytics',
        amount: { minor: 4000000, currency: 'EUR' },
        stage: 'Proposal Made',
        state: 'open',
        probability: 60,
        closesOn: '2026-05-31',
      }),
      record('opportunities', {
        externalId: '8',
        account: { externalId: '41', name: 'Bosphorus Retail' },
        name: 'Bosphorus - Old',
        amount: { minor: 900000, currency: 'USD' },
        stage: 'Contact Made',
        state: 'lost',
      }),
    ])
  })

  test('Jira: reporter, its dates in the company’s zone, its words for type and importance', async () => {
    const { results, columns } = await readFixture('jira.csv', 'requests')
    expect(columns).toContain('Labels (2)')
    expect(results).toEqual([
      record('requests', {
        externalId: 'CAU-12',
        title: 'Bulk user import',
        body: 'As an admin I want to',
        type: 'feature_request',
        importance: 'critical',
        state: 'new',
        sourceStatus: 'In Progress',
        account: { name: 'Kuzey Lojistik' },
        contactName: 'Deniz Er',
        createdAt: '2024-01-09T12:54:00.000Z',
      }),
      record('requests', {
        externalId: 'CAU-13',
        title: 'Login loops',
        type: 'bug',
        importance: 'minor',
        state: 'answered',
        sourceStatus: 'Done',
        account: {},
        contactName: 'Deniz Er',
        createdAt: '2024-01-09T21:00:00.000Z',
      }),
    ])
  })

  test('Fider: statuses, answers, and a duplicate with its original', async () => {
    const { results } = await readFixture('fider.csv', 'requests')
    const rows = results.map((result) => (result.ok ? result.record.row : result.problems))
    expect(rows).toEqual([
      expect.objectContaining({
        externalId: '3',
        type: 'feature_request',
        importance: 'minor',
        state: 'new',
        sourceStatus: 'planned',
        contactName: 'Jon',
        answer: 'On the plan for autumn',
        account: {},
      }),
      expect.objectContaining({ externalId: '4', state: 'duplicate', originalExternalId: '3' }),
      expect.objectContaining({
        externalId: '5',
        state: 'declined',
        answer: 'We will not do this',
      }),
      expect.objectContaining({ externalId: '6', state: 'answered', sourceStatus: 'completed' }),
    ])
  })
})

describe('canonical files', () => {
  test('accounts, with further columns as custom attributes', async () => {
    const { results, survey } = await readFixture('accounts.csv', 'accounts', (mapping) => ({
      ...mapping,
      attributes: [
        { column: 'seats', key: 'seats', type: 'number' },
        { column: 'go_live', key: 'go_live', type: 'date' },
      ],
    }))
    expect(survey.attributeTypes).toEqual({ seats: 'number', go_live: 'date' })
    expect(results).toEqual([
      record('accounts', {
        externalId: 'A1',
        name: 'Kuzey Lojistik',
        domain: 'kuzeylojistik.example',
        lifecycle: 'active',
        healthColour: 'yellow',
        segment: 'Enterprise',
        industry: 'Logistics',
        region: 'TR',
        employees: 540,
        plan: 'Pro',
        owner: { email: 'selin@vendor.example' },
        attributes: { seats: 120, go_live: '2023-09-01' },
        mainContract: {
          externalId: 'A1#main',
          amount: { minor: 24000050, currency: 'EUR' },
          period: 'year',
          renewsOn: '2026-05-15',
        },
      }),
      record('accounts', {
        externalId: 'A2',
        name: 'Kuzey Lojistik Ege',
        parentExternalId: 'A1',
        lifecycle: 'onboarding',
        healthColour: null,
        healthScore: 35,
        segment: 'Mid',
        industry: 'Logistics',
        region: 'TR',
        employees: 85,
        attributes: { seats: 30, go_live: '2024-02-01' },
      }),
    ])
  })

  test('contracts', async () => {
    const { results } = await readFixture('contracts.csv', 'contracts')
    expect(results).toEqual([
      record('contracts', {
        externalId: 'C1',
        account: { externalId: 'A1' },
        covers: ['A2', 'A3'],
        productLine: 'Fleet',
        amount: { minor: 2000000, currency: 'EUR' },
        period: 'month',
        startsOn: '2024-05-15',
        renewsOn: '2026-05-15',
        noticeDays: 90,
        autoRenew: true,
      }),
      record('contracts', {
        externalId: 'C2',
        account: { externalId: 'A2' },
        amount: { minor: 450000000, currency: 'TRY' },
        period: 'year',
        startsOn: '2024-01-01',
        evergreen: true,
        autoRenew: false,
      }),
    ])
  })

  test('opportunities: lost is read from the stage', async () => {
    const { results } = await readFixture('opportunities.csv', 'opportunities')
    expect(results).toEqual([
      record('opportunities', {
        externalId: 'O1',
        account: { externalId: 'A1' },
        name: 'Warehouse module',
        amount: { minor: 4000000, currency: 'EUR' },
        stage: 'Negotiation',
        state: 'open',
        probability: 60,
        closesOn: '2026-05-31',
        kind: 'expansion',
        productLine: 'Fleet',
      }),
      record('opportunities', {
        externalId: 'O2',
        account: { externalId: 'A2' },
        name: 'First deal',
        stage: 'Closed Lost',
        state: 'lost',
        probability: 0,
        closesOn: '2026-01-31',
        kind: 'new',
      }),
    ])
  })

  test('requests', async () => {
    const { results } = await readFixture('requests.csv', 'requests')
    expect(results).toEqual([
      record('requests', {
        externalId: 'R1',
        title: 'SSO',
        body: 'We cannot buy without SSO',
        type: 'feature_request',
        importance: 'blocker',
        state: 'new',
        productLine: 'Fleet',
        area: 'Login',
        account: { externalId: 'A1' },
        contactName: 'ayse@kuzeylojistik.example',
        submittedBy: { email: 'selin@vendor.example' },
        evidence: 'customer_written',
        evidenceUrl: 'https://mail.example/42',
        contractExternalIds: ['C1', 'C2'],
        opportunityExternalIds: ['O1'],
        createdAt: '2026-01-05T09:00:00.000Z',
      }),
      record('requests', {
        externalId: 'R2',
        title: 'Rounding',
        type: 'bug',
        importance: 'critical',
        account: { domain: 'kuzeylojistik.example' },
        createdAt: '2026-01-06T10:00:00.000Z',
      }),
    ])
  })
})
