import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { OPERATOR_ID, type SignInRole } from '../../src/common/actor.js';
import { derivedUrl } from '../../src/common/database-accounts.js';
import { Database } from '../../src/common/database.js';
import { RestrictedAccount } from '../../src/common/restricted-account.js';
import { type TestApp, testApp } from '../support/app.js';
import { aRowOfEach, personTables } from '../support/person-rows.js';

/**
 * PostgreSQL itself, asked as the API's account asks it, with no filter of ours in between: `select *` on every table
 * that hangs on a person, as each kind of user.
 */
let app: TestApp;
let api: pg.Client;
let worker: pg.Client;
const people: Record<'ann' | 'bea' | 'cyd', string> = { ann: '', bea: '', cyd: '' };
type Person = keyof typeof people;
const users = new Map<string, string>();

/** A reason as the database takes it; nobody opens it here. */
const SEALED = 'sealed:1:x';

beforeAll(async () => {
  app = await testApp();
  for (const name of Object.keys(people) as Person[]) people[name] = await aRowOfEach(app.database);
  api = await connected('api');
  worker = await connected('worker');
});

afterAll(async () => {
  await api.end();
  await worker.end();
  await app.close();
});

async function connected(account: 'api' | 'worker'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: derivedUrl(app.database.url, account)! });
  await client.connect();
  return client;
}

/** Without a password: nobody signs in here. */
async function aUser(name: string, role: SignInRole): Promise<string> {
  const [{ id }] = await app.database.query<{ id: string }>(
    'insert into app_user (email, name, role) values ($1, $2, $3) returning id', [`${name.replaceAll(' ', '-')}@office.example`, name, role]) as [{ id: string }];
  users.set(name, id);
  return id;
}

const grant = (user: string, person: string) =>
  app.database.query('insert into person_grant (detainee_id, user_id, reason, granted_by) values ($1, $2, $3, $4)', [person, user, SEALED, OPERATOR_ID]);
const wall = (user: string, person: string) =>
  app.database.query('insert into wall (detainee_id, user_id, reason, put_up_by) values ($1, $2, $3, $4)', [person, user, SEALED, OPERATOR_ID]);
const glass = (user: string, person: string, began: string) =>
  app.database.query(`insert into broken_glass (detainee_id, user_id, reason, broken_at, ends_at) values ($1, $2, '${SEALED}', now() - $3::interval, now() - $3::interval + interval '1 hour')`,
    [person, user, began]);

/** One transaction as a user, undone afterwards; as nobody without one. */
async function as<T>(user: string | null, work: (client: pg.Client) => Promise<T>, client = api): Promise<T> {
  await client.query('begin');
  try {
    if (user !== null) await client.query(`select set_config('vigil.user_id', $1, true)`, [user]);
    return await work(client);
  } finally {
    await client.query('rollback');
  }
}

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { code?: string }) => error.code ?? 'no code');
const DENIED = '42501';

/** Whom a user sees in a table; of the tables about walls the own rows of a user are looked at elsewhere. */
async function seen(user: string | null, table: string, column: string): Promise<Person[]> {
  const { rows } = await as(user, (client) => client.query<Record<string, string>>(`select * from ${table}`));
  const ids = new Set(rows.map((row) => row[column]));
  return (Object.keys(people) as Person[]).filter((name) => ids.has(people[name]));
}

