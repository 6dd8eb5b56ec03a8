import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { AuditExport } from '../../src/audit/audit-export.service.js';
import { AuditKey, keyring } from '../../src/audit/audit-key.js';
import { AuditVerification } from '../../src/audit/audit-verification.service.js';
import { verifyExport } from '../../src/audit/export-file.js';
import { AuditSealer } from '../../src/audit/sealer.service.js';
import { operator, OPERATOR_ID } from '../../src/common/actor.js';
import { FixedClock } from '../../src/common/clock.js';
import { dataSourceOptions, migrate, MIGRATIONS } from '../../src/common/data-source.js';
import { Database } from '../../src/common/database.js';
import { aTestConfig } from '../support/app.js';
import { auditOf } from '../support/audit.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

const SEALED_AT = '2026-11-24T12:00:00.000Z';
const CLOCK = new FixedClock(SEALED_AT, 'America/Detroit');
const PERSON = '0a0a0a0a-0000-4000-8000-000000000001';
/** The last migration before the one that seals the log. */
const BEFORE_SEALS = MIGRATIONS.slice(0, MIGRATIONS.findIndex(({ name }) => name.startsWith('Log')));

/** An office that wrote three entries while there were no seals; and the same brought to this version. */
let former: TestDatabase;
let migrated: TestDatabase;
let testing: TestDatabase;
let source: DataSource;
let database: Database;
let key: AuditKey;

beforeAll(async () => {
  former = await testDatabase({ empty: true });
  const schema = await new DataSource({ ...dataSourceOptions({ databaseUrl: former.url, databasePoolSize: 4 }), migrations: BEFORE_SEALS }).initialize();
  await schema.runMigrations();
  await schema.destroy();
  await former.query('insert into detainee (id, created_by) values ($1, $2)', [PERSON, OPERATOR_ID]);
  for (const [day, name] of [['2026-03-02', 'Nahrin'], ['2026-03-03', 'Tavi'], ['2026-03-04', 'Ashur']]) {
    await former.query(`insert into audit_entry (at, actor_id, action, subject, detainee_id, after) values ($1, $2, 'detainee.created', 'detainee', $3, jsonb_build_object('name', $4::text))`,
      [`${day}T09:00:00Z`, OPERATOR_ID, PERSON, name]);
  }
  await former.close();
  migrated = await testDatabase({ like: former });
  await migrate({ databaseUrl: migrated.url });
  await migrated.close();
}, 60_000);

async function open(like: TestDatabase): Promise<void> {
  testing = await testDatabase({ like });
  source = await new DataSource(dataSourceOptions({ databaseUrl: testing.url, databasePoolSize: 4 })).initialize();
  database = new Database(source);
  key = new AuditKey(aTestConfig({ databaseUrl: testing.url, redisUrl: 'redis://127.0.0.1:1' }));
}
afterEach(async () => {
  await source.destroy();
  await testing.close();
});

const seal = () => new AuditSealer(database, key, CLOCK).seal();
const keys = () => keyring([key.publicKey]);
const verify = () => new AuditVerification(database).verify(keys(), null);
/** As the owner of the database does it, who first takes away what stands in the way. */
const tamper = (sql: string) => testing.query(`alter table audit_entry disable trigger user, drop constraint audit_entry_sealed; alter table audit_seal disable trigger user; ${sql}`);

it('entries from before there were seals wait for the first sealer, come first and in their order, and are vouched for from then on', async () => {
  await open(former);
  expect(await migrate({ databaseUrl: testing.url })).toContain('Log1795478400004');
  expect(await verify()).toMatchObject({ entries: 0, since: null, waiting: 3, trouble: null });
  await database.transaction((tx) => auditOf(database).record(tx, operator(null), { action: 'test.later', subject: 'test' }));
  await seal();
  expect(await verify()).toMatchObject({ entries: 4, since: SEALED_AT, waiting: 0, trouble: null });
  const order = await testing.query(`select s.seq::int as seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD') as day from audit_seal s join audit_entry e on e.id = s.entry_id order by s.seq limit 3`);
  expect(order).toEqual([{ seq: 1, day: '2026-03-02' }, { seq: 2, day: '2026-03-03' }, { seq: 3, day: '2026-03-04' }]);
});

it.each([
  ['altered', `update audit_entry set after = '{"name":"Nobody"}' where after->>'name' = 'Tavi'`, { what: 'altered', seq: 2 }],
  ['given another day', `update audit_entry set at = '2026-03-05' where after->>'name' = 'Tavi'`, { what: 'altered', seq: 2 }],
  ['removed', `delete from audit_entry where after->>'name' = 'Tavi'`, { what: 'removed', seq: 2 }],
])('one of them that is %s once it is sealed is named', async (_what, sql, found) => {
  await open(migrated);
  await seal();
  await tamper(sql);
  expect((await verify()).trouble).toMatchObject(found);
});

it('one that waits for its seal and is removed with nobody looking is missed from the queue', async () => {
  await open(migrated);
  await tamper(`delete from audit_entry where after->>'name' = 'Tavi'`);
  expect((await verify()).trouble).toMatchObject({ what: 'removed' });
});

it('what was changed before the first seal is not seen, and the answer says since when it would be', async () => {
  await open(former);
  await testing.query(`alter table audit_entry disable trigger user; update audit_entry set after = '{"name":"Nobody"}' where after->>'name' = 'Tavi'; alter table audit_entry enable trigger user`);
  await migrate({ databaseUrl: testing.url });
  await seal();
  expect(await verify()).toMatchObject({ entries: 3, since: SEALED_AT, trouble: null });
});

it('an export gives them as they stand, with the day on which they were written and that on which they were sealed', async () => {
  await open(migrated);
  const folder = await mkdtemp(join(tmpdir(), 'vigil-audit-'));
  const file = join(folder, 'log.jsonl');
  await new AuditExport(database, auditOf(database), new AuditSealer(database, key, CLOCK), key, CLOCK).toFile(operator(null), file);
  expect(await verifyExport(file, keys(), null)).toMatchObject({ entries: 4, since: SEALED_AT, trouble: null });
  const [first] = (await readFile(file, 'utf8')).split('\n');
  const { entry, sealedAt } = JSON.parse(first) as { entry: string; sealedAt: string };
  expect([JSON.parse(entry), sealedAt]).toEqual([expect.objectContaining({ at: '2026-03-02T09:00:00.000000Z', after: { name: 'Nahrin' } }), SEALED_AT]);
  await rm(folder, { recursive: true });
});
