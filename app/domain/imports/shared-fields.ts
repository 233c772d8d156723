import { field } from './field.ts'
import type { Field } from './field.ts'

/** How a contract, opportunity or request names its account: the id wins over the domain, that over the name. */
export const ACCOUNT_REFERENCE: readonly Field[] = [
  field('account_external_id', 'Account id', 'id', 'The account’s id in the source.', {
    aliases: ['company id', 'customer id', 'organization id', 'musteri no'],
  }),
  field('account_domain', 'Account domain', 'domain', 'Used where there is no id.', {
    aliases: ['company domain name', 'domain', 'company domain'],
  }),
  field('account_name', 'Account name', 'text', 'Used where there is neither id nor domain.', {
    aliases: ['account', 'company', 'customer', 'organization', 'company name', 'musteri', 'firma'],
  }),
]

export const PRODUCT_LINE = field('product_line', 'Product line', 'text', 'Its name here.', {
  aliases: ['product', 'product name', 'urun'],
})

export const CURRENCY = field(
  'currency',
  'Currency',
  'currency',
  'A code such as EUR. Without it the sign at the amount counts, then the import’s currency.',
  { aliases: ['currency iso code', 'currency code', 'para birimi', 'doviz', 'wahrung'] },
)

export const DELETED = field(
  'is_deleted',
  'Deleted in the source',
  'boolean',
  'Rows that say yes are not imported.',
  { aliases: ['deleted'] },
)
