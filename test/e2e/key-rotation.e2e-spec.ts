import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OPERATOR_ID } from '../../src/common/actor.js';
import { BlindIndex } from '../../src/common/crypto/blind-index.js';
import { KeyRotation } from '../../src/common/crypto/key-rotation.service.js';
import { masterKeysFromFile } from '../../src/common/crypto/local-master-key.js';
import { MasterKey } from '../../src/common/crypto/master-key.js';
import { PersonKeys } from '../../src/common/crypto/person-keys.js';
import type { Database } from '../../src/common/database.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact } from '../support/factories.js';
import { TEST_KEYS } from '../support/keys.js';

const CLI = resolve('dist/src/cli.js');
/** More than one batch, so that a command can be met half way. */
const PEOPLE = 230;

let app: TestApp;
let attorney: SignedIn;
let owner: Database;
let keys: PersonKeys;
let folder: string;
let file: string;
const running = new Set<ChildProcess>();
let open: { stop(): Promise<unknown> } | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigil-keys-'));
  file = join(folder, 'master.keys');
  await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  app = await testApp({ env: { VIGIL_MASTER_KEYS: '', VIGIL_MASTER_KEYS_FILE: file } });
  attorney = await app.signedIn('attorney');
  owner = app.asOwner();
  keys = new PersonKeys(owner, app.get(MasterKey));
  await fill();
}, 180_000);
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await app.close();
  await rm(folder, { recursive: true });
});

afterEach(async () => {
  await open?.stop();
  open = null;
});

/** People about whom one note is on file each. */
async function fill(): Promise<void> {
  const people = Array.from({ length: PEOPLE }, () => ({ id: randomUUID(), event: randomUUID() }));
  await owner.transaction(async (tx) => {
    await tx.query('insert into detainee (id, created_by) select *, $2 from unnest($1::uuid[])', [people.map(({ id }) => id), OPERATOR_ID]);
    const sealed = await keys.encryptAll(tx, people.map(({ id, event }) =>
      ({ personId: id, place: { table: 'case_event', column: 'note', row: `${event}/1` }, text: `note of ${id}` })));
    await tx.query(
      `insert into case_event (id, detainee_id, source_kind, recorded_by, kind, on_day, note)
       select event, person, 'person', $4, 'hearing', '2026-01-05', note from unnest($1::uuid[], $2::uuid[], $3::text[]) as t (event, person, note)`,
      [people.map(({ event }) => event), people.map(({ id }) => id), sealed, OPERATOR_ID]);
  });
}

/** Every note on file opens and says what it said. */
async function everythingOpens(): Promise<void> {
  const rows = await app.database.query<{ person: string; row: string; note: string }>(
    `select detainee_id as person, id || '/' || version as row, note from case_event where note is not null and on_day = '2026-01-05'`);
  expect(rows).toHaveLength(PEOPLE);
  const texts = await keys.decryptAll(rows.map(({ person, row, note }) => ({ personId: person, place: { table: 'case_event', column: 'note', row }, sealed: note })));
  expect(texts).toEqual(rows.map(({ person }) => `note of ${person}`));
}

function start(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args, '--json'], { env: {
    PATH: process.env.PATH, NODE_ENV: 'test', JWT_SECRET: randomBytes(32).toString('hex'), DATABASE_URL: app.database.url,
    REDIS_URL: app.redis.url, VIGIL_REDIS_PREFIX: app.redis.prefix, VIGIL_MASTER_KEYS_FILE: file, VIGIL_INDEX_KEYS: TEST_KEYS.VIGIL_INDEX_KEYS,
  } });
  running.add(child);
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]).then(([out, err, [code]]) => {
    running.delete(child);
    return { out, err, code: code as number | null };
  });
  return { child, ended };
}

async function done<T>(...args: string[]): Promise<T> {
  const { out, err, code } = await start(...args).ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as T;
}

