import { LONGEST_WORDS } from '#app/domain/requests/schemas.ts'
import { EVIDENCES, IMPORTANCES, REQUEST_TYPES } from '#db/constants.ts'
import { field } from './field.ts'
import type { Field } from './field.ts'
import { ACCOUNT_REFERENCE, DELETED, PRODUCT_LINE } from './shared-fields.ts'

/** States that a request can be imported in: the others need an item or a person here. */
export const IMPORTED_STATES = ['new', 'answered', 'declined', 'duplicate'] as const

export const REQUEST_FIELDS: readonly Field[] = [
  field('external_id', 'Id in the source', 'id', 'Finds the request again at the next import.', {
    required: true,
    aliases: ['id', 'issue key', 'key', 'number', 'ticket id', 'case number'],
  }),
  field('title', 'Title', 'text', 'In a line.', {
    required: true,
    aliases: ['summary', 'subject', 'baslik', 'konu'],
  }),
  field('body', 'What the customer said', 'long_text', 'In the customer’s words.', {
    max: LONGEST_WORDS,
    aliases: ['description', 'details', 'text', 'verbatim', 'aciklama'],
  }),
  field('type', 'Type', 'choice', 'Bug, change request, feature request or question.', {
    required: true,
    choices: REQUEST_TYPES,
    aliases: ['issue type', 'case type', 'tur'],
  }),
  field('importance', 'Importance', 'choice', 'Blocker, critical, major or minor.', {
    required: true,
    choices: IMPORTANCES,
    aliases: ['priority', 'severity', 'oncelik', 'onem'],
  }),
  field('status', 'Status', 'choice', 'New, answered, declined or duplicate.', {
    choices: IMPORTED_STATES,
    aliases: ['state', 'durum'],
  }),
  field('source_status', 'Status in the source', 'text', 'Told with the answer or the decline.'),
  PRODUCT_LINE,
  field('area', 'Area', 'text', 'Part of the product.', {
    aliases: ['component', 'components', 'component s'],
  }),
  ...ACCOUNT_REFERENCE,
  field('requester_email', 'Requester’s e-mail', 'email', 'Who at the customer said it.', {
    aliases: ['contact email', 'supplied email'],
  }),
  field('requester_name', 'Requester’s name', 'text', 'Who at the customer said it.', {
    aliases: ['supplied name', 'contact name', 'created by', 'reporter', 'requester'],
  }),
  field('submitted_by_email', 'Submitted by', 'person', 'E-mail or name of the CSM.', {
    aliases: ['submitter', 'csm', 'csm email'],
  }),
  field('evidence', 'Evidence', 'choice', 'None, CSM’s belief, customer said, customer wrote.', {
    choices: EVIDENCES,
  }),
  field('evidence_url', 'Link to the evidence', 'url', 'Where the customer wrote it.'),
  field('contract_external_ids', 'Contracts at stake', 'ids', 'Contract ids, separated by ;'),
  field('opportunity_external_ids', 'Opportunities at stake', 'ids', 'Their ids, separated by ;'),
  field('created_at', 'Asked on', 'moment', 'The age of the request counts from here.', {
    aliases: ['created date', 'created', 'submitted at', 'olusturma tarihi'],
  }),
  field('answer', 'Answer given', 'long_text', 'What the customer was told.', {
    max: 10_000,
    aliases: ['response'],
  }),
  field('original_external_id', 'Duplicate of', 'id', 'Id of the request that this one repeats.', {
    aliases: ['original number'],
  }),
  DELETED,
]
