import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditExport } from '../../src/audit/audit-export.service.js';
import { AuditKey, keyring } from '../../src/audit/audit-key.js';
import { AuditVerification } from '../../src/audit/audit-verification.service.js';
import type { AuditService } from '../../src/audit/audit.service.js';
import { verifyExport } from '../../src/audit/export-file.js';
import { AuditSealer } from '../../src/audit/sealer.service.js';
import { operator } from '../../src/common/actor.js';
import { SystemClock } from '../../src/common/clock.js';
import { derivedUrl } from '../../src/common/database-accounts.js';
import { dataSourceOptions } from '../../src/common/data-source.js';
import { Database } from '../../src/common/database.js';
import { aTestConfig } from '../support/app.js';
import { auditOf } from '../support/audit.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

Logger.overrideLogger(false); // a connection that is cut is part of these tests

const CLOCK = new SystemClock('America/Detroit');

let testing: TestDatabase;
let sources: DataSource[];
let owner: Database;
let worker: Database;
let audit: AuditService;
let key: AuditKey;
let folder: string;

beforeEach(async () => {
  testing = await testDatabase();
  sources = [];
  owner = await connected(testing.url);
  worker = await connected(derivedUrl(testing.url, 'worker')!);
  audit = auditOf(owner);
  key = new AuditKey(aTestConfig({ databaseUrl: testing.url, redisUrl: 'redis://127.0.0.1:1' }));
  folder = await mkdtemp(join(tmpdir(), 'vigil-audit-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  for (const source of sources) await source.destroy();
  await testing.close();
});

async function connected(databaseUrl: string): Promise<Database> {
  const source = await new DataSource(dataSourceOptions({ databaseUrl, databasePoolSize: 20 })).initialize();
  sources.push(source);
  return new Database(source);
}

const sealer = (): AuditSealer => new AuditSealer(worker, key, CLOCK);
const keys = () => keyring([key.publicKey]);
const verify = (checkpoint = null as Parameters<AuditVerification['verify']>[1]) => new AuditVerification(owner).verify(keys(), checkpoint);
const exporter = () => new AuditExport(owner, audit, new AuditSealer(owner, key, CLOCK), key, CLOCK);
const append = (from: Database, action: string, before?: () => Promise<unknown>) => from.transaction(async (tx) => {
  await audit.record(tx, operator(null), { action, subject: 'test', after: { n: 1, at: action } });
  await before?.();
});
async function sealed(count: number): Promise<void> {
  for (let n = 1; n <= count; n++) await append(owner, `test.${n}`);
  await sealer().seal();
}
/** What an owner of the database does who first takes away all that stands in the way. */
async function asTamperer(...statements: string[]): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.query(`alter table audit_entry disable trigger user; alter table audit_seal disable trigger user, drop constraint audit_seal_entry_id_key, drop constraint audit_seal_seq_check`);
    for (const statement of statements) await tx.query(statement);
  });
}

describe('sealing', () => {
  it('with sixteen writers who commit late or not at all, and two sealers: every entry once, in order, without a gap', async () => {
    const committed: string[] = [];
    let writing = true;
    const writers = Array.from({ length: 16 }, async (_none, writer) => {
      for (let n = 0; n < 25; n++) {
        const action = `test.${writer}-${n}`;
        const kept = (writer + n) % 7 !== 0;
        await append(owner, action, async () => {
          await sleep((writer * 7 + n * 13) % 40);
          if (!kept) throw new Error('changed their mind');
        }).then(() => committed.push(action), () => undefined);
      }
    });
    const sealers = [0, 1].map(async () => {
      while (writing) await sealer().seal();
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(sealers);
    await sealer().seal();

    expect(await verify()).toMatchObject({ entries: committed.length, waiting: 0, trouble: null });
    const rows = await testing.query<{ seq: string; action: string }>('select s.seq, e.action from audit_seal s join audit_entry e on e.id = s.entry_id order by s.seq');
    expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_row, at) => at + 1));
    expect(rows.map(({ action }) => action).sort()).toEqual([...committed].sort());
  });

  it('an entry that commits after a later one was sealed comes next, and is not passed over', async () => {
    let commit = (): void => undefined;
    const late = append(owner, 'test.late', () => new Promise<void>((resolve) => { commit = resolve; }));
    while ((await testing.query(`select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`)).length === 0) await sleep(5);
    await append(owner, 'test.early');
    await sealer().seal();
    commit();
    await late;
    await sealer().seal();
    const rows = await testing.query('select e.action from audit_seal s join audit_entry e on e.id = s.entry_id order by s.seq');
    expect(rows).toEqual([{ action: 'test.early' }, { action: 'test.late' }]);
    expect(await verify()).toMatchObject({ entries: 2, trouble: null });
  });

  it('a sealer that is killed in the middle leaves nothing half, and the next goes on', async () => {
    for (let n = 1; n <= 40; n++) await append(owner, `test.${n}`);
    await testing.query(`create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.2); return new; end $$;
      create trigger dawdle before insert on audit_seal for each row execute function dawdle()`);
    const killed = new AuditSealer(owner, key, CLOCK).seal().catch((error: Error) => error);
    const sealing = `select pid from pg_stat_activity where datname = current_database() and query like '%insert into audit_seal%' and state = 'active' and pid <> pg_backend_pid()`;
    while ((await testing.query(sealing)).length === 0) await sleep(5);
    await testing.query(`select pg_terminate_backend(pid) from (${sealing}) p`);
    expect(await killed).toBeInstanceOf(Error);
    expect(await testing.query('select from audit_seal')).toEqual([]);
    expect(await verify()).toMatchObject({ entries: 0, waiting: 40, trouble: null });

    await testing.query('drop trigger dawdle on audit_seal');
    await sealer().seal();
    expect(await verify()).toMatchObject({ entries: 40, waiting: 0, trouble: null });
  });

  it('is not done without the key', async () => {
    await append(owner, 'test.1');
    const without = new AuditKey(aTestConfig({ databaseUrl: testing.url, redisUrl: 'redis://127.0.0.1:1' }, { VIGIL_AUDIT_KEY: '' }));
    await expect(new AuditSealer(worker, without, CLOCK).seal()).rejects.toThrow('VIGIL_AUDIT_KEY');
  });
});