describe('every table that hangs on a person', () => {
  it('has row security, for all accounts that are not its owner', async () => {
    for (const { table } of await personTables(app.database)) {
      const [state] = await app.database.query(`select relrowsecurity as secured, pg_get_userbyid(relowner) in ('vigil_api', 'vigil_worker', 'vigil_import') as own from pg_class where oid = $1::regclass`, [table]);
      expect({ table, ...state }).toEqual({ table, secured: true, own: false });
      const policies = await app.database.query<{ roles: string }>(`select roles::text from pg_policies where tablename = $1`, [table]);
      expect(policies.filter(({ roles }) => roles.includes('public'))).toEqual([]);
    }
  });

  it('can be neither emptied nor deleted from nor altered by the API, nor read past its policies', async () => {
    const admin = await aUser('an admin who tries', 'admin');
    for (const { table } of await personTables(app.database)) {
      for (const sql of [`truncate ${table} cascade`, `alter table ${table} disable row level security`, `drop policy worker on ${table}`,
        `alter table ${table} owner to vigil_api`, `set local row_security = off; select * from ${table}`]) {
        expect([sql, await codeOf(as(admin, (client) => client.query(sql)))]).toEqual([sql, DENIED]);
      }
      if (!(await mayDelete(table))) expect([table, await codeOf(as(admin, (client) => client.query(`delete from ${table}`)))]).toEqual([table, DENIED]);
    }
  });

  it.each(['set role postgres', 'set session authorization vigil_worker', 'set local session_replication_role = replica', 'create table public.mine (id integer)',
    'create role more', 'create function public.f() returns integer language sql as $$ select 1 $$', `copy detainee to program 'cat'`])(
    'the API\'s account may not: %s', async (sql) => expect(['42501', '22023', '0LP01']).toContain(await codeOf(as(null, (client) => client.query(sql)))));

  const mayDelete = async (table: string): Promise<boolean> =>
    (await app.database.query<{ may: boolean }>(`select has_table_privilege('vigil_api', $1, 'delete') as may`, [table]))[0].may;
});

