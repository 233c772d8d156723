import { resolveAccount } from '#app/domain/accounts/check-references.server.ts'
import type { Context } from '#app/domain/context.ts'
import { DomainError } from '#app/domain/errors.ts'
import { readFacts, writeFacts, type SupposableAccount } from '#app/domain/model/read-facts.ts'
import { findSupposableAccount } from '#app/domain/model/supposable-account.server.ts'
import { getModelVersionById } from '#app/domain/model/versions.server.ts'
import { readParameters, readTyped, writeParameters } from '#app/domain/model/what-if-address.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'

/**
 * What the address of a what-if asks. `address` says the same in its shortest form: without what is as it is anyway,
 * and with the account by its number, which the form sends by name.
 */
export async function readQuestion(ctx: Context, search: URLSearchParams) {
  const inForce = await getModelVersion(ctx)
  const from = await baseVersion(ctx, search.get('from'), inForce.id)
  const base = from?.parameters ?? inForce.parameters
  const typed = readTyped(search)
  const read = readParameters(typed.parameters, base)
  const { text, account, fault } = await namedAccount(ctx, search)
  // Facts that the form still holds of the account before are not about this one.
  const ofAnother = search.has('factsOf') && search.get('factsOf') !== String(account?.id)
  const supposed = account ? readFacts(ofAnother ? {} : typed.facts, account) : null
  const lines = await listProductLines(ctx)
  const line = lines.find(({ slug }) => slug === search.get('line')) ?? null
  const faults: Record<string, string> = { ...read.faults, ...supposed?.faults }
  if (fault !== null) faults['account'] = fault

  const address = new URLSearchParams({
    ...(from && { from: String(from.id) }),
    ...(line && { line: line.slug }),
    ...(account ? { account: String(account.id) } : text && { account: text }),
    ...read.changed,
    ...supposed?.changed,
  })
  return {
    inForce,
    from: from?.id ?? null,
    line,
    lines,
    account,
    parameters: read.parameters,
    facts: supposed?.facts ?? null,
    faults,
    values: {
      ...writeParameters(base),
      ...read.changed,
      ...(account && writeFacts(account)),
      ...supposed?.changed,
      account: account?.name ?? text,
    },
    changed: Object.keys({ ...read.changed, ...supposed?.changed }),
    address,
  }
}

/** An earlier version to begin with; none when it is the one in force, or there is no such one. */
async function baseVersion(ctx: Context, text: string | null, inForceId: number) {
  if (text === null || !/^[1-9]\d{0,8}$/.test(text) || Number(text) === inForceId) return null
  try {
    return await getModelVersionById(ctx, Number(text))
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

type Named = { text: string; account: SupposableAccount | null; fault: string | null }

async function namedAccount(ctx: Context, search: URLSearchParams): Promise<Named> {
  const text = (search.get('account') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)
  if (text === '') return { text, account: null, fault: null }
  try {
    const id = await accountId(ctx, text, search.get('factsOf') ?? '')
    const account = id === null ? null : await findSupposableAccount(ctx, id)
    return { text, account, fault: account ? null : 'There is no such account.' }
  } catch (error) {
    if (error instanceof DomainError) return { text, account: null, fault: error.message }
    throw error
  }
}

const ID = /^[1-9]\d{0,8}$/

/** The address names an account by its number; the form by its name, beside the number of the one it was filled for. */
async function accountId(ctx: Context, text: string, factsOf: string): Promise<number | null> {
  if (ID.test(text)) return Number(text)
  const present = ID.test(factsOf) ? await findSupposableAccount(ctx, Number(factsOf)) : null
  return resolveAccount(ctx, text, 'account', present)
}
