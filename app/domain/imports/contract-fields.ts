import { CONTRACT_PERIODS } from '#db/constants.ts'
import { field } from './field.ts'
import type { Field } from './field.ts'
import { ACCOUNT_REFERENCE, CURRENCY, PRODUCT_LINE } from './shared-fields.ts'

export const CONTRACT_FIELDS: readonly Field[] = [
  field('external_id', 'Id in the source', 'id', 'Finds the contract again at the next import.', {
    required: true,
    aliases: ['id', 'contract id', 'subscription id', 'contract number', 'sozlesme no'],
  }),
  ...ACCOUNT_REFERENCE,
  field('covers', 'Covers', 'ids', 'Ids of further accounts, separated by ;', {
    aliases: ['covered accounts'],
  }),
  PRODUCT_LINE,
  field('amount', 'Amount', 'money', 'For one period.', {
    required: true,
    aliases: [
      'arr amount',
      'arr',
      'annual value',
      'contract value',
      'value',
      'tutar',
      'betrag',
      'mrr amount',
      'mrr',
      'monthly rate',
    ],
  }),
  field('period', 'The amount is for', 'choice', 'A year or a month.', {
    required: true,
    choices: CONTRACT_PERIODS,
    aliases: ['amount period'],
  }),
  CURRENCY,
  field('start', 'Start', 'date', 'First day.', {
    aliases: ['start date', 'contract start', 'contract start date', 'baslangic tarihi'],
  }),
  field('renewal_date', 'Renewal date', 'date', 'Empty for an evergreen contract.', {
    aliases: ['renewal', 'next renewal', 'next renewal date', 'yenileme tarihi'],
  }),
  field('evergreen', 'Evergreen', 'boolean', 'Runs until somebody gives notice.', {
    aliases: ['is evergreen'],
  }),
  field('notice_days', 'Notice', 'integer', 'Days before the renewal; 60 unless given.', {
    aliases: ['notice period', 'notice period days'],
  }),
  field('auto_renew', 'Renews by itself', 'boolean', 'Yes or no.', {
    aliases: ['auto renew flag', 'auto renewal'],
  }),
  field(
    'end_date',
    'Ended on',
    'date',
    'Only of contracts that have ended: they count no longer.',
    {
      aliases: ['cancelled at', 'cancellation date'],
    },
  ),
]
