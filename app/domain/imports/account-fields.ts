import { CONTRACT_PERIODS, HEALTH_COLOURS, LIFECYCLES } from '#db/constants.ts'
import { field } from './field.ts'
import type { Field } from './field.ts'
import { CURRENCY, DELETED } from './shared-fields.ts'

export const HEALTH_CHOICES = [...HEALTH_COLOURS, 'unknown'] as const

export const ACCOUNT_FIELDS: readonly Field[] = [
  field('external_id', 'Id in the source', 'id', 'Finds the account again at the next import.', {
    required: true,
    aliases: ['id', 'account id', 'record id', 'company id', 'customer id', 'musteri no'],
  }),
  field('name', 'Name', 'text', 'The company’s name.', {
    required: true,
    aliases: [
      'account name',
      'company name',
      'customer name',
      'account',
      'company',
      'unvan',
      'firma adi',
      'musteri adi',
    ],
  }),
  field('domain', 'Domain', 'domain', 'Web address or domain of the company.', {
    aliases: ['website', 'company domain name', 'web site', 'url', 'web sitesi'],
  }),
  field('parent_external_id', 'Parent account id', 'id', 'Id of the parent in the same source.', {
    aliases: ['parent id', 'parent company id', 'subsidiary of'],
  }),
  field(
    'arr',
    'ARR',
    'money',
    'Makes or changes the main contract. Not the company’s own revenue.',
    {
      aliases: [
        'annual recurring revenue',
        'arr amount',
        'mrr',
        'total mrr',
        'monthly recurring revenue',
        'monthly spend',
        'monthly rate',
      ],
    },
  ),
  field('arr_period', 'The ARR column is for', 'choice', 'A year, or a month if it holds MRR.', {
    choices: CONTRACT_PERIODS,
  }),
  CURRENCY,
  field('renewal_date', 'Renewal date', 'date', 'Of the main contract.', {
    aliases: ['contract renewal date', 'next renewal', 'next renewal date', 'yenileme tarihi'],
  }),
  field('lifecycle', 'Lifecycle', 'choice', 'Prospect, onboarding, active or churned.', {
    choices: LIFECYCLES,
    aliases: ['lifecycle stage', 'account status', 'customer status'],
  }),
  field('health', 'Health colour', 'choice', 'Green, yellow, red or unknown.', {
    choices: HEALTH_CHOICES,
    aliases: ['health color', 'health status'],
  }),
  field('health_score', 'Health score', 'percent', '0 to 100; wins over the colour.'),
  field('segment', 'Segment', 'text', 'As you segment customers.', { max: 80, aliases: ['tier'] }),
  field('industry', 'Industry', 'text', 'As the source writes it.', {
    max: 80,
    aliases: ['sector', 'sektor', 'branche'],
  }),
  field('region', 'Region', 'text', 'Region or country.', {
    max: 80,
    aliases: ['billing country', 'country', 'country region', 'office location', 'ulke', 'bolge'],
  }),
  field('employees', 'Employees', 'integer', 'How many work there.', {
    aliases: ['number of employees', 'employee count', 'calisan sayisi'],
  }),
  field('plan', 'Plan', 'text', 'What they have bought.', {
    max: 80,
    aliases: ['plan tier', 'subscription plan', 'paket'],
  }),
  field('owner_email', 'Owner', 'person', 'E-mail or name of the CSM.', {
    aliases: ['company owner', 'account owner', 'csm', 'csm email'],
  }),
  DELETED,
]
