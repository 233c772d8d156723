import { Form, Link } from '@remix-run/react'

import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'
import type { Point, SpanProblem } from '#app/domain/movements/points.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'

type SpanFormProps = {
  from: Point
  to: Point
  first: IsoDate
  today: IsoDate
  problem: SpanProblem | null
  /** Numbers of the publications that one can start from, the newest first. */
  publications: readonly number[]
}

const BESIDE = 'md:flex md:items-center md:gap-1.5 md:[&_label]:mb-0'

/** The two days between which a movement is explained, and the usual ones as links. */
export function SpanForm({ from, to, first, today, problem, publications }: SpanFormProps) {
  const shortcuts = [
    ...publications.map((number) => ({
      to: `publication-${number}`,
      label: `since no. ${number}`,
    })),
    ...[7, 30]
      .map((days) => ({ to: addDays(today, -days), label: `${days} days` }))
      .filter((one) => one.to > first),
    { to: first, label: 'all that is known' },
  ]
  return (
    <div className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
      <Form role="search" className="flex flex-wrap items-start gap-2">
        {(
          [
            ['from', 'From', from.day],
            ['to', 'to', to.day],
          ] as const
        ).map(([name, label, day]) => (
          <Field key={name} id={name} label={label} className={BESIDE} {...errorsOf(name, problem)}>
            <TextInput
              key={day}
              type="date"
              name={name}
              min={first}
              max={today}
              defaultValue={day}
              className="md:w-36"
            />
          </Field>
        ))}
        <Button>Compare</Button>
      </Form>
      <ul aria-label="Usual spans" className="flex flex-wrap gap-x-3 pt-1.5 text-muted">
        {shortcuts.map(({ to, label }) => (
          <li key={to}>
            <Link to={`?from=${to}`} preventScrollReset className="underline">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function errorsOf(field: SpanProblem['field'], problem: SpanProblem | null) {
  return problem?.field === field ? { errors: [problem.text] } : {}
}
