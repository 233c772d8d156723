import { redirect } from '@remix-run/node'

import { INTENT } from '#app/components/requests/intent.ts'
import type { Context } from '#app/domain/context.ts'
import { draftValue, readDraftFields, type DraftFields } from '#app/domain/requests/draft.ts'
import { saveDraft } from '#app/domain/requests/drafts.server.ts'

const HERE = '/requests/new'
/** What depends on the account is ticked anew for another one. */
const OF_ACCOUNT = ['productLineId', 'areaId', 'stakeFor', 'contractIds', 'opportunityIds']

/**
 * What a button of the form other than "submit" asks for, without JavaScript: look for an account, take one, keep the
 * draft. The draft carries everything typed to the next page. Null when it is a submission.
 */
export async function followIntent(ctx: Context, body: FormData): Promise<Response | null> {
  const fields = readDraftFields(body)
  const intent = String(body.get(INTENT) ?? '')
  if (intent.startsWith('account:')) {
    await saveDraft(ctx, withAccount(fields, intent.slice('account:'.length)))
    return redirect(HERE)
  }
  const query = draftValue(fields, 'accountQuery')
  const looks = intent === 'find' || (!draftValue(fields, 'accountId') && query)
  if (looks) {
    await saveDraft(ctx, fields)
    return redirect(`${HERE}?${new URLSearchParams({ q: query ?? '' })}`)
  }
  if (intent === 'save') {
    await saveDraft(ctx, fields)
    return redirect(HERE)
  }
  return null
}

function withAccount(fields: DraftFields, accountId: string): DraftFields {
  const kept = Object.entries(fields).filter(([name]) => !OF_ACCOUNT.includes(name))
  return { ...Object.fromEntries(kept), accountId, accountQuery: '' }
}
