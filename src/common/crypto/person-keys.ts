import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database.js';
import { Problem } from '../problem.js';
import { KEY_BYTES, open, seal } from './aead.js';
import { BoundedCache } from './bounded-cache.js';
import { MasterKey } from './master-key.js';
import { type KeyPurpose, type Place, readSealed, sealedText } from './sealed.js';

export interface PlainValue {
  personId: string;
  place: Place;
  text: string;
}

export interface SealedValue {
  personId: string;
  place: Place;
  sealed: string;
}

export interface Reading {
  text: string | null;
  /** where there is no text: the person was erased, or whoever asks does not see the person */
  why?: 'erased' | 'no-key';
}

interface KeyRow {
  person: string;
  purpose: KeyPurpose;
  version: number;
  /** null once destroyed */
  wrapped: Buffer | null;
  master: string | null;
}

interface DataKey {
  version: number;
  key: Buffer;
}

const MOST_CACHED_KEYS = 5_000;

/**
 * Seals what is said of a person under a key of that person's own, which the database keeps locked by the master key.
 * Destroying the key is erasing all that was sealed under it, wherever a copy of it lies.
 *
 * The database is asked for the locked key each time, so that a destroyed key is gone at once in every process; what is
 * remembered here is only how a locked key opens.
 */
@Injectable()
export class PersonKeys {
  private readonly opened = new BoundedCache<Buffer>(MOST_CACHED_KEYS);
  /**
   * Each person's key of the log, once a transaction that used it was kept. It is never replaced, so that nobody need be
   * asked whether it still is the one; and what is sealed under it after it was destroyed is as lost as it is to be.
   */
  private readonly logKeys = new BoundedCache<DataKey>(MOST_CACHED_KEYS);

  constructor(private readonly database: Database, private readonly master: MasterKey) {}

  /** In the transaction that writes the value: until it ends, the key is neither rotated away nor destroyed. */
  async encrypt(tx: Tx, personId: string, place: Place, text: string, purpose: KeyPurpose = 'record'): Promise<string> {
    const [sealed] = await this.encryptAll(tx, [{ personId, place, text }], purpose);
    return sealed;
  }

  async encryptAll(tx: Tx, values: readonly PlainValue[], purpose: KeyPurpose = 'record'): Promise<string[]> {
    if (values.length === 0) return [];
    const persons = [...new Set(values.map(({ personId }) => personId))].sort();
    const keys = purpose === 'log' ? await this.keysOfTheLog(tx, persons) : await this.keysInUse(tx, persons, purpose);
    return values.map((value) => sealedWith(keys, value, purpose));
  }

  /**
   * What is written once and for good, and not in the log. The log may name somebody who was erased a moment ago; this is
   * a row of theirs, so the key is asked for and held like any other.
   */
  async encryptForGood(tx: Tx, value: PlainValue): Promise<string> {
    return sealedWith(await this.keysInUse(tx, [value.personId], 'log'), value, 'log');
  }

  /** Null: the person was erased, and nobody can read it any more. */
  async decrypt(personId: string, place: Place, sealed: string): Promise<string | null> {
    const [text] = await this.decryptAll([{ personId, place, sealed }]);
    return text;
  }

  /** For values that the caller reads from a person's own rows: whoever sees the row sees the key. */
  async decryptAll(values: readonly SealedValue[]): Promise<(string | null)[]> {
    const readings = await this.readAll(values);
    return readings.map(({ text, why }, at) => {
      if (why !== 'no-key') return text;
      const { table, column } = values[at].place;
      throw new Error(`${table}.${column} is sealed under a key that is not on file`);
    });
  }

  /** For values that stand elsewhere, as in the log, where whoever reads may not see the person: that is `no-key`. */
  async readAll(values: readonly SealedValue[]): Promise<Reading[]> {
    if (values.length === 0) return [];
    const rows = await this.database.query<KeyRow>(
      `select ${KEY} from person_key where detainee_id = any($1::uuid[])`, [[...new Set(values.map(({ personId }) => personId))]], 'person-keys');
    const byName = new Map(rows.map((row) => [keyName(row.person, row.purpose, row.version), row]));
    const alive = new Set(rows.filter(({ wrapped }) => wrapped !== null).map(({ person, purpose }) => keyName(person, purpose)));
    const read = values.map(({ personId, place, sealed }) => ({ personId, place, ...readSealed(sealed) }));
    const keys = await this.openAll(new Set(read.map(({ personId, purpose, version }) => keyName(personId, purpose, version))), byName);
    return read.map(({ personId, place, purpose, version, bytes }): Reading => {
      const name = keyName(personId, purpose, version);
      const key = keys.get(name);
      if (key) return { text: opened(key, bytes, boundTo(personId, purpose, version, place), place) };
      // A key is destroyed alone when nothing is sealed under it any more; destroyed with all others, it is erasure.
      return { text: null, why: byName.has(name) && !alive.has(keyName(personId, purpose)) ? 'erased' : 'no-key' };
    });
  }

  /** Erases: nothing that was sealed for this person can be read again, and nothing more can be sealed. */
  async destroy(tx: Tx, personId: string): Promise<void> {
    await lockKeys(tx, personId);
    await tx.query('select destroy_person_keys($1)', [personId]);
  }

  /** A new key for what is written from now on. Whoever holds the lock re-encrypts what the former ones sealed. */
  async renew(tx: Tx, personId: string, purpose: KeyPurpose): Promise<number> {
    await lockKeys(tx, personId);
    const [{ next }] = await tx.query<{ next: number }>(
      'select coalesce(max(version), 0) + 1 as next from person_key where detainee_id = $1 and purpose = $2', [personId, purpose]);
    await tx.query(
      'update person_key set superseded_at = clock_timestamp() where detainee_id = $1 and purpose = $2 and superseded_at is null', [personId, purpose]);
    await this.make(tx, [personId], purpose, next);
    return next;
  }

