import type { Role, Team } from '#db/constants.ts'

/** Who acts, as far as permissions care. */
export type Who = { role: Role; team: Team }

const cs = (who: Who) => who.team === 'cs'
const product = (who: Who) => who.team === 'product'
const manager = (who: Who) => who.role === 'manager'
/** Contributors and the managers above them; an admin acts for the team they belong to. */
const contributes = (who: Who) => who.role !== 'viewer'
const admin = (who: Who) => who.role === 'admin'

/**
 * The one permission table: a word, and who may. Server and screen ask the same words.
 * Whether the record is one's own is the command's question (`account.edit` and its `own` twin).
 */
const TABLE = {
  /** See lists, items, requests, profiles and publications. */
  read: () => true,
  'revenue.read': (who: Who) => cs(who) || product(who) || admin(who),

  'request.submit': (who: Who) => contributes(who) && (cs(who) || product(who)),
  /** Answer questions about, reconfirm and accept a no for one's own requests. */
  'request.reply': (who: Who) => contributes(who) && (cs(who) || product(who)),
  'request.triage': (who: Who) => contributes(who) && product(who),
  'importance.settle': (who: Who) => manager(who) && (cs(who) || product(who)),

  /** See what each CSM's claims weigh, as their lead; everybody sees their own. */
  'claims.lead': (who: Who) => manager(who) && cs(who),

  /** Accounts, contracts, opportunities and health of the accounts one owns. */
  'account.edit.own': (who: Who) => contributes(who) && cs(who),
  'account.edit': (who: Who) => (manager(who) && cs(who)) || admin(who),
  'account.create': (who: Who) => contributes(who) && (cs(who) || admin(who)),
  'account.strategic': (who: Who) => manager(who) && (cs(who) || product(who)),

  'item.edit': (who: Who) => contributes(who) && product(who),
  'item.comment': (who: Who) => contributes(who) && (cs(who) || product(who)),
  'backlog.publish': (who: Who) => manager(who) && product(who),

  /** Put other parameters of the score in force. */
  'model.change': (who: Who) => manager(who) && product(who),

  'profile.comment': (who: Who) => contributes(who) && (cs(who) || product(who)),
  'profile.propose': (who: Who) => manager(who) && (cs(who) || product(who)),
  'profile.approve': (who: Who) => manager(who) && (cs(who) || product(who)),
  /** Ask both teams whom they mean, remind them, close the poll early. */
  'poll.open': (who: Who) => manager(who) && (cs(who) || product(who)),

  'import.run': (who: Who) => (manager(who) && (cs(who) || product(who))) || admin(who),
  'people.manage': admin,
  'settings.manage': admin,
  'audit.read': admin,
} satisfies Record<string, (who: Who) => boolean>

export type Permission = keyof typeof TABLE

export const PERMISSIONS = Object.keys(TABLE) as Permission[]

/** Whether `who` may do what `permission` names. */
export function may(who: Who, permission: Permission): boolean {
  return TABLE[permission](who)
}
