import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { OPERATOR_ID } from '../../src/common/actor.js';
import { BlindIndex } from '../../src/common/crypto/blind-index.js';
import { masterKeysFromText } from '../../src/common/crypto/local-master-key.js';
import { MasterKey } from '../../src/common/crypto/master-key.js';
import { PersonKeys } from '../../src/common/crypto/person-keys.js';
import { dataSourceOptions } from '../../src/common/data-source.js';
import { Database } from '../../src/common/database.js';
import { aTestConfig, type TestApp, testApp } from '../support/app.js';
import { TEST_KEYS } from '../support/keys.js';

const TEXT = 'She says that she was beaten in Nineveh. تقول إنها ضُربت';
const PLACE = { table: 'case_event', column: 'note', row: 'a/1' };

describe('the keys of a person', () => {
  let app: TestApp;
  let keys: PersonKeys;
  let owner: DataSource;
  let database: Database;
  beforeAll(async () => {
    app = await testApp();
    owner = await new DataSource(dataSourceOptions({ databaseUrl: app.database.url, databasePoolSize: 12 })).initialize();
    database = new Database(owner);
    keys = new PersonKeys(database, app.get(MasterKey));
  });
  afterAll(async () => {
    await owner.destroy();
    await app.close();
  });

  const person = async (): Promise<string> => {
    const id = randomUUID();
    await app.database.query('insert into detainee (id, created_by) values ($1, $2)', [id, OPERATOR_ID]);
    return id;
  };
  const seal = (id: string, place = PLACE, text = TEXT) => database.transaction((tx) => keys.encrypt(tx, id, place, text));
  const keyRows = (id: string) => app.database.query<{ purpose: string; version: number; gone: boolean }>(
    'select purpose, version, wrapped is null as gone from person_key where detainee_id = $1 order by purpose, version', [id]);

  it('seals a text that nobody reads without the key, and opens it again', async () => {
    const id = await person();
    const sealed = await seal(id);
    expect(sealed).toMatch(/^sealed:1:record:1:[\w-]+$/);
    expect(Buffer.from(sealed.split(':')[4], 'base64url').includes('Nineveh')).toBe(false);
    expect(await keys.decrypt(id, PLACE, sealed)).toBe(TEXT);
  });

  it('seals the same text differently each time', async () => {
    const id = await person();
    expect(await seal(id)).not.toBe(await seal(id));
  });

  it.each([
    ['another row', { ...PLACE, row: 'a/2' }],
    ['another column', { ...PLACE, column: 'source_text' }],
    ['another table', { ...PLACE, table: 'note' }],
  ])('does not open it in %s', async (_where, place) => {
    const id = await person();
    const sealed = await seal(id);
    await expect(keys.decrypt(id, place, sealed)).rejects.toThrow('does not open');
  });

  it('does not open it as another person’s, nor with one bit changed', async () => {
    const [id, other] = [await person(), await person()];
    const sealed = await seal(id);
    await seal(other);
    await expect(keys.decrypt(other, PLACE, sealed)).rejects.toThrow('does not open');
    const changed = sealed.slice(0, -1) + (sealed.endsWith('A') ? 'B' : 'A');
    // The last letter of base64url may carry bits that count for nothing, so one in the middle is changed as well.
    const middle = sealed.slice(0, 40) + (sealed[40] === 'A' ? 'B' : 'A') + sealed.slice(41);
    expect(changed).not.toBe(sealed);
    await expect(keys.decrypt(id, PLACE, middle)).rejects.toThrow('does not open');
  });

  it('makes one key when ten seal something for a new person at once', async () => {
    const id = await person();
    const sealed = await Promise.all(Array.from({ length: 10 }, (_, at) => seal(id, { ...PLACE, row: `r/${at}` })));
    expect(await keyRows(id)).toEqual([{ purpose: 'record', version: 1, gone: false }]);
    const texts = await keys.decryptAll(sealed.map((text, at) => ({ personId: id, place: { ...PLACE, row: `r/${at}` }, sealed: text })));
    expect(new Set(texts)).toEqual(new Set([TEXT]));
  });

  it('keeps neither the value nor its key when the transaction is undone', async () => {
    const id = await person();
    await expect(database.transaction(async (tx) => {
      await keys.encrypt(tx, id, PLACE, TEXT);
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await keyRows(id)).toEqual([]);
  });

  it('seals for many people in one go', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, person));
    const values = people.map((personId, at) => ({ personId, place: { ...PLACE, row: `m/${at}` }, text: `text ${at}` }));
    const sealed = await database.transaction((tx) => keys.encryptAll(tx, values));
    expect(await keys.decryptAll(values.map(({ personId, place }, at) => ({ personId, place, sealed: sealed[at] })))).toEqual(values.map(({ text }) => text));
  });

  it('a destroyed key is gone at once, also for a process that had used it, and none is ever made again', async () => {
    const id = await person();
    const elsewhere = new PersonKeys(database, masterKeysFromText(TEST_KEYS.VIGIL_MASTER_KEYS));
    const sealed = await seal(id);
    const inTheLog = await database.transaction((tx) => keys.encrypt(tx, id, { table: 'audit_entry', column: 'after', row: '1' }, TEXT, 'log'));
    expect(await elsewhere.decrypt(id, PLACE, sealed)).toBe(TEXT);
    await database.transaction((tx) => keys.destroy(tx, id));
    for (const each of [keys, elsewhere]) {
      expect(await each.decrypt(id, PLACE, sealed)).toBeNull();
      expect(await each.decrypt(id, { table: 'audit_entry', column: 'after', row: '1' }, inTheLog)).toBeNull();
    }
    await expect(seal(id)).rejects.toMatchObject({ kind: 'gone' });
    expect((await keyRows(id)).every(({ gone }) => gone)).toBe(true);
  });

  it('who has nothing sealed can be erased too', async () => {
    const id = await person();
    await database.transaction((tx) => keys.destroy(tx, id));
    await expect(seal(id)).rejects.toMatchObject({ kind: 'gone' });
  });

  it('erasing waits for whoever is sealing something, and nothing sealed outlives it', async () => {
    const id = await person();
    let destroyed = false;
    const sealed = await seal(id);
    const slow = database.transaction(async (tx) => {
      await keys.encrypt(tx, id, PLACE, TEXT);
      await new Promise((done) => { setTimeout(done, 150); });
      expect(destroyed).toBe(false);
    });
    await new Promise((done) => { setTimeout(done, 40); });
    await Promise.all([slow, database.transaction((tx) => keys.destroy(tx, id)).then(() => { destroyed = true; })]);
    expect(await keys.decrypt(id, PLACE, sealed)).toBeNull();
  });

  it('a value under a key that is not on file is an error, and no erasure', async () => {
    const id = await person();
    const sealed = await seal(id);
    await app.database.query('delete from person_key where detainee_id = $1', [id]);
    await expect(keys.decrypt(id, PLACE, sealed)).rejects.toThrow('not on file');
  });

  it('a blind index finds what is equal, by kind, and refuses a key that is not that of the database', async () => {
    const index = app.get(BlindIndex);
    const made = await index.of('a-number', '012345678');
    expect(made).toMatch(/^[0-9a-f]{12}:[\w-]{43}$/);
    expect(await index.under('a-number', '012345678')).toEqual([made]);
    expect(await index.under('other', '012345678')).not.toEqual([made]);

    const config = (env: Record<string, string>) => aTestConfig({ databaseUrl: app.database.url, redisUrl: app.redis.url }, env);
    const another = 'fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210';
    await expect(new BlindIndex(config({ VIGIL_INDEX_KEYS: another }), database).of('a-number', '1')).rejects.toThrow('VIGIL_INDEX_KEYS');
    const both = new BlindIndex(config({ VIGIL_INDEX_KEYS: `${TEST_KEYS.VIGIL_INDEX_KEYS},${another}` }), database);
    expect(await both.under('a-number', '012345678')).toEqual([made, expect.stringMatching(/^[0-9a-f]{12}:/)]);
  });
});
