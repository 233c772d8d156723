import type { Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { findLastResults } from '#app/domain/polls/agreement.server.ts'

import { fitAccounts } from './account-fits.server.ts'
import { examplesOf } from './examples.ts'
import { getEvidence } from './get-evidence.server.ts'
import { getProfile } from './get-profile.server.ts'
import { tellVersions } from './tell-versions.server.ts'

/** A version as the whole company reads it: no amounts, and accounts by name only. Throws not_found. */
export async function getProfilePage(ctx: Context, profileId: number) {
  const profile = await getProfile(ctx, profileId)
  const [{ name, timeZone }, evidence, fits, versions, poll] = await Promise.all([
    getOrganisation(ctx),
    getEvidence(ctx, profile),
    fitAccounts(ctx, profile.criteria),
    tellVersions(ctx, profile.productLineId),
    findLastResults(ctx, profile.productLineId),
  ])
  const alignment = poll?.results.said?.alignment
  const told = versions.find(({ id }) => id === profile.id)
  return {
    organisation: name,
    ...{ id: profile.id, line: profile.line, number: profile.number, state: profile.state },
    ...{ summary: profile.summary, reason: profile.reason, effectiveOn: profile.effectiveOn },
    proposedBy: profile.proposedBy,
    signatures: profile.signatures.map(({ team, name: by, at }) => ({
      ...{ team, name: by, on: dayIn(timeZone, at) },
    })),
    criteria: evidence.criteria.map(({ id, kind, label, test, points, why, evidenceNow }) => ({
      ...{ id, kind, label, test, points, why },
      evidence: { word: evidenceNow.word, note: evidenceNow.note },
    })),
    outcomes: { kept: evidence.outcomes.kept, of: evidence.outcomes.of },
    /** How far both teams agreed when they were last asked; null where too few answered. */
    agreement: alignment ? { score: alignment.score, verdict: alignment.verdict } : null,
    examples: examplesOf(fits),
    /** What differs from the version that was in force before, in sentences; null where there was none. */
    changed: told && told.since !== null ? { since: told.since, texts: told.changes } : null,
  }
}