  /** Destroys the keys that were replaced long enough ago; nothing may be sealed under them any more. */
  async retire(tx: Tx, personId: string, afterMs: number): Promise<number> {
    return tx.execute(
      `update person_key set wrapped = null, master_key_id = null, destroyed_at = clock_timestamp()
       where detainee_id = $1 and wrapped is not null and superseded_at <= clock_timestamp() - $2 * interval '1 millisecond'`, [personId, afterMs]);
  }

  private async keysOfTheLog(tx: Tx, persons: readonly string[]): Promise<Map<string, DataKey>> {
    const known = persons.map((person) => this.logKeys.peek(person));
    const unknown = persons.filter((_person, at) => known[at] === undefined);
    const asked = unknown.length > 0 ? await this.keysInUse(tx, unknown, 'log') : new Map<string, DataKey>();
    const keys = new Map(persons.map((person, at) => [person, (known[at] ?? asked.get(person)) as DataKey]));
    // One that was made in a transaction that is undone is nobody's key.
    tx.afterCommit(() => keys.forEach((key, person) => this.logKeys.put(person, key)));
    return keys;
  }

  private async keysInUse(tx: Tx, persons: readonly string[], purpose: KeyPurpose): Promise<Map<string, DataKey>> {
    let rows = await keyRowsInUse(tx, persons, purpose);
    if (rows.length < persons.length) {
      const known = new Set(rows.map(({ person }) => person));
      await this.make(tx, persons.filter((person) => !known.has(person)), purpose, 1);
      rows = await keyRowsInUse(tx, persons, purpose);
      if (rows.length < persons.length) throw erased();
    }
    const keys = await Promise.all(rows.map(async (row) => [row.person, { version: row.version, key: await this.open(row) }] as const));
    return new Map(keys);
  }

  /** Side by side: a service that keeps the master key is then asked once for all of them. */
  private async openAll(names: ReadonlySet<string>, rows: ReadonlyMap<string, KeyRow>): Promise<Map<string, Buffer>> {
    const standing = [...names].flatMap((name) => {
      const row = rows.get(name);
      return row?.wrapped ? [{ name, row }] : [];
    });
    return new Map(await Promise.all(standing.map(async ({ name, row }) => [name, await this.open(row)] as const)));
  }

  /** Where somebody else made the same one meanwhile, theirs stands. */
  private async make(tx: Tx, persons: readonly string[], purpose: KeyPurpose, version: number): Promise<void> {
    const made = await Promise.all(persons.map((person) => this.master.wrap(randomBytes(KEY_BYTES), boundKey(person, purpose, version))));
    const locked = [made.map(({ wrapped }) => wrapped), made.map(({ masterKeyId }) => masterKeyId)];
    if (purpose === 'log') {
      await tx.query('select add_log_keys($1::uuid[], $2, $3::bytea[], $4::text[])', [persons, version, ...locked]);
      return;
    }
    await tx.query(
      `insert into person_key (detainee_id, purpose, version, wrapped, master_key_id)
       select person, $2, $3, wrapped, master from unnest($1::uuid[], $4::bytea[], $5::text[]) as made (person, wrapped, master)
       on conflict do nothing`,
      [persons, purpose, version, ...locked]);
  }

  private async open({ person, purpose, version, wrapped, master }: KeyRow): Promise<Buffer> {
    const bound = boundKey(person, purpose, version);
    const locked = { wrapped: wrapped as Buffer, masterKeyId: master as string };
    return this.opened.get(`${bound} ${locked.wrapped.toString('base64')}`, () => this.master.unwrap(locked, bound));
  }
}

function sealedWith(keys: ReadonlyMap<string, DataKey>, { personId, place, text }: PlainValue, purpose: KeyPurpose): string {
  const { key, version } = keys.get(personId) as DataKey;
  return sealedText({ purpose, version, bytes: seal(key, Buffer.from(text), boundTo(personId, purpose, version, place)) });
}

const KEY = 'detainee_id as person, purpose, version, wrapped, master_key_id as master';

/** Whoever does something is logged, also where they do not see the person to whom they do it. */
const keyRowsInUse = (tx: Tx, persons: readonly string[], purpose: KeyPurpose): Promise<KeyRow[]> =>
  purpose === 'log' ? tx.query<KeyRow>(`select ${KEY} from log_keys_in_use($1::uuid[])`, [persons])
    : tx.query<KeyRow>(`select ${KEY} from person_keys_in_use($1::uuid[], $2)`, [persons, purpose]);

/** Waits for those who seal something for this person, and has others wait: see `person_keys_in_use`. */
const lockKeys = (tx: Tx, personId: string): Promise<unknown> =>
  tx.query("select pg_advisory_xact_lock(hashtextextended('vigil person key ' || $1::uuid, 0))", [personId]);

const keyName = (person: string, ...rest: readonly (string | number)[]): string => [person, ...rest].join(' ');

export const boundKey = (person: string, purpose: KeyPurpose, version: number): string => JSON.stringify(['vigil data key', person, purpose, version]);

const boundTo = (person: string, purpose: KeyPurpose, version: number, { table, column, row }: Place): string =>
  JSON.stringify(['vigil sealed value', person, purpose, version, table, column, row]);

function opened(key: Buffer, bytes: Buffer, bound: string, { table, column }: Place): string {
  try {
    return open(key, bytes, bound).toString();
  } catch {
    // What Node says of it names neither the place nor the cause.
    throw new Error(`a sealed value in ${table}.${column} does not open: it was altered, or moved from where it was sealed`);
  }
}

export const erased = (): Problem => new Problem('gone', 'This person was erased. Nothing more can be recorded about them here.');
