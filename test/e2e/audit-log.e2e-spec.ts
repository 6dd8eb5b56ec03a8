import { AuditKey, keyring } from '../../src/audit/audit-key.js';
import { AuditVerification } from '../../src/audit/audit-verification.service.js';
import { AuditSealer } from '../../src/audit/sealer.service.js';
import { operator, OPERATOR_ID } from '../../src/common/actor.js';
import { Config } from '../../src/common/config.js';
import { Database } from '../../src/common/database.js';
import { auditOf } from '../support/audit.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aRemovalOrder, aStint, twoFacilities } from '../support/factories.js';

const REASON = 'A conflict of interest with Zinnober & Sons.';

let app: TestApp;
let admin: SignedIn;
let attorney: SignedIn;
let paralegal: SignedIn;
let auditor: SignedIn;
let person: string;

beforeAll(async () => {
  app = await testApp();
  await twoFacilities(app.database);
  [admin, attorney, paralegal, auditor] = [await app.signedIn('admin'), await app.signedIn('attorney'), await app.signedIn('paralegal'), await app.signedIn('auditor')];
});
afterAll(() => app.close());
beforeEach(async () => {
  person = (await aDetainee(app, paralegal, { names: [{ kind: 'primary', fullName: 'Nahrin Odisho' }] })).id;
});

interface Entry {
  action: string;
  actor_id: string | null;
  detainee_id: string | null;
  mentions: string[] | null;
  route: string | null;
  request_id: string | null;
}
/** What was logged by this request. */
const loggedOf = (answer: { headers: Record<string, string> }): Promise<Entry[]> => app.database.query<Entry & Record<string, unknown>>(
  'select action, actor_id, detainee_id, mentions, route, request_id from audit_entry where request_id = $1 order by id', [answer.headers['x-request-id']]);
const audit = async (as: SignedIn, query: string) => (await app.get(`/v1/audit?${query}`, { as })).json<{ items: Record<string, unknown>[]; nextCursor: string | null }>();

describe('a read of a person', () => {
  it('is logged on every route of the file, with who and by which route', async () => {
    const stint = await aStint(app, paralegal, person);
    await aRemovalOrder(app, paralegal, person);
    await app.sweep('2026-11-24');
    const [finding] = (await app.get(`/v1/findings?detainee=${person}`, { as: paralegal })).json().items;
    const routes: [path: string, route: string][] = [
      [`/v1/detainees/${person}`, 'GET /v1/detainees/:detaineeId'],
      [`/v1/detainees/${person}?asKnownOn=2026-11-24T12:00:00Z`, 'GET /v1/detainees/:detaineeId'],
      [`/v1/detainees/${person}/history`, 'GET /v1/detainees/:detaineeId/history'],
      [`/v1/detainees/${person}/stints`, 'GET /v1/detainees/:detaineeId/stints'],
      [`/v1/detainees/${person}/stints/${stint.id}`, 'GET /v1/detainees/:detaineeId/stints/:id'],
      [`/v1/detainees/${person}/evaluation`, 'GET /v1/detainees/:detaineeId/evaluation'],
      [`/v1/detainees/${person}/team`, 'GET /v1/detainees/:detaineeId/team'],
      [`/v1/findings/${finding.id}`, 'GET /v1/findings/:id'],
    ];
    for (const [path, route] of routes) {
      const answer = await app.get(path, { as: attorney });
      expect([path, await loggedOf(answer)]).toEqual([path, [
        { action: answer.statusCode === 200 ? 'detainee.read' : 'request.not-found', actor_id: attorney.id, detainee_id: person, mentions: null, route, request_id: answer.headers['x-request-id'] },
      ]]);
    }
  });

  it('at the same moment as others is logged as each one’s own, once, before any of them leaves', async () => {
    const readers = [attorney, paralegal, admin];
    const answers = await Promise.all(Array.from({ length: 30 }, (_each, i) => app.get(`/v1/detainees/${person}`, { as: readers[i % 3] })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    expect(await Promise.all(answers.map(async (answer) => (await loggedOf(answer)).map(({ actor_id }) => actor_id))))
      .toEqual(answers.map((_answer, i) => [readers[i % 3].id]));
  });

  it('that cannot be logged is held back alone: those that came with it leave, each logged', async () => {
    await app.database.query(`create function refuse_one() returns trigger language plpgsql as $$ begin
      if new.actor_id = '${paralegal.id}' then raise exception 'not this one'; end if; return new; end $$;
      create trigger refuse_one before insert on audit_entry for each row execute function refuse_one()`);
    const readers = [attorney, paralegal, admin, attorney];
    const answers = await Promise.all(readers.map((as) => app.get(`/v1/detainees/${person}`, { as })));
    await app.database.query('drop trigger refuse_one on audit_entry; drop function refuse_one');
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 500, 200, 200]);
    expect(answers[1].body).not.toContain('Odisho');
    expect(await Promise.all(answers.map(async (answer) => (await loggedOf(answer)).length))).toEqual([1, 0, 1, 1]);
  });

  it('does not leave while it cannot be logged', async () => {
    await app.database.query(`create function refuse_audit() returns trigger language plpgsql as $$ begin raise exception 'the log is full'; end $$;
      create trigger refuse_audit before insert on audit_entry for each row execute function refuse_audit()`);
    const answer = await app.get(`/v1/detainees/${person}`, { as: attorney });
    await app.database.query('drop trigger refuse_audit on audit_entry; drop function refuse_audit');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Odisho');
  });
});

