import { describe, expect, test } from 'vitest'

import { may, PERMISSIONS, type Permission } from '#app/auth/permissions.ts'
import { ROLES, TEAMS } from '#db/constants.ts'

/**
 * The table of the product's roles, written out by hand: for each role (viewer, contributor, manager,
 * admin) one letter a team, in the order CS, Product, other. `y` may, `.` may not.
 */
const MATRIX: Record<Permission, string> = {
  read: 'yyy yyy yyy yyy',
  'revenue.read': 'yy. yy. yy. yyy',
  'request.submit': '... yy. yy. yy.',
  'request.reply': '... yy. yy. yy.',
  'request.triage': '... .y. .y. .y.',
  'importance.settle': '... ... yy. ...',
  'claims.lead': '... ... y.. ...',
  'account.edit.own': '... y.. y.. y..',
  'account.edit': '... ... y.. yyy',
  'account.create': '... y.. y.. yyy',
  'account.strategic': '... ... yy. ...',
  'item.edit': '... .y. .y. .y.',
  'item.comment': '... yy. yy. yy.',
  'backlog.publish': '... ... .y. ...',
  'model.change': '... ... .y. ...',
  'profile.comment': '... yy. yy. yy.',
  'profile.propose': '... ... yy. ...',
  'profile.approve': '... ... yy. ...',
  'poll.open': '... ... yy. ...',
  'import.run': '... ... yy. yyy',
  'people.manage': '... ... ... yyy',
  'settings.manage': '... ... ... yyy',
  'audit.read': '... ... ... yyy',
}

describe('permissions', () => {
  test('every word has its row', () => {
    expect([...PERMISSIONS].sort()).toEqual(Object.keys(MATRIX).sort())
  })

  test.each(PERMISSIONS)('%s', (permission) => {
    const answers = ROLES.map((role) =>
      TEAMS.map((team) => (may({ role, team }, permission) ? 'y' : '.')).join(''),
    )
    expect(answers.join(' ')).toBe(MATRIX[permission])
  })
})
