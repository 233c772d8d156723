import { OPPORTUNITY_KINDS, OPPORTUNITY_STATES } from '#db/constants.ts'
import { field } from './field.ts'
import type { Field } from './field.ts'
import { ACCOUNT_REFERENCE, CURRENCY, DELETED, PRODUCT_LINE } from './shared-fields.ts'

export const OPPORTUNITY_FIELDS: readonly Field[] = [
  field('external_id', 'Id in the source', 'id', 'Finds the opportunity at the next import.', {
    required: true,
    aliases: ['id', 'opportunity id', 'deal id', 'record id'],
  }),
  ...ACCOUNT_REFERENCE,
  field('name', 'Name', 'text', 'As the sales team calls it.', {
    required: true,
    aliases: ['opportunity name', 'deal name', 'title', 'deal title', 'firsat adi'],
  }),
  field('amount', 'Amount', 'money', 'What it is worth in a year.', {
    aliases: ['value', 'deal value', 'close value', 'tutar', 'betrag'],
  }),
  CURRENCY,
  field('stage', 'Stage', 'text', 'As the source calls it.', {
    max: 80,
    aliases: ['stage name', 'deal stage', 'asama'],
  }),
  field('state', 'Open, won or lost', 'choice', 'Read from the stage unless it has a column.', {
    choices: OPPORTUNITY_STATES,
    aliases: ['deal status', 'status'],
  }),
  field('is_closed', 'Closed', 'boolean', 'Yes or no; wins over the stage.', {
    aliases: ['closed'],
  }),
  field('is_won', 'Won', 'boolean', 'Yes or no; wins over the stage.', { aliases: ['won'] }),
  field('probability', 'Probability', 'percent', '0 to 100.', {
    aliases: ['deal probability', 'win probability', 'olasilik'],
  }),
  field('close_date', 'Close date', 'date', 'When it is expected to close.', {
    aliases: ['expected close date', 'kapanis tarihi'],
  }),
  field('kind', 'Kind', 'choice', 'New, expansion or renewal.', {
    choices: OPPORTUNITY_KINDS,
    aliases: ['type', 'deal type', 'opportunity type'],
  }),
  PRODUCT_LINE,
  DELETED,
]
