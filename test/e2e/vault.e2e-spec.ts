import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRotation } from '../../src/common/crypto/key-rotation.service.js';
import { MasterKey } from '../../src/common/crypto/master-key.js';
import { masterKeyOf } from '../../src/common/crypto/master-key-of.js';
import { BlindIndex } from '../../src/common/crypto/blind-index.js';
import { PersonKeys } from '../../src/common/crypto/person-keys.js';
import type { Database } from '../../src/common/database.js';
import { Outbound } from '../../src/common/outbound/outbound.js';
import { aTestConfig, type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact } from '../support/factories.js';
import { TEST_KEYS } from '../support/keys.js';
import { TransitServer } from '../support/transit.js';

const NOTE = 'beaten in Nineveh';
const DECRYPT = 'POST /v1/transit/decrypt/vigil';

let transit: TransitServer;
let folder: string;
let vault: Record<string, string>;
let app: TestApp;
let attorney: SignedIn;
let owner: Database;

beforeAll(async () => {
  transit = await TransitServer.listen();
  transit.makeKey('vigil');
  transit.tokens.add('hvs.a-token');
  folder = await mkdtemp(join(tmpdir(), 'vigil-vault-'));
  await writeFile(join(folder, 'token'), 'hvs.a-token\n', { mode: 0o600 });
  vault = { VIGIL_VAULT_URL: transit.url, VIGIL_VAULT_KEY: 'vigil', VIGIL_VAULT_TOKEN_FILE: join(folder, 'token') };
  app = await testApp({ env: { VIGIL_MASTER_KEYS: '', ...vault } });
  attorney = await app.signedIn('attorney');
  owner = app.asOwner();
});
afterAll(async () => {
  await app.close();
  await transit.close();
  await rm(folder, { recursive: true });
});

async function somebody(): Promise<{ id: string; note: () => Promise<unknown> }> {
  const { id } = await aDetainee(app, attorney);
  const event = await aFact(app, attorney, id, 'events', { kind: 'hearing', on: '2026-02-02', note: NOTE });
  return { id, note: async () => (await app.get(`/v1/detainees/${id}/events/${event.id}`, { as: attorney })).json().note };
}

const lockedBy = async (id?: string): Promise<string[]> => (await app.database.query<{ by: string }>(
  'select distinct master_key_id as by from person_key where wrapped is not null and ($1::uuid is null or detainee_id = $1) order by 1', [id ?? null])).map(({ by }) => by);

/** As another process has it that was started with these settings, and remembers nothing. */
function elsewhere(env: Record<string, string>): { master: MasterKey; keys: PersonKeys; rotation: KeyRotation } {
  const config = aTestConfig({ databaseUrl: app.database.url, redisUrl: app.redis.url }, env);
  const master = masterKeyOf(config, app.get(Outbound));
  const keys = new PersonKeys(owner, master);
  return { master, keys, rotation: new KeyRotation(owner, master, keys, app.get(BlindIndex)) };
}

async function noteOf(keys: PersonKeys, id: string): Promise<string | null> {
  const [row] = await app.database.query<{ place: string; note: string }>(`select id || '/' || version as place, note from case_event where detainee_id = $1`, [id]);
  return keys.decrypt(id, { table: 'case_event', column: 'note', row: row.place }, row.note);
}

