import postgres from 'postgres'

import { isGone } from './failures.ts'

/** Every process that uses the server holds this lock shared; who gets it alone is the last. */
const PRESENCE_LOCK = 7_106_302

/** That this process uses the server. */
export type Presence = {
  /** Leaves. The last one keeps everybody else waiting and calls `shutDown`, which cuts them off. */
  leave: (shutDown: () => Promise<void>) => Promise<void>
}

/**
 * Enters a server, makes the database `causeway` where it is missing, and stays. The lock lives as long as its
 * connection, so that a crash leaves no wrong count; it is taken again when the server cuts that connection.
 *
 * @param url of the database `postgres`
 */
export async function enter(url: string): Promise<Presence> {
  let here = false
  const client = postgres(url, {
    max: 1,
    // The library's own limit would end the connection, and the lock with it, after half an hour.
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    backoff: () => 0.2,
    onnotice: () => undefined,
    connection: { application_name: 'causeway-presence' },
    onclose: () => {
      if (here) take().catch(() => undefined)
    },
  })
  const take = () => client`select pg_advisory_lock_shared(${PRESENCE_LOCK})`
  try {
    await take()
    await createDatabase(client)
  } catch (error) {
    await client.end({ timeout: 0 })
    throw error
  }
  here = true
  return {
    leave: async (shutDown) => {
      here = false
      try {
        if (await isLast(client)) await shutDown()
      } catch (error) {
        // A server that has ended by itself needs no leave.
        if (!isGone(error)) throw error
      } finally {
        await client.end({ timeout: 0 })
      }
    },
  }
}

async function isLast(client: postgres.Sql): Promise<boolean> {
  await client`select pg_advisory_unlock_shared(${PRESENCE_LOCK})`
  const [row] = await client`select pg_try_advisory_lock(${PRESENCE_LOCK}) as last`
  return row?.['last'] === true
}

async function createDatabase(client: postgres.Sql): Promise<void> {
  const exists = () => client`select 1 from pg_database where datname = 'causeway'`
  if ((await exists()).length > 0) return
  await client`create database causeway`.catch(async (error: unknown) => {
    if ((await exists()).length === 0) throw error
  })
}
