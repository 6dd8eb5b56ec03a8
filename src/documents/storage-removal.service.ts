import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '../common/database.js';
import { DocumentStorage } from './storage.js';

/** Longer than an upload can last: what is not stored by then never will be. */
const NEVER_STORED_AFTER = '1 day';
const BATCH = 500;

/**
 * Takes files out of the storage. What is to go stands in the database, written in the transaction that deletes; a
 * storage that does not answer is asked again at night. An entry stays for a day, and is carried out again in the end,
 * for a file that was still on its way when its person was erased.
 */
@Injectable()
export class StorageRemoval {
  private readonly logger = new Logger(StorageRemoval.name);

  constructor(private readonly database: Database, private readonly storage: DocumentStorage) {}

  /** In the transaction that deletes them; once it is committed they go. */
  async ask(tx: Tx, addresses: readonly string[]): Promise<void> {
    if (addresses.length === 0) return;
    await tx.query('insert into storage_removal (address) select unnest($1::text[]) on conflict do nothing', [addresses]);
    tx.afterCommit(async () => {
      await this.remove(addresses);
    });
  }

  /** Everything of a person, in the transaction that erases them. */
  async askForPerson(tx: Tx, detaineeId: string): Promise<void> {
    const rows = await tx.query<{ address: string }>('select address from document_content where detainee_id = $1', [detaineeId]);
    await this.ask(tx, rows.map(({ address }) => address));
  }

  /** At night: what was never stored to its end, and what is still to go. How many files went. */
  async catchUp(): Promise<number> {
    await this.database.transaction(async (tx) => {
      const unfinished = await tx.query<{ id: string; address: string }>(
        `select id, address from document_content where stored_at is null and created_at < now() - $1::interval and not is_on_hold(detainee_id)
         limit $2`, [NEVER_STORED_AFTER, BATCH]);
      await tx.query('insert into storage_removal (address) select unnest($1::text[]) on conflict do nothing', [unfinished.map(({ address }) => address)]);
      await tx.query('delete from document_content where id = any($1::uuid[])', [unfinished.map(({ id }) => id)]);
    });
    const rows = await this.database.query<{ address: string; final: boolean }>(
      'select address, asked_at < now() - $1::interval as final from storage_removal order by asked_at limit $2', [NEVER_STORED_AFTER, BATCH]);
    const removed = await this.remove(rows.map(({ address }) => address));
    const over = rows.filter(({ address, final }) => final && removed.includes(address)).map(({ address }) => address);
    await this.database.query('delete from storage_removal where address = any($1::text[])', [over]);
    return removed.length;
  }

  private async remove(addresses: readonly string[]): Promise<string[]> {
    const removed: string[] = [];
    for (const address of addresses) {
      try {
        await this.storage.remove(address);
        removed.push(address);
      } catch (error) {
        this.logger.error('a file could not be taken out of the storage; it is tried again at night');
        this.logger.error(error);
      }
    }
    return removed;
  }
}