describe('the accounts of the API and the worker', () => {
  it.each(['api', 'worker'] as const)('%s: change nothing in the log, its seals or its queue', async (account) => {
    await sealed(2);
    await append(owner, 'test.waiting');
    const database = await connected(derivedUrl(testing.url, account)!);
    const attempts = [
      `update audit_entry set action = 'other'`, 'delete from audit_entry', 'truncate audit_entry cascade', 'alter table audit_entry disable trigger all',
      `update audit_seal set key_id = 'other'`, 'delete from audit_seal', 'truncate audit_seal', `update audit_unsealed set since = now()`, 'truncate audit_unsealed',
      'drop table audit_unsealed', ...(account === 'api' ? ['delete from audit_unsealed',
        `insert into audit_seal (seq, entry_id, hash, sealed_at, key_id, signature) select 3, max(id), '', now(), '', '' from audit_entry`] : []),
    ];
    for (const attempt of attempts) await expect(database.query(attempt)).rejects.toThrow(/permission denied|must be owner/);
    expect(await verify()).toMatchObject({ entries: 2, waiting: 1, trouble: null });
  });

  it('even the owner must first take the triggers away', async () => {
    await sealed(1);
    for (const statement of ['update audit_seal set seq = 2', 'delete from audit_seal', 'truncate audit_seal', 'delete from audit_entry']) {
      await expect(testing.query(statement)).rejects.toThrow('append-only');
    }
  });
});

describe('what the owner of the database did to the log is found, and the first entry is named', () => {
  const entry = (seq: number) => `(select entry_id from audit_seal where seq = ${seq})`;
  it.each<[what: string, statements: string[], found: { what: string; seq: number | null }]>([
    ['what was done altered', [`update audit_entry set action = 'test.other' where id = ${entry(4)}`], { what: 'altered', seq: 4 }],
    ['who did it altered', [`update audit_entry set actor_id = null where id = ${entry(4)}`], { what: 'altered', seq: 4 }],
    ['when altered, by a microsecond', [`update audit_entry set at = at + interval '1 microsecond' where id = ${entry(4)}`], { what: 'altered', seq: 4 }],
    ['a number altered so that only its letters show it', [`update audit_entry set after = jsonb_set(after, '{n}', '1.0') where id = ${entry(4)}`], { what: 'altered', seq: 4 }],
    ['two altered: the first is named', [`update audit_entry set route = 'GET /' where id in (${entry(7)}, ${entry(5)})`], { what: 'altered', seq: 5 }],
    ['an entry removed', [`delete from audit_entry where id = ${entry(4)}`], { what: 'removed', seq: 4 }],
    ['an entry removed with its seal', [`delete from audit_entry where id = ${entry(4)}`, 'delete from audit_seal where seq = 4'], { what: 'removed', seq: 4 }],
    ['the first removed', [`delete from audit_entry where id = ${entry(1)}`, 'delete from audit_seal where seq = 1'], { what: 'removed', seq: 1 }],
    ['removed, and the rest numbered anew', [`delete from audit_entry where id = ${entry(4)}`, 'delete from audit_seal where seq = 4',
      'update audit_seal set seq = -seq where seq > 4', 'update audit_seal set seq = -seq - 1 where seq < 0'], { what: 'altered', seq: 4 }],
    ['two seals changed for one another', ['update audit_seal a set entry_id = b.entry_id from audit_seal b where (a.seq, b.seq) in ((3, 8), (8, 3))'], { what: 'altered', seq: 3 }],
    ['two entries changed for one another', [`update audit_entry a set action = b.action, after = b.after, at = b.at, ref = b.ref from audit_entry b
      where (a.id = ${entry(3)} and b.id = ${entry(8)}) or (a.id = ${entry(8)} and b.id = ${entry(3)})`], { what: 'altered', seq: 3 }],
    ['an entry put in past the queue', [`insert into audit_entry (action, subject) values ('test.other', 'test')`], { what: 'inserted', seq: null }],
    ['an entry removed before it was sealed', [`delete from audit_entry where action = 'test.waiting'`], { what: 'removed', seq: null }],
    ['a seal invented', [`insert into audit_seal select 11, u.entry_id, '\\x${'00'.repeat(32)}', now(), s.key_id, s.signature from audit_unsealed u, audit_seal s where s.seq = 10`,
      'delete from audit_unsealed'], { what: 'altered', seq: 11 }],
  ])('%s', async (_what, statements, found) => {
    await sealed(10);
    await append(owner, 'test.waiting');
    expect(await verify()).toMatchObject({ entries: 10, waiting: 1, trouble: null });
    await asTamperer(...statements);
    expect((await verify()).trouble).toMatchObject(found);
  });

  it('the last ones cut off, queue and all: by the checkpoint that was kept', async () => {
    await sealed(10);
    const { last } = await verify();
    await asTamperer('delete from audit_entry where id in (select entry_id from audit_seal where seq > 7)', 'delete from audit_seal where seq > 7');
    expect((await verify()).trouble).toBeNull();
    expect((await verify(last)).trouble).toMatchObject({ what: 'cut-off', seq: 8 });
  });
});

