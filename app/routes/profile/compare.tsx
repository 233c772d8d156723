import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'

import { ChangeLines } from '#app/components/profile/change-lines.tsx'
import { DifferencesTable } from '#app/components/profile/differences-table.tsx'
import { ProfileHeader, type HeadedProfile } from '#app/components/profile/profile-header.tsx'
import { STATE_BADGES } from '#app/components/profile/state-badges.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/inputs.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { notFound } from '#app/domain/errors.ts'
import {
  compareProfiles,
  differenceTexts,
  versionBefore,
  type ProfileComparison,
} from '#app/domain/icp/compare-profiles.ts'
import {
  getProfile,
  listProfileVersions,
  type Profile,
} from '#app/domain/icp/get-profile.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Compare profiles · Causeway' }]

const nameOf = ({ id, line, number, state }: Profile) => ({ id, line, number, state })

/** `/profiles/:id/compare?with=`: what differs between two versions of a line, by default from the one in force before. */
export const loader = privateLoader('read', async (ctx, { params, request }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const versions = await listProfileVersions(ctx, profile.productLineId)
  const asked = new URL(request.url).searchParams.get('with')
  const otherId =
    asked === null ? versionBefore(versions, profile.number)?.id : idParam(asked, 'The profile')
  const found = {
    opened: nameOf(profile),
    otherId: otherId ?? null,
    others: versions
      .filter(({ id }) => id !== profile.id)
      .map(({ id, number, state }) => ({ id, number, state })),
  }
  if (otherId === undefined) return { ...found, compared: null }
  const other = await getProfile(ctx, otherId)
  if (other.productLineId !== profile.productLineId) throw notFound('The profile')
  const [before, after] = other.number > profile.number ? [profile, other] : [other, profile]
  return {
    ...found,
    compared: { before: nameOf(before), after: nameOf(after), ...compareProfiles(before, after) },
  }
})

export default function CompareProfiles() {
  const { opened, otherId, others, compared } = useLoaderData<typeof loader>()
  return (
    <div className="[--gutter:24px]">
      <ProfileHeader profile={opened} />
      <PageBody className="pt-4">
        {others.length === 0 ? null : <OtherForm others={others} otherId={otherId} />}
        {compared ? (
          <>
            <p className="flex flex-wrap items-center gap-2 pt-3">
              <VersionName version={compared.before} /> and <VersionName version={compared.after} />
            </p>
            <Differences {...compared} before={compared.before} after={compared.after} />
          </>
        ) : (
          <EmptyState title="Nothing to compare">
            No version of this profile was in force before version {opened.number}.
          </EmptyState>
        )}
      </PageBody>
    </div>
  )
}

type OtherFormProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'others' | 'otherId'>

function OtherForm({ others, otherId }: OtherFormProps) {
  return (
    <Form className="flex items-center gap-2">
      <Field id="with" label="Compare with" hideLabel>
        <Select key={otherId} name="with" defaultValue={otherId ?? undefined} className="md:w-56">
          {others.map(({ id, number, state }) => (
            <option key={id} value={id}>
              Version {number}, {STATE_BADGES[state][1]}
            </option>
          ))}
        </Select>
      </Field>
      <Button>Compare</Button>
    </Form>
  )
}

function VersionName({ version: { id, number, state } }: { version: HeadedProfile }) {
  const [tone, word] = STATE_BADGES[state]
  return (
    <span className="inline-flex items-center gap-1.5">
      <Link to={`/profiles/${id}`} className="font-strong underline">
        Version {number}
      </Link>
      <Badge tone={tone}>{word}</Badge>
    </span>
  )
}

function Differences({
  before,
  after,
  summary,
  criteria,
}: ProfileComparison<Profile['criteria'][number]> & {
  before: HeadedProfile
  after: HeadedProfile
}) {
  if (summary === null && criteria.length === 0) {
    return (
      <EmptyState title="Nothing differs">
        Both have the same summary and the same criteria.
      </EmptyState>
    )
  }
  return (
    <>
      {summary ? (
        <Section title="Who our ideal customer is">
          <dl className="grid max-w-prose gap-x-3 gap-y-1 sm:grid-cols-[4rem_minmax(0,1fr)]">
            <dt className="text-muted">Before</dt>
            <dd className="wrap-anywhere">{summary.before}</dd>
            <dt className="text-muted">After</dt>
            <dd className="wrap-anywhere">{summary.after}</dd>
          </dl>
        </Section>
      ) : null}
      {criteria.length > 0 ? (
        <>
          <Section title="In words">
            <ChangeLines changes={criteria.flatMap(differenceTexts)} className="max-w-prose" />
          </Section>
          <Section title="By criterion">
            <DifferencesTable differences={criteria} before={before.number} after={after.number} />
          </Section>
        </>
      ) : (
        <p className="pt-5 text-muted">The criteria are the same.</p>
      )}
    </>
  )
}
