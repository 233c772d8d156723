import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { keepMonth } from '#app/domain/icp/drift/keep-month.server.ts'
import { listNotes } from '#app/domain/icp/drift/list-notes.server.ts'
import { sendNotes } from '#app/domain/icp/drift/send-notes.server.ts'
import type { Mail, Post } from '#app/domain/post.ts'
import type { Executor } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { profileSnapshots } from '#db/schema/profile-drift.ts'
import { NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { makeTeams, putInForce } from '#tests/support/profile.ts'

/** Midnight of 1 February in Berlin, and a moment before it. */
const FEBRUARY = new Date('2026-01-31T23:00:00Z')
const JANUARY = new Date('2026-01-31T22:59:59Z')
const LATER = new Date('2026-02-20T09:30:00Z')

const daysOf = async (db: Executor) =>
  (await db.select().from(profileSnapshots)).map(({ takenOn }) => takenOn).sort()

/** A mail server that takes what `takes` says. */
function makePost(takes: (mail: Mail) => boolean = () => true) {
  const mails: Mail[] = []
  const post: Post = {
    address: (path) => `https://causeway.example${path}`,
    send: (mail) => {
      mails.push(mail)
      return Promise.resolve(takes(mail))
    },
  }
  return { post, mails }
}

describe('keepMonth', () => {
  test('keeps a snapshot and a note from the first of the month on, once', async ({ db }) => {
    const teams = await makeTeams(db)
    await putInForce(teams, {})
    await keepMonth({ db, now: NOW })
    await keepMonth({ db, now: JANUARY })
    expect(await daysOf(db)).toEqual(['2026-01-15'])
    expect(await listNotes({ db }, teams.lineId)).toEqual([])
    await keepMonth({ db, now: FEBRUARY })
    await keepMonth({ db, now: LATER })
    expect(await daysOf(db)).toEqual(['2026-01-15', '2026-02-01'])
    const notes = await listNotes({ db }, teams.lineId)
    expect(notes.map(({ month, version }) => [month, version])).toEqual([['2026-02-01', 1]])
  })

  test('makes up for a month that began while nobody ran it, and for no other', async ({ db }) => {
    const teams = await makeTeams(db)
    await putInForce(teams, {})
    await keepMonth({ db, now: new Date('2026-04-20T09:30:00Z') })
    expect(await daysOf(db)).toEqual(['2026-01-15', '2026-04-20'])
    const notes = await listNotes({ db }, teams.lineId)
    expect(notes.map(({ month }) => month)).toEqual(['2026-04-01'])
  })

  test('measures a version that took effect before anything was kept', async ({ db }) => {
    await putInForce(await makeTeams(db), {})
    await db.delete(profileSnapshots)
    await keepMonth({ db, now: NOW })
    expect(await daysOf(db)).toEqual(['2026-01-15'])
  })

  test('is for the leads of both teams who are here', async ({ db }) => {
    const teams = await makeTeams(db)
    await putInForce(teams, {})
    const { id } = teams.otherCsLead
    await db.update(people).set({ deactivatedAt: NOW }).where(eq(people.id, id))
    await keepMonth({ db, now: FEBRUARY })
    const [note] = await listNotes({ db }, teams.lineId)
    expect(note?.notMailed).toHaveLength(2)
    expect(new Set(note?.notMailed)).toEqual(new Set([teams.csLead.name, teams.productLead.name]))
  })

  test('writes one note when two processes do it at once', async ({ committedDb: db }) => {
    const teams = await makeTeams(db)
    await putInForce(teams, {})
    await Promise.all([keepMonth({ db, now: FEBRUARY }), keepMonth({ db, now: FEBRUARY })])
    expect(await listNotes({ db }, teams.lineId)).toHaveLength(1)
    expect(await daysOf(db)).toEqual(['2026-01-15', '2026-02-01'])
  })
})

describe('sendNotes', () => {
  test('mails each lead once, whatever is repeated', async ({ db }) => {
    const teams = await makeTeams(db)
    const profileId = await putInForce(teams, {})
    await keepMonth({ db, now: FEBRUARY })
    const { post, mails } = makePost()
    expect(await sendNotes({ db, now: FEBRUARY }, post)).toBeUndefined()
    await sendNotes({ db, now: LATER }, post)
    expect(mails).toHaveLength(3)
    expect(mails[0]?.text).toContain(`https://causeway.example/profiles/${profileId}/drift`)
    const [note] = await listNotes({ db }, teams.lineId)
    expect([note?.mailedTo.length, note?.notReached, note?.notMailed]).toEqual([3, [], []])
  })

  test('shows who was not reached, and does not try again', async ({ db }) => {
    const teams = await makeTeams(db)
    await putInForce(teams, {})
    await keepMonth({ db, now: FEBRUARY })
    const refused = makePost(() => false)
    expect(await sendNotes({ db, now: FEBRUARY }, refused.post)).toMatchObject({ found: true })
    const { post, mails } = makePost()
    await sendNotes({ db, now: LATER }, post)
    expect(mails).toEqual([])
    const [note] = await listNotes({ db }, teams.lineId)
    expect(note?.notReached).toHaveLength(3)
  })

  test('claims before it sends, so that a process that dies never sends twice', async ({ db }) => {
    const teams = await makeTeams(db)
    await putInForce(teams, {})
    await keepMonth({ db, now: FEBRUARY })
    const dies = makePost(() => {
      throw new Error('killed')
    })
    await expect(sendNotes({ db, now: FEBRUARY }, dies.post)).rejects.toThrow('killed')
    const { post, mails } = makePost()
    await sendNotes({ db, now: FEBRUARY }, post)
    expect(mails).toHaveLength(2)
    expect(mails.map(({ to }) => to)).not.toContain(dies.mails[0]?.to)
  })

  test('leaves the notes of past months alone', async ({ db }) => {
    await putInForce(await makeTeams(db), {})
    await keepMonth({ db, now: FEBRUARY })
    const { post, mails } = makePost()
    await sendNotes({ db, now: new Date('2026-03-01T09:30:00Z') }, post)
    expect(mails).toEqual([])
  })
})