describe('an export', () => {
  const file = () => join(folder, 'log.jsonl');
  const lines = async () => (await readFile(file(), 'utf8')).trimEnd().split('\n');
  const verified = async (changed: readonly string[], checkpoint = null as Parameters<typeof verifyExport>[2]) => {
    const other = join(folder, `${randomUUID()}.jsonl`);
    await writeFile(other, `${changed.join('\n')}\n`);
    return verifyExport(other, keys(), checkpoint);
  };

  it('holds every entry to the letter, itself the last, and is checked with the public key alone', async () => {
    await sealed(5);
    const end = await exporter().toFile(operator(null), file());
    expect(end.seq).toBe(6);
    const texts = (await lines()).map((line) => JSON.parse(line) as { entry?: string; end?: object });
    expect(texts.map(({ entry }) => (entry === undefined ? 'end' : (JSON.parse(entry) as { action: string }).action)))
      .toEqual(['test.1', 'test.2', 'test.3', 'test.4', 'test.5', 'audit.exported', 'end']);
    expect(await verifyExport(file(), keys(), null)).toEqual({ entries: 6, since: expect.stringMatching(/^20\d\d-/) as string, last: end, trouble: null });
    await expect(exporter().toFile(operator(null), file())).rejects.toThrow('EEXIST');
  });

  it('of more entries than are read at once holds', async () => {
    await owner.transaction((tx) => audit.record(tx, operator(null), ...Array.from({ length: 4_500 }, (_none, n) => ({ action: `test.${n}`, subject: 'test' }))));
    expect((await exporter().toFile(operator(null), file())).seq).toBe(4_501);
    expect(await verifyExport(file(), keys(), null)).toMatchObject({ entries: 4_501, trouble: null });
    expect(await verify()).toMatchObject({ entries: 4_501, trouble: null });
  });

  it('that was tampered with is found out, and the first entry is named', async () => {
    await sealed(8);
    const early = (await exporter().checkpoint())!;
    await exporter().toFile(operator(null), file());
    const whole = await lines();
    const [first, second, third] = whole as [string, string, string];
    const tampered: [string, string[], { what: string; seq: number }][] = [
      ['altered', whole.with(2, third.replace('test.3', 'test.9')), { what: 'altered', seq: 3 }],
      ['removed', whole.toSpliced(2, 1), { what: 'removed', seq: 3 }],
      ['inserted', whole.toSpliced(2, 0, second), { what: 'reordered', seq: 2 }],
      ['moved', [second, first, ...whole.slice(2)], { what: 'removed', seq: 1 }],
      ['a line that is none', whole.toSpliced(2, 0, '{"seq":'), { what: 'altered', seq: 3 }],
      ['cut off in the middle', whole.slice(0, 4), { what: 'cut-off', seq: 5 }],
      ['cut off, the end kept', [...whole.slice(0, 4), whole.at(-1)!], { what: 'cut-off', seq: 5 }],
      ['an end that is made of a seal', [...whole.slice(0, 4), JSON.stringify({ end: JSON.parse(whole[3]) as object })], { what: 'forged', seq: 4 }],
      ['something after the end', [...whole, whole.at(-2)!], { what: 'altered', seq: 10 }],
      ['nothing at all', [''], { what: 'altered', seq: 1 }],
    ];
    for (const [what, changed, found] of tampered) expect([what, (await verified(changed)).trouble]).toEqual([what, expect.objectContaining(found)]);
    expect((await verified(whole, early)).trouble).toBeNull();
    expect((await verified(whole, { ...early, hash: '0'.repeat(64) })).trouble).toMatchObject({ what: 'forged' });
  });
});
