import { Form } from '@remix-run/react'

import { AccountBox } from '#app/components/accounts/account-field.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select, TextInput } from '#app/components/ui/inputs.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { PARAMETER_GROUPS } from '#app/domain/model/parameter-list.ts'
import type { SupposableAccount } from '#app/domain/model/read-facts.ts'
import type { Faults, Typed } from '#app/domain/model/what-if-address.ts'

type WhatIfFormProps = {
  /** What stands in each field, by its name. */
  values: Typed
  faults: Faults
  /** Names of the fields that say something else than what is. */
  changed: readonly string[]
  from: number | null
  line: string
  lines: readonly { slug: string; name: string }[]
  account: SupposableAccount | null
}

/** Groups whose parameters matter most for the order. */
const FIRST: readonly string[] = ['Importance', 'Evidence', 'Weights']

/** Everything that can be supposed. A GET form: what it says stands in the address. */
export function WhatIfForm(props: WhatIfFormProps) {
  const { values, faults, changed, from, line, lines } = props
  const groups = [...PARAMETER_GROUPS].sort(
    (a, b) => Number(FIRST.includes(b.title)) - Number(FIRST.includes(a.title)),
  )
  return (
    <Form method="get" action="/model/what-if" id="what-if" className="min-w-0">
      {from === null ? null : <input type="hidden" name="from" value={from} />}
      <Section title="Order">
        <Field id="what-if-line" label="Product line" hideLabel>
          <Select name="line" defaultValue={line}>
            <option value="">All product lines together</option>
            {lines.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </Section>
      <Section title="One account">
        <AccountFields {...props} />
      </Section>
      <Section title="Parameters">
        {groups.map(({ title, parameters }) => (
          <Disclosure
            key={title}
            summary={<GroupTitle title={title} keys={parameters} changed={changed} />}
            open={
              title === FIRST[0] ||
              parameters.some(({ key }) => changed.includes(key) || key in faults)
            }
            className="border-b py-1"
          >
            <div className="space-y-1 pt-1 pb-2">
              {parameters.map(({ key, name }) => (
                <ValueField
                  key={key}
                  name={key}
                  label={name}
                  values={values}
                  faults={faults}
                  changed={changed}
                />
              ))}
            </div>
          </Disclosure>
        ))}
      </Section>
      <div className="sticky bottom-0 mt-4 flex gap-2 border-t bg-surface py-2 max-md:static">
        <Button variant="primary">See what it does</Button>
        <ButtonLink variant="quiet" to="/model/what-if">
          Begin anew
        </ButtonLink>
      </div>
    </Form>
  )
}

function GroupTitle({
  title,
  keys,
  changed,
}: {
  title: string
  keys: readonly { key: string }[]
  changed: readonly string[]
}) {
  const n = keys.filter(({ key }) => changed.includes(key)).length
  return (
    <span>
      <span className="text-text">{title}</span>
      {n > 0 ? `, ${n} changed` : null}
    </span>
  )
}

function AccountFields({ values, faults, changed, account }: WhatIfFormProps) {
  const state = { values, faults, changed }
  return (
    <div className="space-y-2">
      <Field
        id="what-if-account"
        label="Account"
        hint={
          account ? undefined : 'Its health, weight, amounts and renewals can then be supposed.'
        }
        errors={faults['account'] ? [faults['account']] : undefined}
      >
        <AccountBox id="what-if-account" name="account" defaultValue={values['account']} />
      </Field>
      {account ? (
        <>
          <input type="hidden" name="factsOf" value={account.id} />
          <div className="space-y-1">
            <ValueField
              name="health"
              label={account.health === null ? 'Health, unknown so far' : 'Health'}
              {...state}
            />
            <ValueField name="strategic" label="Strategic weight" {...state} />
            {account.contracts.flatMap(({ id, amount, period, name }) => [
              <ValueField
                key={`amount ${id}`}
                name={`amount.${id}`}
                label={`${name ?? 'Contract'}, ${amount.currency} a ${period}`}
                {...state}
              />,
              <ValueField
                key={`renews ${id}`}
                name={`renews.${id}`}
                label="Renews on"
                type="date"
                {...state}
              />,
            ])}
          </div>
        </>
      ) : null}
    </div>
  )
}

/** The label beside its box, what is wrong below both. */
const BESIDE =
  'grid grid-cols-[minmax(0,1fr)_8.5rem] items-center gap-x-3 [&>:nth-child(n+3)]:col-span-2 [&>label]:mb-0 [&>label]:font-regular'

function ValueField({
  name,
  label,
  type,
  values,
  faults,
  changed,
}: Pick<WhatIfFormProps, 'values' | 'faults' | 'changed'> & {
  name: string
  label: string
  type?: 'date'
}) {
  const fault = faults[name]
  return (
    <Field
      id={`what-if-${name}`}
      label={label}
      aside={changed.includes(name) ? 'changed' : null}
      errors={fault === undefined ? undefined : [fault]}
      className={BESIDE}
    >
      <TextInput
        name={name}
        type={type}
        inputMode={type === undefined ? 'decimal' : undefined}
        autoComplete="off"
        defaultValue={values[name]}
      />
    </Field>
  )
}