/** Runs the command into a row that somebody else holds, kills it there, and lets the row go. */
async function killedHalfWay(args: readonly string[], hold: string, halfWay: () => Promise<boolean>): Promise<void> {
  const holder = new pg.Client({ connectionString: app.database.url });
  await holder.connect();
  await holder.query('begin');
  await holder.query(hold);
  const { child, ended } = start(...args);
  for (let tries = 0; !(await halfWay()); tries++) {
    if (tries > 2_000) throw new Error('the command did not come half way');
    await sleep(25);
  }
  child.kill('SIGKILL');
  expect((await ended).code).toBeNull();
  await holder.query('rollback');
  await holder.end();
}

const count = async (sql: string, params: unknown[] = []): Promise<number> =>
  (await app.database.query<{ count: number }>(`select count(*)::int as count from ${sql}`, params))[0].count;

/** Between two corrections of one person: an office is never still, and leaves the machine to others. */
const PAUSE_MS = 20;

/** The office at work: reads and corrects until told to stop; every answer that was no success. */
function theOffice(): { stop(): Promise<{ refused: string[]; answers: number }> } {
  let stopped = false;
  const refused: string[] = [];
  let answers = 0;
  const note = (answer: { statusCode: number; body: string }): void => {
    answers += 1;
    if (answer.statusCode >= 300) refused.push(`${answer.statusCode} ${answer.body}`);
  };
  const work = async (): Promise<void> => {
    const person = await aDetainee(app, attorney);
    const event = await aFact(app, attorney, person.id, 'events', { kind: 'hearing', on: '2026-02-02', note: 'first' });
    for (let version = 1; !stopped; version++) {
      note(await app.get(`/v1/detainees/${person.id}/history`, { as: attorney }));
      note(await app.patch(`/v1/detainees/${person.id}/events/${event.id}`, {
        as: attorney, body: { note: `version ${version}`, reason: `for the ${version}th time` }, headers: { 'if-match': `"${version}"` } }));
      const read = await app.get(`/v1/detainees/${person.id}/events/${event.id}`, { as: attorney });
      note(read);
      if (read.json().note !== `version ${version}`) refused.push(`read ${read.body}`);
      await sleep(PAUSE_MS);
    }
  };
  const all = Promise.all([work(), work()]);
  const office = { stop: async () => { stopped = true; await all; return { refused, answers }; } };
  open = office;
  return office;
}

describe('a new master key', () => {
  it('locks every data key while the office works, also if the command is killed with -9 on its way', async () => {
    const office = theOffice();
    const last = 'select from person_key where detainee_id = (select detainee_id from person_key order by detainee_id desc limit 1) for update';
    const formerId = await masterKeysFromFile(file).currentId();
    await killedHalfWay(['rotate-master-key', '--new'], last, async () => await count('person_key where master_key_id <> $1', [formerId]) >= 200);
    const left = await count('person_key where master_key_id = $1', [formerId]);
    expect(left).toBeGreaterThan(0);
    await everythingOpens();

    const { rewrapped, inUse } = await done<{ rewrapped: number; inUse: { keys: number; current: boolean }[] }>('rotate-master-key');
    expect(rewrapped).toBe(left);
    expect(inUse).toMatchObject([{ current: true }]);
    const { refused, answers } = await office.stop();
    expect(refused).toEqual([]);
    expect(answers).toBeGreaterThan(20);
  }, 180_000);

  it('makes the former one superfluous: without it everything still opens, and without the new one nothing does', async () => {
    const [current, former] = (await readFile(file, 'utf8')).trim().split('\n');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(file, `${current}\n`);
    keys = new PersonKeys(owner, masterKeysFromFile(file));
    await everythingOpens();
    const old = join(folder, 'old.keys');
    await writeFile(old, `${former}\n`);
    keys = new PersonKeys(owner, masterKeysFromFile(old));
    await expect(everythingOpens()).rejects.toThrow(/which this process does not have/);
    keys = new PersonKeys(owner, masterKeysFromFile(file));
  });
});

