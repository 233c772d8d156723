import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { FormFoot } from '#app/components/forms/fields.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { itemKey } from '#app/lib/readable-id.ts'

/** The page around a form about one item. */
export function ItemFormPage({
  title,
  item,
  children,
}: {
  title: string
  item: { id: number; title: string }
  children: ReactNode
}) {
  return (
    <>
      <PageHeader title={title} />
      <PageBody width="form">
        <p className="mb-4 truncate text-muted" title={item.title}>
          {itemKey(item.id)}{' '}
          <Link to={`/items/${item.id}`} dir="auto" className="hover:underline">
            {item.title}
          </Link>
        </p>
        {children}
      </PageBody>
    </>
  )
}

/** The foot of such a form: save, or go back to where it was opened. */
export function SaveOrBack({ save = 'Save', back }: { save?: string; back: string }) {
  return (
    <FormFoot>
      <Button variant="primary">{save}</Button>
      <ButtonLink to={back}>Cancel</ButtonLink>
    </FormFoot>
  )
}
