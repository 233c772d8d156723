import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { RadioList } from '#app/components/ui/choice-list.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { IMPORTANCE_DEFINITIONS, IMPORTANCE_LABELS } from '#app/domain/requests/labels.ts'
import { RECONFIRM_AFTER_DAYS } from '#app/domain/requests/rules.ts'
import { IMPORTANCES } from '#db/constants.ts'

/** How much it matters to this customer, each with its definition. */
export function ImportanceField({
  field,
  initial,
  blockers: { used, budget },
}: {
  field: { id: string; name: string; errors?: string[] }
  initial: string | undefined
  /** How many blockers the person claims, and how many count in full. */
  blockers: { used: number; budget: number }
}) {
  return (
    <FieldGroup
      id={field.id}
      label="Importance"
      aside="for this customer"
      errors={field.errors}
      hint={`We ask you to confirm a blocker or a critical one again after ${RECONFIRM_AFTER_DAYS} days. ${used} of ${budget} blockers used; more only dilute your own.`}
    >
      <RadioList
        name={field.name}
        defaultValue={initial}
        choices={IMPORTANCES.map((importance) => ({
          value: importance,
          label: IMPORTANCE_LABELS[importance],
          description: IMPORTANCE_DEFINITIONS[importance].replace(/\.$/, ''),
          aside: <ImportanceBars importance={importance} wordless />,
        }))}
      />
    </FieldGroup>
  )
}