describe('select * on each of them', () => {
  const EVERYBODY: Person[] = ['ann', 'bea', 'cyd'];
  const KINDS: readonly (readonly [kind: string, role: SignInRole | null, sees: Person[], seesByTeam: Person[], prepare?: (id: string) => Promise<unknown>])[] = [
    ['nobody', null, [], []],
    ['a user who does not exist', null, [], []],
    ['the operator, over HTTP', null, [], []],
    ['an admin', 'admin', EVERYBODY, EVERYBODY],
    ['an attorney', 'attorney', EVERYBODY, []],
    ['a paralegal', 'paralegal', EVERYBODY, []],
    ['a paralegal on the team of Ann', 'paralegal', EVERYBODY, ['ann'], (id) => grant(id, people.ann)],
    ['an attorney to whom Bea is assigned', 'attorney', EVERYBODY, ['bea'], (id) => app.database.query('update detainee set attorney_id = $2 where id = $1', [people.bea, id])],
    ['co-counsel', 'co-counsel', [], []],
    ['co-counsel granted Cyd', 'co-counsel', ['cyd'], ['cyd'], (id) => grant(id, people.cyd)],
    ['co-counsel whose grant was revoked', 'co-counsel', [], [], async (id) => {
      await grant(id, people.cyd);
      await app.database.query('update person_grant set revoked_at = now(), revoked_by = $2 where user_id = $1', [id, OPERATOR_ID]);
    }],
    ['co-counsel granted Cyd and shut out of Cyd', 'co-counsel', [], [], async (id) => { await grant(id, people.cyd); await wall(id, people.cyd); }],
    ['an auditor', 'auditor', [], []],
    ['an auditor with a grant by mistake', 'auditor', [], [], (id) => grant(id, people.ann)],
    ['an attorney shut out of Ann', 'attorney', ['bea', 'cyd'], [], (id) => wall(id, people.ann)],
    ['an admin shut out of Ann and Bea', 'admin', ['cyd'], ['cyd'], async (id) => { await wall(id, people.ann); await wall(id, people.bea); }],
    ['an attorney who was shut out of Ann until the wall was taken down', 'attorney', EVERYBODY, [], async (id) => {
      await wall(id, people.ann);
      await app.database.query(`update wall set taken_down_at = now(), taken_down_by = $2, taken_down_reason = '${SEALED}' where user_id = $1`, [id, OPERATOR_ID]);
    }],
    ['an attorney shut out of Ann, on her team all the same', 'attorney', ['bea', 'cyd'], [], async (id) => { await grant(id, people.ann); await wall(id, people.ann); }],
    ['an admin shut out of Ann who broke the glass 59 minutes ago', 'admin', EVERYBODY, EVERYBODY, async (id) => { await wall(id, people.ann); await glass(id, people.ann, '59 minutes'); }],
    ['an admin shut out of Ann who broke the glass an hour ago', 'admin', ['bea', 'cyd'], ['bea', 'cyd'], async (id) => { await wall(id, people.ann); await glass(id, people.ann, '1 hour'); }],
    ['a paralegal who broke the glass for Bea', 'paralegal', EVERYBODY, ['bea'], (id) => glass(id, people.bea, '1 minute')],
    ['an attorney who was disabled', 'attorney', [], [], (id) => app.database.query('update app_user set disabled_at = now() where id = $1', [id])],
  ];

  const idOf = async (kind: string, role: SignInRole | null): Promise<string | null> => {
    if (kind === 'nobody') return null;
    if (kind.startsWith('the operator')) return OPERATOR_ID;
    return role === null ? '00000000-0000-4000-8000-00000000abcd' : users.get(kind) ?? aUser(kind, role);
  };

  beforeAll(async () => {
    for (const [kind, role, , , prepare] of KINDS) await prepare?.((await idOf(kind, role))!);
  });

  describe.each([['office', 2], ['team', 3]] as const)('where the visibility is by %s', (visibility, column) => {
    beforeAll(() => app.database.query('update office set visibility = $1', [visibility]));
    afterAll(() => app.database.query(`update office set visibility = 'office'`));

    it.each(KINDS.map((row) => [row[0], row[1], row[column]] as const))('%s (%s) sees %j', async (kind, role, sees) => {
      const user = await idOf(kind, role);
      for (const { table, column: person } of await personTables(app.database)) {
        // These say of a user what concerns them: that they are on a team, or what they broke.
        if (['person_grant', 'wall', 'broken_glass'].includes(table)) continue;
        expect([table, await seen(user, table, person)]).toEqual([table, sees]);
      }
    });
  });

  it('of teams, walls and broken glass shows what concerns the user: of a closed file their own place and break, and no wall but to admins', async () => {
    const rowsAbout = (kind: string, table: string) => as(users.get(kind)!, async (client) =>
      (await client.query<{ user_id: string }>(`select user_id from ${table} where detainee_id = $1`, [people.ann])).rows.map(({ user_id }) => user_id));
    const [attorney, admin] = [users.get('an attorney shut out of Ann, on her team all the same')!, users.get('an admin shut out of Ann who broke the glass an hour ago')!];
    expect(await rowsAbout('an attorney shut out of Ann, on her team all the same', 'person_grant')).toEqual([attorney]);
    expect(await rowsAbout('an attorney shut out of Ann, on her team all the same', 'wall')).toEqual([]);
    expect(await rowsAbout('an attorney shut out of Ann, on her team all the same', 'broken_glass')).toEqual([]);
    expect(await rowsAbout('an attorney', 'broken_glass')).toEqual([]);
    expect(await rowsAbout('an admin shut out of Ann who broke the glass an hour ago', 'wall')).toContain(admin);
    expect(await rowsAbout('an admin', 'broken_glass')).toContain(admin);
    for (const table of ['person_grant', 'wall', 'broken_glass']) expect(await rowsAbout('an auditor', table)).toEqual([]);
  });

  it('is the same by COPY, by a join, in a subquery, and for a count', async () => {
    const user = users.get('an attorney shut out of Ann')!;
    const copied = await as(user, async (client) => {
      let text = '';
      for await (const chunk of client.query(copyTo('copy (select detainee_id from custody_stint) to stdout'))) text += String(chunk);
      return text;
    });
    expect(copied).toContain(people.bea);
    expect(copied).not.toContain(people.ann);
    const { rows } = await as(user, (client) => client.query(
      `select (select count(*)::integer from detainee where id = $1) as one, (select count(*)::integer from custody_stint s join detainee d on d.id = s.detainee_id where d.id = $1) as joined,
         exists (select from detainee_name where detainee_id = $1) as named`, [people.ann]));
    expect(rows).toEqual([{ one: 0, joined: 0, named: false }]);
  });

  it('gives the names of a search only of whom the user sees', async () => {
    const found = (user: string) => as(user, async (client) => (await client.query(`select count(*)::integer as n from names_with_keys('{person}')`)).rows[0].n);
    expect(await found(users.get('an admin')!)).toBe(3);
    expect(await found(users.get('an attorney shut out of Ann')!)).toBe(2);
    expect(await found(users.get('an auditor')!)).toBe(0);
  });

  it('is empty again on the same connection after the transaction of a user, and after one that failed', async () => {
    const admin = users.get('an admin')!;
    await as(admin, (client) => client.query('select 1'));
    expect(await seen(null, 'detainee', 'id')).toEqual([]);
    await codeOf(as(admin, (client) => client.query('select 1 / 0')));
    expect(await seen(null, 'detainee', 'id')).toEqual([]);
  });
});

