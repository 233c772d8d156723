import type { SubmissionResult } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { ErrorSummary } from '#app/components/forms/error-summary.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Field, FieldGroup } from '#app/components/ui/field.tsx'
import { TextArea } from '#app/components/ui/inputs.tsx'
import { Segmented } from '#app/components/ui/segmented.tsx'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'
import { draftValue, type DraftFields } from '#app/domain/requests/draft.ts'
import type { LookAlikeRow } from '#app/domain/requests/look-alike-row.ts'
import { submissionSchema } from '#app/domain/requests/schemas.ts'
import type { StakeChoices } from '#app/domain/requests/stake-choices.ts'
import type { IsoDate } from '#app/lib/dates.ts'

import { AccountPicker } from './account-picker.tsx'
import { EvidenceFields } from './evidence-fields.tsx'
import { ImportanceField } from './importance-field.tsx'
import { LookAlikeList, useLookAlikes } from './look-alike-list.tsx'
import { MoreFields } from './more-fields.tsx'
import { PlaceFields, type PlaceChoices } from './place-fields.tsx'
import { StakeList } from './stake-list.tsx'
import { SubmitBar } from './submit-bar.tsx'
import { useStake } from './use-stake.ts'

export type RequestFormData = {
  /** What the inputs hold when the page is made, by name. */
  initial: DraftFields
  account: AccountSummary | null
  /** What was found without JavaScript. */
  found: readonly AccountSummary[] | null
  choices: StakeChoices | null
  lookAlikes: readonly LookAlikeRow[]
  lines: PlaceChoices
  /** The account's product line, or the one in view. */
  suggestedLineId: number
  /** How many blockers the person claims, and how many count in full. */
  blockers: { used: number; budget: number }
  today: IsoDate
}

type RequestFormProps = RequestFormData & {
  id: string
  action: string
  lastResult: SubmissionResult<string[]> | null | undefined
  /** What goes along unseen: the key of a new one, the version of an old one. */
  hidden: Readonly<Record<string, string | number>>
  /** Left out where the account stays. */
  onPickAccount?: (accountId: number | null) => void
  onSubmitted?: () => void
  note?: string
  /** Beside the button. */
  foot?: ReactNode
  submitLabel: string
}

const TYPES = [
  { value: 'bug', label: 'Bug' },
  { value: 'change_request', label: 'Change' },
  { value: 'feature_request', label: 'Feature' },
  { value: 'question', label: 'Question' },
]

/** What has no box of its own is wrong beside another one. */
const PLACES = { sameAs: 'body', opportunityIds: 'contractIds', submissionKey: 'body' }

/** What one account asks for: the form to submit it, and to correct it while it is new. */
export function RequestForm(props: RequestFormProps) {
  const { id, action, initial, account, choices, lines, today } = props
  const [form, fields] = useActionForm(submissionSchema, { id, lastResult: props.lastResult })
  const busy = useNavigation().formAction === action
  const value = (name: Parameters<typeof draftValue>[1]) => draftValue(initial, name)

  const [pickedLine, setPickedLine] = useState(Number(value('productLineId') ?? 0) || null)
  const lineId = pickedLine ?? props.suggestedLineId
  const lookAlikes = useLookAlikes(props.lookAlikes)
  const [sameAs, setSameAs] = useState(
    props.lookAlikes.find(({ itemId }) => String(itemId) === value('sameAs')) ?? null,
  )
  const stake = useStake(initial, choices, lineId)
  useFocusAfterPick(account?.id ?? null, fields.body.id)

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }

  return (
    <Form
      method="post"
      action={action}
      id={form.id}
      noValidate
      preventScrollReset
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        form.onSubmit(event)
        if (!event.defaultPrevented) props.onSubmitted?.()
        else if (!account) document.getElementById(fields.accountId.id)?.focus()
      }}
      className="space-y-3"
    >
      {/* Enter in a line of text presses the first button there is, which must not be another one. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary formId={form.id} title="Not saved." errors={form.allErrors} places={PLACES} />
      <AccountPicker
        id={fields.accountId.id}
        name={fields.accountId.name}
        account={account}
        query={value('accountQuery') ?? ''}
        found={props.found}
        today={today}
        errors={fields.accountId.errors}
        onPick={props.onPickAccount && ((picked) => props.onPickAccount?.(picked?.id ?? null))}
      />
      <Field
        id={fields.body.id}
        label="What did they say?"
        aside="in their words"
        errors={[...(fields.body.errors ?? []), ...(fields.sameAs.errors ?? [])]}
      >
        <TextArea
          name={fields.body.name}
          defaultValue={value('body')}
          dir="auto"
          onChange={(event) => lookAlikes.look(event.currentTarget.value)}
          className={lookAlikes.rows.length > 0 || sameAs ? 'block rounded-b-none' : 'block'}
        />
        <LookAlikeList
          id={fields.sameAs.id}
          name={fields.sameAs.name}
          rows={lookAlikes.rows}
          selected={sameAs}
          onSelect={setSameAs}
        />
      </Field>
      <ImportanceField
        field={fields.importance}
        initial={value('importance')}
        blockers={props.blockers}
      />
      {choices && stake ? (
        <FieldGroup
          id={fields.contractIds.id}
          label="At stake"
          errors={[...(fields.contractIds.errors ?? []), ...(fields.opportunityIds.errors ?? [])]}
        >
          <StakeList
            key={stake.key}
            choices={choices}
            lineId={stake.lineId}
            chosen={stake.chosen}
            onTouch={stake.touch}
          />
        </FieldGroup>
      ) : null}
      <FieldGroup id={fields.type.id} label="Type" errors={fields.type.errors}>
        <Segmented
          name={fields.type.name}
          options={TYPES}
          defaultValue={value('type') ?? 'feature_request'}
          className="w-full"
        />
      </FieldGroup>
      <EvidenceFields
        fields={fields}
        initial={{
          evidence: value('evidence') ?? 'none',
          url: value('evidenceUrl'),
          quote: value('evidenceQuote'),
        }}
      />
      <PlaceFields
        fields={fields}
        lines={lines}
        lineId={lineId}
        areaId={value('areaId')}
        onLine={setPickedLine}
      />
      <MoreFields fields={fields} value={value} />
      {props.note ? <p className="text-small text-muted">{props.note}</p> : null}
      <SubmitBar
        errors={[...(form.errors ?? []), ...(fields.submissionKey.errors ?? [])]}
        busy={busy}
        label={props.submitLabel}
        foot={props.foot}
      />
    </Form>
  )
}

/** Once an account is picked, the words are next. */
function useFocusAfterPick(accountId: number | null, bodyId: string) {
  const before = useRef(accountId)
  useEffect(() => {
    if (before.current === null && accountId !== null) document.getElementById(bodyId)?.focus()
    before.current = accountId
  }, [accountId, bodyId])
}