describe('new data keys', () => {
  it('seal everything anew while the office works; a run killed with -9 goes on where it was, and nobody gets two', async () => {
    const office = theOffice();
    const [{ id: held }] = await app.database.query<{ id: string }>(
      `select detainee_id as id from person_key where purpose = 'record' order by created_at, detainee_id offset 40 limit 1`);
    await killedHalfWay(['rotate-data-keys', '--no-wait'], `select from detainee where id = '${held}' for update`,
      async () => await count(`person_key where purpose = 'record' and version = 2`) > 0
        && await count('pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()') > 0);
    const renewed = await count(`person_key where purpose = 'record' and version = 2`);
    expect(renewed).toBeGreaterThan(0);
    expect(renewed).toBeLessThan(PEOPLE);
    await everythingOpens();

    await done('rotate-data-keys', '--no-wait');
    const { refused } = await office.stop();
    expect(refused).toEqual([]);
    expect(await count(`person_key where purpose = 'record' and version > 2`)).toBe(0);
    expect(await count(`case_event where note like 'sealed:1:record:1:%' and on_day = '2026-01-05'`)).toBe(0);
    expect(await count('key_rotation where finished_at is null')).toBe(0);
    await everythingOpens();
  }, 180_000);

  it('take the place of the former ones, which are destroyed when nobody can be reading with them', async () => {
    const rotation = new KeyRotation(owner, masterKeysFromFile(file), keys, app.get(BlindIndex));
    const waiting = await count('person_key where superseded_at is not null and wrapped is not null');
    expect(await rotation.retire(3_600_000)).toEqual({ destroyed: 0, waiting });
    expect(await rotation.retire(0)).toEqual({ destroyed: waiting, waiting: 0 });
    await everythingOpens();
  }, 180_000);

  it('leave alone what is written once and for good: reasons, which are sealed as the log is', async () => {
    const rotation = new KeyRotation(owner, masterKeysFromFile(file), keys, app.get(BlindIndex));
    const person = await aDetainee(app, attorney);
    const hold = (await app.post('/v1/holds', { as: attorney, body: { detaineeId: person.id, reason: 'A lawsuit.' } })).json();
    const reason = () => app.database.query('select reason from legal_hold where id = $1', [hold.id]);
    const before = await reason();
    await rotation.renewDataKeys();
    await rotation.retire(0);
    expect(await reason()).toEqual(before);
    expect((await app.get(`/v1/holds/${hold.id}`, { as: attorney })).json().reason).toBe('A lawsuit.');
  }, 180_000);

  it('keep what was sealed under the former key while the change ran, and not what was erased', async () => {
    const rotation = new KeyRotation(owner, masterKeysFromFile(file), keys, app.get(BlindIndex));
    const person = await aDetainee(app, attorney);
    const event = await aFact(app, attorney, person.id, 'events', { kind: 'hearing', on: '2026-02-03', note: 'late' });
    const [{ note }] = await app.database.query<{ note: string }>('select note from case_event where id = $1', [event.id]);
    await rotation.renewDataKeys();
    // As a sweep does it that copies a sealed value of its own snapshot.
    await app.database.query('update case_event set note = $2 where id = $1', [event.id, note]);
    await rotation.retire(0);
    expect((await app.get(`/v1/detainees/${person.id}/events/${event.id}`, { as: attorney })).json().note).toBe('late');
    await owner.transaction((tx) => keys.destroy(tx, person.id));
    await rotation.renewDataKeys();
    expect(await count('person_key where detainee_id = $1 and wrapped is not null', [person.id])).toBe(0);
  }, 180_000);
});

