import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { isOpenItem } from '#app/domain/scoring/standing.ts'
import { lastDayOf } from '#app/lib/quarters.ts'

import { fetchItemToChange, saveItem } from './item-records.server.ts'
import type { ShipDate } from './schemas.ts'
import { shipText } from './words.ts'

/**
 * Sets when an item is expected to ship, or takes that off.
 * @throws forbidden, not_found, conflict, invalid (a day that has passed, an item that is shipped or declined)
 */
export async function setShipDate(
  ctx: Context,
  { itemId, version, shipsOn, shipQuarter, shipConfidence }: ShipDate,
): Promise<void> {
  authorize(ctx, 'item.edit')
  await inTransaction(ctx, async (tx) => {
    const before = await fetchItemToChange(tx, { itemId, version })
    if (!isOpenItem(before)) {
      throw invalid(`It is ${before.status}. Only an open item has a date to come.`)
    }
    const day = shipQuarter === null ? shipsOn : lastDayOf(shipQuarter)
    if (day !== null && day !== before.shipsOn && day < (await getToday(tx))) {
      throw invalid(
        'This has passed. Choose a time to come.',
        shipQuarter === null ? 'shipsOn' : 'shipQuarter',
      )
    }
    const date = { shipsOn: day, shipQuarter, shipConfidence }
    await saveItem(tx, before, date, {
      name: 'item.ship_date_set',
      data: { from: shipText(before), to: shipText(date) },
    })
  })
}