describe('a user who is shut out of a file', () => {
  let shutOut: string;
  beforeAll(async () => {
    shutOut = await aUser('somebody shut out', 'admin');
    await wall(shutOut, people.ann);
  });
  const attempt = (sql: string, params: unknown[] = [people.ann]) => as(shutOut, async (client) => (await client.query(sql, params)).rowCount);

  it('can write nothing into it, and changes nothing of it', async () => {
    expect(await codeOf(attempt(`insert into other_custody (detainee_id, source_kind, recorded_by, kind) values ($1, 'person', $2, 'criminal')`, [people.ann, shutOut]))).toBe(DENIED);
    expect(await codeOf(attempt('insert into review_mark (detainee_id) values ($1)'))).toBe(DENIED);
    expect(await attempt('update detainee set attorney_id = null where id = $1')).toBe(0);
    expect(await attempt(`update custody_stint set superseded_at = now(), superseded_reason = 'x' where detainee_id = $1`)).toBe(0);
  });

  it('can move no fact of another person into it', async () => {
    expect(await codeOf(attempt('update custody_stint set detainee_id = $1 where detainee_id = $2', [people.ann, people.bea]))).toBe(DENIED);
  });

  it('can neither take the wall down nor put themselves on the team', async () => {
    expect(await attempt(`update wall set taken_down_at = now(), taken_down_by = $2, taken_down_reason = '${SEALED}' where detainee_id = $1 and user_id = $2`, [people.ann, shutOut])).toBe(0);
    expect(await codeOf(attempt('delete from wall where detainee_id = $1'))).toBe(DENIED);
    expect(await codeOf(attempt(`insert into person_grant (detainee_id, user_id, reason, granted_by) values ($1, $2, 'x', $2)`, [people.ann, shutOut]))).toBe(DENIED);
  });

  it('can break the glass for themselves and for an hour, and for nobody else and for no longer', async () => {
    expect(await attempt(`insert into broken_glass (detainee_id, user_id, reason) values ($1, $2, '${SEALED}')`, [people.ann, shutOut])).toBe(1);
    expect(await codeOf(attempt(`insert into broken_glass (detainee_id, user_id, reason) values ($1, $2, '${SEALED}')`, [people.ann, users.get('an attorney')]))).toBe(DENIED);
    expect(await codeOf(attempt(`insert into broken_glass (detainee_id, user_id, reason, ends_at) values ($1, $2, '${SEALED}', now() + interval '30 minutes')`, [people.ann, shutOut]))).toBe(DENIED);
    await expect(app.database.query(`insert into broken_glass (detainee_id, user_id, reason, ends_at) values ($1, $2, '${SEALED}', now() + interval '61 minutes')`, [people.ann, shutOut]))
      .rejects.toMatchObject({ code: '23514' });
  });

  it('can take back no trace of having broken it', async () => {
    await glass(shutOut, people.bea, '1 minute');
    expect(await codeOf(attempt('delete from broken_glass where user_id = $1', [shutOut]))).toBe(DENIED);
    expect(await codeOf(attempt(`update broken_glass set reason = 'x' where user_id = $1`, [shutOut]))).toBe(DENIED);
    expect(await attempt(`update broken_glass set reviewed_by = $1, reviewed_at = now() where user_id = $1`, [shutOut])).toBe(0);
  });
});

