import { Link, useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'

import { FormFoot } from '#app/components/forms/fields.tsx'
import { KeptForm } from '#app/components/forms/kept-form.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { itemKey } from '#app/lib/readable-id.ts'

/** The page around a form about one item; one that was merged away has no form. */
export function ItemFormPage({
  title,
  item,
  children,
}: {
  title: string
  item: { id: number; title: string; mergedIntoId: number | null }
  children: ReactNode
}) {
  const into = item.mergedIntoId
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
        <KeptForm
          closed={into === null ? null : `${itemKey(item.id)} was merged into ${itemKey(into)}.`}
          answered={useActionData() !== undefined}
          instead={{ label: 'To the item', to: `/items/${into ?? item.id}` }}
        >
          {children}
        </KeptForm>
      </PageBody>
    </>
  )
}

/** The foot of such a form: save, or go back to where it was opened. */
export function SaveOrBack({ save = 'Save', back }: { save?: string; back: string }) {
  return (
    <FormFoot>
      <Button variant="primary">{save}</Button>
      <ButtonLink variant="quiet" to={back}>
        Cancel
      </ButtonLink>
    </FormFoot>
  )
}