describe('a list or a search', () => {
  it('is logged with the ids of those whom it showed, and without what was searched for', async () => {
    const other = (await aDetainee(app, paralegal, { names: [{ kind: 'primary', fullName: 'Shlimon Odisho' }] })).id;
    const search = await app.post('/v1/detainees/search', { as: attorney, body: { name: 'Odisho', limit: 200 } });
    const [entry] = await loggedOf(search);
    expect(entry).toMatchObject({ action: 'detainees.listed', actor_id: attorney.id, detainee_id: null, route: 'POST /v1/detainees/search' });
    expect(entry.mentions).toEqual(search.json().items.map(({ id }: { id: string }) => id));
    expect(entry.mentions).toEqual(expect.arrayContaining([person, other]));
    const list = await app.get('/v1/detainees?limit=1', { as: attorney });
    expect((await loggedOf(list))[0].mentions).toEqual([other]);
    const nobody = await app.post('/v1/detainees/search', { as: attorney, body: { name: 'Quetzalcoatl' } });
    expect((await loggedOf(nobody))[0]).toMatchObject({ action: 'detainees.listed', mentions: [] });
  });
});

describe('a refusal', () => {
  it('by a wall is logged, with whom they asked for', async () => {
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person, userId: attorney.id, reason: REASON } });
    const answer = await app.get(`/v1/detainees/${person}/stints`, { as: attorney });
    expect(answer.statusCode).toBe(404);
    expect(await loggedOf(answer)).toMatchObject([{ action: 'request.not-found', actor_id: attorney.id, detainee_id: person, route: 'GET /v1/detainees/:detaineeId/stints' }]);
  });

  it('of a write that the wall shuts out is logged, although nothing of the request is kept', async () => {
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person, userId: attorney.id, reason: REASON } });
    const headers = { 'idempotency-key': 'a-refused-stint' };
    const body = { source: { kind: 'document', text: 'x' }, facility: 'GLADEFL', custodian: 'ice', from: '2026-03-02' };
    const answer = await app.post(`/v1/detainees/${person}/stints`, { as: attorney, headers, body });
    expect(answer.statusCode).toBe(404);
    expect((await loggedOf(answer)).map(({ action }) => action)).toEqual(['request.not-found']);
  });

  it('for want of a permission is logged', async () => {
    const answer = await app.get(`/v1/detainees/${person}`, { as: auditor });
    expect(answer.statusCode).toBe(403);
    expect(await loggedOf(answer)).toMatchObject([{ action: 'request.not-permitted', actor_id: auditor.id, detainee_id: person, route: 'GET /v1/detainees/:detaineeId' }]);
  });

  it('of a token that we signed and that counts no more is logged; of one that anybody can invent it is not', async () => {
    const gone = await app.signedIn('paralegal');
    await app.post('/v1/auth/sign-out', { as: gone });
    const answer = await app.get(`/v1/detainees/${person}`, { as: gone });
    expect(answer.statusCode).toBe(401);
    expect(await loggedOf(answer)).toMatchObject([{ action: 'request.not-signed-in', actor_id: gone.id, detainee_id: person }]);
    const forged = await app.get(`/v1/detainees/${person}`, { headers: { authorization: `Bearer ${gone.token.slice(0, -6)}AAAAAA` } });
    expect(forged.statusCode).toBe(401);
    expect(await loggedOf(forged)).toEqual([]);
  });

  it('of what is merely wrong is not logged', async () => {
    expect(await loggedOf(await app.get('/v1/detainees?limit=0', { as: attorney }))).toEqual([]);
  });
});