describe('a new index key', () => {
  it('finds the same people, first beside the former one and then without it', async () => {
    const person = await aDetainee(app, attorney, { identifiers: [{ kind: 'a-number', value: 'A123456789' }] });
    const next = randomBytes(32).toString('hex');
    const withKeys = (indexKeys: string) => new BlindIndex({ indexKeys } as never, owner);
    const found = async (index: BlindIndex) =>
      (await app.database.query<{ id: string }>('select detainee_id as id from detainee_identifier where lookup = any($1::text[])', [await index.under('a-number', '123456789')])).map(({ id }) => id);
    const both = withKeys(`${next},${TEST_KEYS.VIGIL_INDEX_KEYS}`);
    expect(await found(both)).toEqual([person.id]);
    await expect(found(withKeys(next))).rejects.toThrow('VIGIL_INDEX_KEYS');
    const numbers = await count('detainee_identifier where lookup is not null');
    const rotation = new KeyRotation(owner, masterKeysFromFile(file), keys, both);
    expect(await rotation.reindex()).toBe(numbers);
    expect(await rotation.reindex()).toBe(0);
    expect(await found(withKeys(next))).toEqual([person.id]);
  });
});

describe('what was on file before there were keys', () => {
  it('is sealed by vigil migrate, once, and the database then refuses plain text for good', async () => {
    const id = randomUUID();
    await app.database.query('alter table case_event drop constraint case_event_note_sealed');
    await app.database.query('alter table detainee_identifier drop constraint detainee_identifier_sealed');
    await app.database.query('insert into detainee (id, created_by) values ($1, $2)', [id, OPERATOR_ID]);
    await app.database.query(`insert into case_event (detainee_id, source_kind, recorded_by, kind, on_day, note) values ($1, 'person', $2, 'hearing', '2026-03-03', 'of old')`, [id, OPERATOR_ID]);
    await app.database.query(`insert into detainee_identifier (detainee_id, source_kind, recorded_by, kind, value) values ($1, 'person', $2, 'a-number', '222333444')`, [id, OPERATOR_ID]);
    await app.database.query(`alter table case_event add constraint case_event_note_sealed check (note like 'sealed:1:%') not valid`);
    await app.database.query(`alter table detainee_identifier add constraint detainee_identifier_sealed check (case when kind = 'ice-anonymized-id'
      then lookup is null else value like 'sealed:1:%' and lookup is not null end) not valid`);

    await app.database.query(`alter table wall drop constraint wall_reason_sealed`);
    const [wall] = await app.database.query<{ id: string }>(`insert into wall (detainee_id, user_id, reason, put_up_by) values ($1, $2, 'a reason of old', $3) returning id`, [id, OPERATOR_ID, OPERATOR_ID]);
    await app.database.query(`alter table wall add constraint wall_reason_sealed check (reason like 'sealed:1:%') not valid`);

    // The test before left another index key in use than the one that the command and the app have.
    await app.database.query('delete from blind_index_key');
    expect(await done('migrate')).toMatchObject({ sealed: 3 });
    expect(await done('migrate')).toMatchObject({ sealed: 0, ran: [] });
    const [event] = (await app.get(`/v1/detainees/${id}/events`, { as: attorney })).json<{ items: { note: string }[] }>().items;
    expect(event.note).toBe('of old');
    const admin = await app.signedIn('admin');
    expect((await app.get(`/v1/walls/${wall.id}`, { as: admin })).json().reason).toBe('a reason of old');
    expect(await count(`wall where id = $1 and reason like 'sealed:1:log:1:%'`, [wall.id])).toBe(1);
    const found = (await app.post('/v1/detainees/search', { as: attorney, body: { identifier: 'A222333444' } })).json<{ items: { id: string }[] }>();
    expect(found.items.map((each) => each.id)).toEqual([id]);
    expect(await count(`pg_constraint where contype = 'c' and not convalidated and conname like '%\\_sealed' and conrelid <> 'audit_entry'::regclass`)).toBe(0);
  }, 180_000);
});
