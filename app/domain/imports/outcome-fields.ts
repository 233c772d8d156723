import { CONTRACT_OUTCOMES, LOSS_REASONS } from '#db/constants.ts'
import { field } from './field.ts'
import type { Field } from './field.ts'
import { ACCOUNT_REFERENCE, CURRENCY, DELETED } from './shared-fields.ts'

export const OUTCOME_FIELDS: readonly Field[] = [
  field('contract_external_id', 'Contract id', 'id', 'The contract’s id in the source.', {
    aliases: ['contract', 'subscription id', 'contract number', 'sozlesme no'],
  }),
  ...ACCOUNT_REFERENCE.map((reference) => ({
    ...reference,
    help: 'Used where there is no contract id, and the account has one contract.',
  })),
  field('decided_on', 'Decided on', 'date', 'The day on which the customer decided.', {
    required: true,
    aliases: ['decision date', 'date', 'closed on', 'karar tarihi'],
  }),
  field('outcome', 'Outcome', 'choice', 'Renewed, expanded, contracted or churned.', {
    required: true,
    choices: CONTRACT_OUTCOMES,
    aliases: ['renewal outcome', 'result', 'sonuc'],
  }),
  field('amount', 'New amount', 'money', 'For one period, of what was expanded or contracted.', {
    aliases: ['amount after', 'renewed amount', 'tutar', 'betrag'],
  }),
  CURRENCY,
  field('reason', 'Reason', 'choice', 'Why it contracted or churned.', {
    choices: LOSS_REASONS,
    aliases: ['churn reason', 'loss reason', 'neden'],
  }),
  field('item', 'Missing item', 'text', 'ITEM-17, where the reason is a product gap.', {
    max: 20,
    aliases: ['missing', 'gap'],
  }),
  field('note', 'Note', 'long_text', 'What there is to say about it.', {
    max: 2_000,
    aliases: ['notes', 'comment', 'aciklama'],
  }),
  DELETED,
]
