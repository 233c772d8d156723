import { SelectField, TextAreaField, TextField } from '#app/components/forms/fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { splitSchema } from '#app/domain/triage/schemas.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

import { PanelForm, usePanelForm } from './panel-form.tsx'
import type { PanelProps } from './panels.tsx'

/** Makes several requests of one, each with its words and its item. */
export function SplitPanel({ target, pane: { request, neighbours } }: PanelProps) {
  const { fields, ...panel } = usePanelForm(splitSchema, target, 'split', {
    parts: [
      { title: request.title, body: request.body },
      { title: '', body: request.body },
    ],
  })
  const { form } = panel
  const parts = fields.parts.getFieldList()
  const items = neighbours.items.map(({ id, title }) => ({
    value: id,
    label: `${itemKey(id)} ${title}`,
  }))
  return (
    <PanelForm {...panel} target={target} noun="split" submit="Split">
      <p className="mb-3 text-muted">
        Keep in each part the words that belong to it. The first part keeps the number{' '}
        {requestKey(request.id)}.
      </p>
      <ol className="space-y-4">
        {parts.map((part, index) => {
          const of = part.getFieldset()
          return (
            <li key={part.key} className="rounded-md border px-3 pt-2 pb-3">
              <div className="mb-2 flex items-center gap-2">
                <h3 className="flex-1">Part {index + 1}</h3>
                {parts.length > 2 && index > 0 ? (
                  <Button
                    variant="quiet"
                    size="small"
                    {...form.remove.getButtonProps({ name: fields.parts.name, index })}
                  >
                    Remove
                  </Button>
                ) : null}
              </div>
              <div className="grid gap-3 sm:grid-cols-2">
                <TextField field={of.title} label="Title" />
                <SelectField
                  field={of.itemId}
                  label="Item"
                  placeholder="Leave it for triage"
                  options={items}
                />
                <TextAreaField
                  field={of.body}
                  label="The customer’s words"
                  rows={2}
                  className="sm:col-span-2"
                />
              </div>
            </li>
          )
        })}
      </ol>
      {fields.parts.errors ? (
        <p className="mt-2 text-small text-risk">{fields.parts.errors.join(' ')}</p>
      ) : null}
      <Button
        size="small"
        className="mt-3"
        {...form.insert.getButtonProps({
          name: fields.parts.name,
          defaultValue: { title: '', body: '' },
        })}
      >
        Add a part
      </Button>
    </PanelForm>
  )
}