describe('only an admin', () => {
  it.each(['attorney', 'paralegal', 'co-counsel', 'auditor'] as const)('puts up a wall: not an %s', async (role) => {
    const user = await aUser(`one who is ${role}`, role);
    expect(await codeOf(as(user, (client) => client.query(`insert into wall (detainee_id, user_id, reason, put_up_by) values ($1, $2, 'x', $2)`, [people.bea, user])))).toBe(DENIED);
  });
});

describe('the worker\'s account', () => {
  it('sees everybody whom it evaluates, and can change no fact', async () => {
    expect((await worker.query('select count(*)::integer as n from custody_stint')).rows[0].n).toBe(3);
    for (const sql of [`update custody_stint set facility = 'X'`, 'delete from detainee', 'insert into detainee (created_by) values (null)', 'update detainee set attorney_id = null',
      'select * from idempotency_key', 'select * from wall', 'select password_hash from app_user', 'delete from finding', 'delete from audit_entry', 'create table public.mine (id integer)',
      'select * from sensitive_detail', `insert into outbox (kind) values ('x')`]) {
      expect([sql, await codeOf(as(null, (client) => client.query(sql), worker))]).toEqual([sql, DENIED]);
    }
  });

  it('and that of an import know nothing of how users sign in', async () =>
    expect(await app.database.query(`select account, name from unnest(array['vigil_worker', 'vigil_import']) account, unnest(array['user_session', 'refresh_token', 'known_device',
      'second_factor', 'recovery_code', 'app_user']) name where has_any_column_privilege(account, name, 'select') and (account, name) <> ('vigil_worker', 'app_user')`)).toEqual([]));
});

describe('a process', () => {
  it('refuses to run as the owner of the tables', async () => {
    await expect(new RestrictedAccount(app.asOwner()).onModuleInit()).rejects.toThrow('may bypass row security');
    await new RestrictedAccount(app.get(Database)).onModuleInit();
  });

  it('that asks for nobody is shown nobody', async () => {
    expect(await app.get(Database).query('select id from detainee')).toEqual([]);
    expect(await app.get(Database).transaction((tx) => tx.query('select id from detainee'))).toEqual([]);
    expect(await app.get(Database).withClient(async (client) => (await client.query('select id from detainee')).rowCount)).toBe(0);
  });

  it('asks for one user at a time, however many ask at once, in reads, transactions and streams', async () => {
    const database = app.get(Database);
    const count = 'select count(*)::integer as n from detainee';
    const [everybody, two] = [users.get('an admin')!, users.get('an attorney shut out of Ann')!];
    const ways: ((user: string) => Promise<number>)[] = [
      (user) => database.actAs(user, async () => (await database.query<{ n: number }>(count))[0].n),
      (user) => database.actAs(user, () => database.transaction(async (tx) => (await tx.query<{ n: number }>(count))[0].n)),
      (user) => database.actAs(user, () => database.withClient(async (client) => (await client.query<{ n: number }>(count)).rows[0].n)),
      (user) => database.actAs(user, () => database.snapshot(async () => (await Promise.all([1, 2].map(() => database.query<{ n: number }>(count))))[1][0].n)),
      (user) => database.actAs(user, () => database.transaction(() => database.transaction(async () => (await database.query<{ n: number }>(count))[0].n))),
    ];
    const asked = await Promise.all(Array.from({ length: 200 }, (_, i) => ways[i % ways.length](i % 3 === 0 ? everybody : two)));
    expect(asked).toEqual(Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? 3 : 2)));
    expect(await database.query('select id from detainee')).toEqual([]);
  });
});
