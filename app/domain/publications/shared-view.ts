import type { PublicationContent } from './content.ts'

export type ShareRights = { showAccounts: boolean; showMoney: boolean }

/**
 * What a secret link shows of a publication: account names and money only where the publisher ticked them. The score
 * is money, and so is the order of an item's accounts; reasons are free words that may name an account.
 */
export function sharedView(content: PublicationContent, { showAccounts, showMoney }: ShareRights) {
  const amount = (value: number) => (showMoney ? value : null)
  const ended = ({ itemId, title, on }: PublicationContent['shipped'][number]) => ({
    itemId,
    title,
    on,
  })
  return {
    organisation: content.organisation,
    productLine: content.productLine,
    since: content.since,
    newCycle: content.newCycle,
    today: content.today,
    modelVersion: content.modelVersion,
    currency: content.rates.base,
    profile: content.profile,
    publishedBy: content.publishedBy,
    totals: {
      arrAtRisk: amount(content.totals.arrAtRisk),
      canSave: amount(content.totals.canSave),
      value: amount(content.totals.value),
      accounts: content.totals.accounts,
    },
    items: content.items.map((item) => ({
      itemId: item.itemId,
      title: item.title,
      type: item.type,
      area: item.area,
      lane: item.lane,
      status: item.status,
      horizon: item.horizon,
      shipsOn: item.shipsOn,
      shipQuarter: item.shipQuarter,
      rank: item.rank,
      scoredRank: item.scoredRank,
      kept: item.kept,
      tier: item.tier,
      costMean: item.costMean,
      estimated: item.estimated,
      score: amount(item.score),
      low: showMoney ? item.low : null,
      high: showMoney ? item.high : null,
      value: amount(item.value),
      arrAtRisk: amount(item.arrAtRisk),
      canSave: amount(item.canSave),
      accounts: item.accounts.length,
      accountNames: showAccounts ? namesOf(item.accounts, showMoney) : null,
    })),
    shipped: content.shipped.map(ended),
    declined: content.declined.map(ended),
    changes: content.changes.map((change) =>
      change.kind === 'shipped' || change.kind === 'declined' ? { ...change, why: '' } : change,
    ),
  }
}

/** By what each has at stake, or by name where that is not to be seen. */
function namesOf(accounts: readonly { name: string }[], showMoney: boolean): string[] {
  const names = accounts.map((account) => account.name)
  return showMoney ? names : names.sort((a, b) => a.localeCompare(b, 'en'))
}