describe('what an entry says of a person', () => {
  const WORDS = 'the cousin Oleander';
  const aNote = () => aFact(app, paralegal, person, 'events', { kind: 'arrest', on: '2026-01-05', note: WORDS, source: { kind: 'person', text: WORDS } });

  it('stands nowhere in the log in plain text', async () => {
    await aNote();
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person, userId: attorney.id, reason: REASON } });
    const found = await app.database.query(`select from audit_entry e where e::text ilike any ('{%Oleander%,%Odisho%,%Zinnober%}')`);
    expect(found).toEqual([]);
    await expect(app.database.query(`insert into audit_entry (action, subject, detainee_id, after) values ('test.written', 'test', $1, '{"name":"Nahrin"}')`, [person]))
      .rejects.toThrow('audit_entry_sealed');
  });

  it('is shown to an admin who sees the person; not to an auditor, nor to an admin behind a wall', async () => {
    const event = await aNote();
    const query = `subjectId=${event.id}`;
    expect((await audit(admin, query)).items).toMatchObject([{ action: 'case-event.recorded', detaineeId: person, after: { note: WORDS }, before: null, withheld: null, actor: { id: paralegal.id, role: 'paralegal' } }]);
    expect((await audit(auditor, query)).items).toMatchObject([{ action: 'case-event.recorded', after: null, withheld: 'not-open-to-you' }]);
    const other = await app.signedIn('admin');
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person, userId: other.id, reason: REASON } });
    expect((await audit(other, query)).items).toMatchObject([{ after: null, withheld: 'not-open-to-you' }]);
  });

  it('is logged also by an admin who does not see the person', async () => {
    const other = await app.signedIn('admin');
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person, userId: other.id, reason: REASON } });
    const wall = await app.post('/v1/walls', { as: other, body: { detaineeId: person, userId: attorney.id, reason: REASON } });
    expect(wall.statusCode).toBe(201);
    expect((await audit(admin, `subjectId=${wall.json().id}`)).items).toMatchObject([{ action: 'wall.put-up', after: { reason: REASON } }]);
  });

  it('is withheld where it was written before entries were sealed', async () => {
    await app.database.query('alter table audit_entry drop constraint audit_entry_sealed');
    await app.database.query(`insert into audit_entry (action, subject, detainee_id, request_id, after) values ('test.written', 'test', $1, 'before-seals', '{"name":"Nahrin"}')`, [person]);
    expect((await audit(admin, 'requestId=before-seals')).items).toMatchObject([{ after: null, withheld: 'not-open-to-you' }]);
  });

  it('opens also where the first transaction that wrote about the person was undone', async () => {
    const [{ id }] = await app.database.query<{ id: string }>('insert into detainee (created_by) values ($1) returning id', [OPERATOR_ID]) as [{ id: string }];
    const owner = app.asOwner();
    const log = auditOf(owner);
    const write = (n: number, then: () => void = () => undefined) => owner.transaction(async (tx) => {
      await log.record(tx, operator(null), { action: 'test.written', subject: 'test', detaineeId: id, after: { n } });
      then();
    });
    await expect(write(1, () => { throw new Error('undone'); })).rejects.toThrow('undone');
    for (const n of [2, 3]) await write(n);
    expect((await audit(admin, `detainee=${id}&action=test.written`)).items.map(({ after }) => after)).toEqual([{ n: 3 }, { n: 2 }]);
  });

  it('is gone when the person is erased, and the sealed log holds all the same', async () => {
    const event = await aNote();
    const sealer = new AuditSealer(app.asOwner(), key(), app.clock);
    const verify = () => new AuditVerification(app.asOwner()).verify(keyring([key().publicKey]), null);
    await sealer.seal();
    const { last, entries } = await verify();
    const { version } = (await app.get(`/v1/detainees/${person}`, { as: admin })).json();
    const erased = await app.post(`/v1/detainees/${person}/erasure`, { as: admin, headers: { 'if-match': `"${version}"` }, body: { reason: 'client-request' } });
    expect(erased.statusCode).toBe(200);
    expect((await audit(admin, `subjectId=${event.id}`)).items).toMatchObject([{ action: 'case-event.recorded', after: null, withheld: 'erased' }]);
    expect((await audit(admin, `detainee=${person}&action=detainee.erased`)).items).toMatchObject([{ actor: { id: admin.id } }]);
    await sealer.seal();
    expect(await new AuditVerification(app.asOwner()).verify(keyring([key().publicKey]), last)).toMatchObject({ trouble: null, waiting: 0 });
    expect((await verify()).entries).toBeGreaterThan(entries);
  });

  const key = () => new AuditKey(app.get(Config));
});