describe('an office whose master key Vault keeps', () => {
  it('seals and reads, and nothing but locked keys is in the database', async () => {
    const { id, note } = await somebody();
    expect(await note()).toBe(NOTE);
    expect(await lockedBy(id)).toEqual(['vault/transit/vigil/v1']);
    const rows = await app.database.query<{ wrapped: Buffer }>('select wrapped from person_key where detainee_id = $1', [id]);
    for (const { wrapped } of rows) expect(wrapped.toString()).toMatch(/^vault:v1:/);
  });

  it('asks once for all the keys of a list, and for none that it has opened before', async () => {
    const people = await Promise.all([somebody(), somebody(), somebody(), somebody()]);
    const { keys } = elsewhere({ VIGIL_MASTER_KEYS: '', ...vault });
    const rows = await app.database.query<{ person: string; place: string; note: string }>(
      `select detainee_id as person, id || '/' || version as place, note from case_event where detainee_id = any($1)`, [people.map(({ id }) => id)]);
    const values = rows.map(({ person, place, note }) => ({ personId: person, place: { table: 'case_event', column: 'note', row: place }, sealed: note }));
    transit.asked.length = 0;
    expect(await keys.decryptAll(values)).toEqual(Array(4).fill(NOTE));
    expect(transit.asked).toEqual([DECRYPT]);
    await keys.decryptAll(values);
    expect(transit.asked).toEqual([DECRYPT]);
  });

  it('locks every data key anew once the key was rotated there, and then needs no former version', async () => {
    const { id, note } = await somebody();
    transit.rotate('vigil');
    const { rotation, keys } = elsewhere({ VIGIL_MASTER_KEYS: '', ...vault });
    const before = await app.database.query<{ count: number }>('select count(*)::int as count from person_key where wrapped is not null');
    expect(await rotation.rewrap()).toBe(before[0].count);
    expect(await rotation.rewrap()).toBe(0);
    expect(await rotation.masterKeysInUse()).toEqual([{ masterKeyId: 'vault/transit/vigil/v2', keys: before[0].count, current: true }]);
    transit.requireVersion('vigil', 2);
    expect([await noteOf(keys, id), await note()]).toEqual([NOTE, NOTE]);
  });

  it('is told when Vault is sealed: nothing is kept of what could not be sealed, and all is well once it is open', async () => {
    const { id } = await aDetainee(app, attorney);
    const body = { source: { kind: 'person', text: 'a call' }, names: [{ kind: 'primary', fullName: 'Tavi Marogi' }] };
    const people = () => app.database.query<{ count: number }>('select count(*)::int as count from detainee').then(([row]) => row.count);
    const before = await people();
    transit.sealed = true;
    const refused = await app.post('/v1/detainees', { as: attorney, body });
    expect([refused.statusCode, refused.json()]).toMatchObject([503, { type: 'urn:vigil:problem:unavailable' }]);
    expect(refused.body).not.toMatch(/vault|sealed|127\.0\.0\.1/i);
    expect(await people()).toBe(before);
    const ready = (await app.get('/health/ready')).json();
    expect(ready).toMatchObject({ status: 'degraded', components: { keys: 'down' } });
    // What was opened before is remembered in this process.
    expect((await app.get(`/v1/detainees/${id}`, { as: attorney })).statusCode).toBe(200);

    transit.sealed = false;
    expect((await app.get('/health/ready')).json()).toMatchObject({ status: 'ready', components: { keys: 'up' } });
    expect((await app.post('/v1/detainees', { as: attorney, body })).statusCode).toBe(201);
  });

  it('erases as any other does: the locked key is gone, and Vault has nothing of it', async () => {
    const admin = await app.signedIn('admin');
    const { id } = await somebody();
    const { keys } = elsewhere({ VIGIL_MASTER_KEYS: '', ...vault });
    const [{ note }] = await app.database.query<{ note: string }>('select note from case_event where detainee_id = $1', [id]);
    const { version } = (await app.get(`/v1/detainees/${id}`, { as: admin })).json();
    expect((await app.post(`/v1/detainees/${id}/erasure`, { as: admin, body: { reason: 'client-request' }, headers: { 'if-match': `"${version}"` } })).statusCode).toBe(200);
    expect(await keys.decrypt(id, { table: 'case_event', column: 'note', row: 'x' }, note)).toBeNull();
  });
});

describe('moving', () => {
  it('to keys of the office and back to Vault, each by one run, while everything stays readable', async () => {
    const { id } = await somebody();
    const own = { VIGIL_MASTER_KEYS: TEST_KEYS.VIGIL_MASTER_KEYS };
    const away = elsewhere({ ...own, ...vault, VIGIL_LOCK_WITH: 'keys' });
    expect(await noteOf(away.keys, id)).toBe(NOTE);
    expect(await away.rotation.rewrap()).toBeGreaterThan(0);
    expect(await lockedBy()).toEqual([await away.master.currentId()]);
    expect(await noteOf(elsewhere(own).keys, id)).toBe(NOTE);

    const back = elsewhere({ ...own, ...vault });
    expect(await back.rotation.rewrap()).toBeGreaterThan(0);
    expect(await lockedBy()).toEqual(['vault/transit/vigil/v2']);
    expect(await noteOf(elsewhere({ VIGIL_MASTER_KEYS: '', ...vault }).keys, id)).toBe(NOTE);
    await expect(noteOf(elsewhere(own).keys, id)).rejects.toThrow('which this process does not have');
  });
});
