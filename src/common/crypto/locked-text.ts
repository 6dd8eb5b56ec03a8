import { randomBytes } from 'node:crypto';
import type { Database } from '../database.js';
import { KEY_BYTES, open, seal } from './aead.js';
import type { MasterKey } from './master-key.js';
import type { Place } from './sealed.js';

/**
 * A text that is on nobody's file, sealed under a key of its own, which the master key locks and which is kept beside it:
 * deleting the row destroys the key. Each text gets another key, so that none is ever to be replaced.
 */
export interface LockedText {
  sealed: Buffer;
  wrapped: Buffer;
  masterKeyId: string;
}

/** Where such texts are: in columns of these names, in rows that `row` tells apart, in SQL. */
export interface LockedColumn {
  table: string;
  column: string;
  row: string;
}

/** A text that is locked and does not stand in this list is not found when the master key is replaced. */
export const LOCKED_COLUMNS: readonly LockedColumn[] = [{ table: 'ice_contact_draft', column: 'content', row: `user_id || '/' || id` }];

const BATCH = 200;

export async function lockText(master: MasterKey, place: Place, text: string): Promise<LockedText> {
  const key = randomBytes(KEY_BYTES);
  return { sealed: seal(key, Buffer.from(text), boundTo(place)), ...(await master.wrap(key, boundTo(place))) };
}

/** Throws if it was altered, or moved from where it was locked. */
export async function openText(master: MasterKey, place: Place, { sealed, wrapped, masterKeyId }: LockedText): Promise<string> {
  return open(await master.unwrap({ wrapped, masterKeyId }, boundTo(place)), sealed, boundTo(place)).toString();
}

/** Locks the keys of all such texts with the current master key; how many. One that is written anew meanwhile has it already. */
export async function rewrapTexts(database: Database, master: MasterKey, current: string): Promise<number> {
  let done = 0;
  for (const locked of LOCKED_COLUMNS) {
    for (let last = BATCH; last === BATCH;) done += last = await rewrapBatch(database, master, current, locked);
  }
  return done;
}

/** Which master keys lock how many of them. */
export const lockedTextsSql = (): string =>
  LOCKED_COLUMNS.map(({ table }) => `select master_key_id, count(*) as keys from ${table} group by 1`).join(' union all ');

async function rewrapBatch(database: Database, master: MasterKey, current: string, { table, column, row }: LockedColumn): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.query<{ row: string; wrapped: Buffer; masterKeyId: string }>(
      `select ${row} as row, ${column}_key as wrapped, master_key_id as "masterKeyId" from ${table}
       where master_key_id <> $1 limit $2 for no key update`, [current, BATCH]);
    for (const { row: id, ...key } of rows) {
      const bound = boundTo({ table, column, row: id });
      const { wrapped, masterKeyId } = await master.wrap(await master.unwrap(key, bound), bound);
      await tx.query(`update ${table} set ${column}_key = $2, master_key_id = $3 where ${row} = $1`, [id, wrapped, masterKeyId]);
    }
    return rows.length;
  });
}

const boundTo = ({ table, column, row }: Place): string => JSON.stringify(['vigil locked text', table, column, row]);