describe('GET /v1/audit', () => {
  it('is for admins and auditors, and PostgreSQL shows it to nobody else', async () => {
    const rows = () => app.get(Database).query('select * from audit_entry limit 1');
    for (const [as, status] of [[admin, 200], [auditor, 200], [attorney, 403], [paralegal, 403], [await app.signedIn('co-counsel'), 403]] as const) {
      expect((await app.get('/v1/audit', { as })).statusCode).toBe(status);
      expect(await app.get(Database).actAs(as.id, rows)).toHaveLength(status === 200 ? 1 : 0);
    }
    expect(await rows()).toEqual([]);
  });

  it('goes page by page through what was asked for, the newest first, and is logged itself', async () => {
    for (let n = 0; n < 5; n++) await app.get(`/v1/detainees/${person}`, { as: attorney });
    const query = `actor=${attorney.id}&action=detainee.read&detainee=${person}&limit=2`;
    const pages = [await audit(auditor, query)];
    while (pages.at(-1)!.nextCursor) pages.push(await audit(auditor, `${query}&cursor=${pages.at(-1)!.nextCursor}`));
    expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 1]);
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => Number(id)));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    const answer = await app.get(`/v1/audit?${query}`, { as: auditor });
    expect(await loggedOf(answer)).toMatchObject([{ action: 'detainees.listed', actor_id: auditor.id, mentions: [person], route: 'GET /v1/audit' }]);
  });

  it('finds a list by whom it showed, and what was done on either side of an instant', async () => {
    const list = await app.get('/v1/detainees?limit=1', { as: attorney });
    const request = `requestId=${list.headers['x-request-id']}`;
    expect((await audit(auditor, `detainee=${person}&action=detainees.listed&${request}`)).items).toMatchObject([{ mentions: [person], detaineeId: null }]);
    const { at } = (await audit(auditor, request)).items[0] as { at: string };
    const after = new Date(new Date(at).getTime() + 1).toISOString();
    expect((await audit(auditor, `${request}&since=${at}&until=${after}`)).items).toHaveLength(1);
    expect((await audit(auditor, `${request}&until=${at}`)).items).toHaveLength(0);
    expect((await audit(auditor, `${request}&since=${after}`)).items).toHaveLength(0);
  });

  it('shows the place of an entry in the sealed log once it has one', async () => {
    const read = await app.get(`/v1/detainees/${person}`, { as: attorney });
    const request = `requestId=${read.headers['x-request-id']}`;
    expect((await audit(auditor, request)).items).toMatchObject([{ seq: null }]);
    await new AuditSealer(app.asOwner(), new AuditKey(app.get(Config)), app.clock).seal();
    expect((await audit(auditor, request)).items).toMatchObject([{ seq: expect.any(Number) as number }]);
  });

  it('refuses what is no filter of it', async () => {
    for (const query of ['actor=me', 'since=yesterday', 'action=%00', 'cursor=x', 'limit=201']) {
      expect((await app.get(`/v1/audit?${query}`, { as: auditor })).statusCode).toBe(400);
    }
  });
});

describe('GET /v1/detainees/{id}/access', () => {
  it('says who looked at this person, alone or among others, who changed something and who was refused', async () => {
    await app.get(`/v1/detainees/${person}`, { as: paralegal });
    await app.get('/v1/detainees?limit=200', { as: admin });
    await app.get(`/v1/detainees/${person}`, { as: auditor });
    await aStint(app, paralegal, person);
    const answer = await app.get(`/v1/detainees/${person}/access`, { as: attorney });
    const who = answer.json().items.map(({ actor, action, amongOthers }: { actor: { id: string }; action: string; amongOthers: boolean }) => [actor.id, action, amongOthers]);
    expect(who.slice(0, 4)).toEqual([
      [paralegal.id, 'stint.recorded', false],
      [auditor.id, 'request.not-permitted', false],
      [admin.id, 'detainees.listed', true],
      [paralegal.id, 'detainee.read', false],
    ]);
    const first = (await app.get(`/v1/detainees/${person}/access?limit=2`, { as: attorney })).json();
    const second = (await app.get(`/v1/detainees/${person}/access?limit=2&cursor=${first.nextCursor}`, { as: attorney })).json();
    expect([...first.items, ...second.items].map(({ action }: { action: string }) => action)).toEqual(
      ['detainee.read', 'stint.recorded', 'request.not-permitted', 'detainees.listed']);
  });

  it('is shut with the file, and to those who may not ask', async () => {
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person, userId: attorney.id, reason: REASON } });
    expect((await app.get(`/v1/detainees/${person}/access`, { as: attorney })).statusCode).toBe(404);
    expect((await app.get(`/v1/detainees/${person}/access`, { as: paralegal })).statusCode).toBe(403);
    expect((await app.get('/v1/detainees/00000000-0000-4000-8000-00000000abcd/access', { as: admin })).statusCode).toBe(404);
  });
});
