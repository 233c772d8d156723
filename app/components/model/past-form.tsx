import { Form } from '@remix-run/react'

import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select, TextInput } from '#app/components/ui/inputs.tsx'
import type { IsoDate } from '#app/lib/dates.ts'

type PastFormProps = {
  /** As typed. */
  day: string
  problem: string | null
  /** Slug. */
  line: string
  versionId: number | null
  first: IsoDate
  today: IsoDate
  lines: readonly { slug: string; name: string }[]
  /** The newest first. */
  versions: readonly number[]
}

/** Which past ranking to show. A GET form, so that the address says it. */
export function PastForm(props: PastFormProps) {
  const { day, problem, line, versionId, first, today, lines, versions } = props
  return (
    <Form role="search" className="flex flex-wrap items-start gap-3">
      <Field id="past-day" label="Day" errors={problem === null ? undefined : [problem]}>
        <TextInput
          key={day}
          type="date"
          name="day"
          min={first}
          max={today}
          defaultValue={day}
          className="md:w-36"
        />
      </Field>
      <Field id="past-line" label="Product line">
        <Select name="line" defaultValue={line}>
          {lines.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="past-version" label="Version of the model">
        <Select name="version" defaultValue={versionId ?? ''}>
          <option value="">In force then</option>
          {versions.map((id) => (
            <option key={id} value={id}>
              Version {id}
            </option>
          ))}
        </Select>
      </Field>
      <Button className="max-md:self-end md:mt-6">Show</Button>
    </Form>
  )
}
