import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database.js';
import { BlindIndex } from './blind-index.js';
import { lockedTextsSql, rewrapTexts } from './locked-text.js';
import { MasterKey } from './master-key.js';
import { boundKey, PersonKeys } from './person-keys.js';
import { peopleInPlainText, rewriteRow, type Stale, type StaleRow, staleRows, staleTables, uncheckedSeals } from './reseal.queries.js';
import { KEY_PURPOSES, type KeyPurpose, type Place } from './sealed.js';
import type { SealedTable } from './sealed-columns.js';

export type OnProgress = (done: number) => void;

export interface Resealed {
  people: number;
  values: number;
}

interface KeyId {
  person: string;
  purpose: KeyPurpose;
  version: number;
}

interface Found {
  sealed: SealedTable;
  row: StaleRow;
  column: string;
  text: string;
  place: Place;
}

const BATCH = 200;
const BEFORE_EVERY_ID = '00000000-0000-0000-0000-000000000000';
const BEFORE_EVERY_KEY: KeyId = { person: BEFORE_EVERY_ID, purpose: 'log', version: 0 };
/** Longer than any request runs: one that has read a sealed value still finds the key that it was sealed under. */
const RETIRE_AFTER_MS = 120_000;

/**
 * Replaces keys while the office works. Each step is one transaction about one person or one batch, and says by itself
 * that it is done, so that a run that is killed is simply run again. For the command line, which connects as the owner.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly database: Database,
    private readonly master: MasterKey,
    private readonly keys: PersonKeys,
    private readonly blind: BlindIndex,
  ) {}

  /** Locks every data key with the current master key. Nothing that is sealed is touched. */
  async rewrap(onProgress: OnProgress = () => undefined): Promise<number> {
    const current = await this.master.currentId();
    let done = 0;
    for (let after: KeyId = BEFORE_EVERY_KEY; ;) {
      const batch: KeyId[] = await this.database.transaction((tx) => this.rewrapBatch(tx, current, after));
      if (batch.length === 0) break;
      after = batch[batch.length - 1];
      onProgress(done += batch.length);
    }
    return done + await rewrapTexts(this.database, this.master, current);
  }

  /** Which master keys lock a data key, and how many each: what is not among them is needed no longer. */
  async masterKeysInUse(): Promise<{ masterKeyId: string; keys: number; current: boolean }[]> {
    const current = await this.master.currentId();
    const rows = await this.database.query<{ masterKeyId: string; keys: number }>(
      `select master_key_id as "masterKeyId", sum(keys)::integer as keys from (
         select master_key_id, count(*) as keys from person_key where wrapped is not null group by 1 union all ${lockedTextsSql()}) as used
       group by 1 order by 1`);
    return rows.map((row) => ({ ...row, current: row.masterKeyId === current }));
  }

  /**
   * A new key for every person, and everything sealed anew under it. A run that did not come to its end is taken up where
   * it stopped. The former keys are destroyed by `retire`, once nobody can be in the middle of reading with them.
   */
  async renewDataKeys(onProgress: OnProgress = () => undefined): Promise<Resealed> {
    const began = await this.database.transaction(beginRotation);
    const total = { people: 0, values: 0 };
    for (;;) {
      const due = await this.database.query<{ id: string }>(
        `select detainee_id as id from person_key
         where purpose = 'record' and wrapped is not null and superseded_at is null and created_at < $1 order by created_at limit $2`, [began, BATCH]);
      if (due.length === 0) break;
      for (const { id } of due) {
        total.values += await this.database.transaction((tx) => this.renew(tx, id, began));
        total.people += 1;
        onProgress(total.people);
      }
    }
    await this.database.query('update key_rotation set finished_at = clock_timestamp() where finished_at is null');
    return total;
  }

  /** Destroys the keys that were replaced `afterMs` ago or more; how many, and how many still wait. */
  async retire(afterMs = RETIRE_AFTER_MS): Promise<{ destroyed: number; waiting: number }> {
    let destroyed = 0;
    for (let after = BEFORE_EVERY_ID; ;) {
      const people = await this.database.query<{ id: string }>(
        `select distinct detainee_id as id from person_key
         where wrapped is not null and superseded_at <= clock_timestamp() - $1 * interval '1 millisecond' and detainee_id > $2 order by 1 limit $3`,
        [afterMs, after, BATCH]);
      if (people.length === 0) break;
      for (const { id } of people) destroyed += await this.database.transaction((tx) => this.retireOf(tx, id, afterMs));
      after = people[people.length - 1].id;
    }
    const [{ waiting }] = await this.database.query<{ waiting: number }>(
      'select count(*)::integer as waiting from person_key where wrapped is not null and superseded_at is not null');
    return { destroyed, waiting };
  }

  /** Finds numbers by the current key; how many were found by a former one. */
  async reindex(onProgress: OnProgress = () => undefined): Promise<number> {
    let done = 0;
    for (let after = 0; ;) {
      const rows = await this.database.query<{ key: number; id: string; person: string; row: string; kind: string; value: string }>(
        `select version_id as key, detainee_id as person, id || '/' || version as row, kind, value from detainee_identifier
         where version_id > $1 and lookup is not null and lookup not like $2 || ':%' order by version_id limit $3`, [after, this.blind.currentId, BATCH]);
      if (rows.length === 0) break;
      const texts = await this.keys.decryptAll(rows.map(({ person, row, value }) =>
        ({ personId: person, place: { table: 'detainee_identifier', column: 'value', row }, sealed: value })));
      const lookups = await Promise.all(rows.map(({ kind }, at) => this.blind.of(kind, texts[at] ?? '')));
      await this.database.query(
        `update detainee_identifier i set lookup = n.lookup from unnest($1::bigint[], $2::text[]) as n (key, lookup) where i.version_id = n.key`,
        [rows.map(({ key }) => key), lookups]);
      after = rows[rows.length - 1].key;
      onProgress(done += rows.length);
    }
    await this.database.query('update blind_index_key set retired_at = now() where retired_at is null and key_id <> $1', [this.blind.currentId]);
    return done;
  }

  /** Seals what was on file before there were keys, and has the database check that nothing is left. Mostly there is nothing to do. */
  async sealPlainText(): Promise<Resealed> {
    const total = { people: 0, values: 0 };
    const unchecked = await uncheckedSeals(this.database);
    if (unchecked.length === 0) return total;
    for (let after = BEFORE_EVERY_ID; ;) {
      const people = await peopleInPlainText(this.database, after, BATCH);
      if (people.length === 0) break;
      for (const id of people) total.values += await this.database.transaction((tx) => this.sealPlainTextOf(tx, id));
      total.people += people.length;
      after = people[people.length - 1];
    }
    for (const { table, name } of unchecked) await this.database.query(`alter table ${table} validate constraint ${name}`);
    return total;
  }

  private async rewrapBatch(tx: Tx, current: string, after: KeyId): Promise<KeyId[]> {
    const rows = await tx.query<KeyId & { wrapped: Buffer; master: string }>(
      `select detainee_id as person, purpose, version, wrapped, master_key_id as master from person_key
       where wrapped is not null and master_key_id <> $1 and (detainee_id, purpose, version) > ($3, $4, $5)
       order by detainee_id, purpose, version limit $2 for no key update`, [current, BATCH, after.person, after.purpose, after.version]);
    if (rows.length === 0) return [];
    const wrapped = await Promise.all(rows.map(async ({ person, purpose, version, ...locked }) => {
      const bound = boundKey(person, purpose, version);
      return this.master.wrap(await this.master.unwrap({ wrapped: locked.wrapped, masterKeyId: locked.master }, bound), bound);
    }));
    await tx.query(
      `update person_key k set wrapped = n.wrapped, master_key_id = n.master
       from unnest($1::uuid[], $2::text[], $3::integer[], $4::bytea[], $5::text[]) as n (person, purpose, version, wrapped, master)
       where k.detainee_id = n.person and k.purpose = n.purpose and k.version = n.version`,
      [rows.map(({ person }) => person), rows.map(({ purpose }) => purpose), rows.map(({ version }) => version),
        wrapped.map((each) => each.wrapped), wrapped.map(({ masterKeyId }) => masterKeyId)]);
    return rows;
  }

  private async renew(tx: Tx, personId: string, began: Date): Promise<number> {
    await holdPerson(tx, personId);
    const [due] = await tx.query(
      `select from person_key where detainee_id = $1 and purpose = 'record' and wrapped is not null and superseded_at is null and created_at < $2`, [personId, began]);
    if (!due) return 0; // erased meanwhile, or another run was faster
    // Their rows are held before the key is, as everybody else does it.
    for (const sealed of await staleTables(tx, personId, { notVersion: 0 })) await staleRows(tx, sealed, personId, { notVersion: 0 });
    const version = await this.keys.renew(tx, personId, 'record');
    return this.reseal(tx, personId, { notVersion: version });
  }

  private async retireOf(tx: Tx, personId: string, afterMs: number): Promise<number> {
    await holdPerson(tx, personId);
    const [current] = await tx.query<{ version: number }>(
      `select max(version) as version from person_key where detainee_id = $1 and purpose = 'record' and wrapped is not null and superseded_at is null having count(*) > 0`, [personId]);
    if (!current) return 0;
    await this.reseal(tx, personId, { notVersion: current.version });
    return this.keys.retire(tx, personId, afterMs);
  }

  private async sealPlainTextOf(tx: Tx, personId: string): Promise<number> {
    await holdPerson(tx, personId);
    return this.reseal(tx, personId, 'plain');
  }

  private async reseal(tx: Tx, personId: string, stale: Stale): Promise<number> {
    const found: Found[] = [];
    for (const sealed of await staleTables(tx, personId, stale)) {
      for (const row of await staleRows(tx, sealed, personId, stale)) {
        found.push(...row.values.map(({ column, text }) => ({ sealed, row, column, text, place: { table: sealed.table, column, row: row.row } })));
      }
    }
    for (const purpose of KEY_PURPOSES) await this.resealAll(tx, personId, stale, purpose, found.filter(({ sealed }) => sealed.purpose === purpose));
    return found.length;
  }

  private async resealAll(tx: Tx, personId: string, stale: Stale, purpose: KeyPurpose, found: readonly Found[]): Promise<void> {
    const texts = stale === 'plain' ? found.map(({ text }) => text)
      : await this.keys.decryptAll(found.map(({ text, place }) => ({ personId, place, sealed: text })));
    const anew = await this.keys.encryptAll(tx, found.map(({ place }, at) => ({ personId, place, text: texts[at] as string })), purpose);
    for (const [at, { sealed, row, column, text }] of found.entries()) {
      const isNumber = stale === 'plain' && sealed.table === 'detainee_identifier' && column === 'value';
      const values: Record<string, string> = { [column]: anew[at] };
      if (isNumber) values.lookup = await this.blind.of(row.whole.kind as string, text);
      await rewriteRow(tx, sealed, row.key, values);
    }
  }
}

/** No fact is recorded and no sweep evaluates this person meanwhile; each would be waited for in the middle otherwise. */
async function holdPerson(tx: Tx, personId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [personId]);
  await tx.query('select from detainee where id = $1 for no key update', [personId]);
}

/** The rotation that is under way, or a new one: what was made before it began is due. */
async function beginRotation(tx: Tx): Promise<Date> {
  await tx.query("select pg_advisory_xact_lock(hashtext('vigil key rotation'))");
  await tx.query('insert into key_rotation select where not exists (select from key_rotation where finished_at is null)');
  const [{ began }] = await tx.query<{ began: Date }>('select began_at as began from key_rotation where finished_at is null');
  return began;
}
