import { Database } from '../../src/common/database.js';
import { ErasureParts } from '../../src/detainees/erasure-parts.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aRemovalOrder, aStint, twoFacilities } from '../support/factories.js';
import type { TestDatabase } from '../support/database.js';

/** Words that stand nowhere else, one for each place in which somebody can write. */
const SAID = {
  aNumber: '087654321', other: 'FINS-Quetzal-77', source: 'the sister Tamarind', note: 'beaten-in-Nineveh', reason: 'misread-by-Okapi',
  fear: 'feared-by-Jacaranda', religion: 'Mandaean-Gnosis', snooze: 'surgery-on-Friday-Marimba',
} as const;
/** Who the person is: plain while the office needs it, gone when the person is. */
const PLAIN = { name: 'Zephyrine Quillfeather', birthDate: '1971-04-23', language: 'tok' } as const;

let app: TestApp;
let admin: SignedIn;
let attorney: SignedIn;
let paralegal: SignedIn;
beforeAll(async () => {
  app = await testApp();
  [admin, attorney, paralegal] = [await app.signedIn('admin'), await app.signedIn('attorney'), await app.signedIn('paralegal')];
  await twoFacilities(app.database);
});
afterAll(() => app.close());

/** Everything that can be said of a person, said. */
async function aWholeFile(aNumber: string = SAID.aNumber, other: string = SAID.other): Promise<string> {
  const source = { kind: 'person', text: SAID.source } as const;
  const { id, identity } = await aDetainee(app, attorney, {
    source, names: [{ kind: 'primary', fullName: PLAIN.name }], birthDate: PLAIN.birthDate, language: PLAIN.language,
    identifiers: [{ kind: 'a-number', value: `A${aNumber}` }, { kind: 'other', value: other }], attorneyId: attorney.id,
  });
  const corrected = await app.patch(`/v1/detainees/${id}/identity/${identity.id}`, {
    as: attorney, headers: { 'if-match': '"1"' }, body: { gender: 'female', reason: SAID.reason },
  });
  expect(corrected.statusCode).toBe(200);
  await aFact(app, attorney, id, 'events', { kind: 'arrest', on: '2026-01-05', note: SAID.note, source });
  await aFact(app, attorney, id, 'sensitive-details', { topic: 'fear', detail: SAID.fear, source });
  await aFact(app, attorney, id, 'sensitive-details', { topic: 'religion', detail: SAID.religion, source });
  await aStint(app, attorney, id, { from: '2026-01-05' });
  await aRemovalOrder(app, attorney, id, { decidedOn: '2026-02-02', statedFinalOn: '2026-02-02' });
  await app.sweep('2026-11-24');
  const [finding] = (await app.get(`/v1/findings?detainee=${id}`, { as: attorney })).json<{ items: { id: string; version: number }[] }>().items;
  const snoozed = await app.post(`/v1/findings/${finding.id}/snooze`, {
    as: attorney, body: { until: '2026-12-24', reason: SAID.snooze }, headers: { 'if-match': `"${finding.version}"` },
  });
  expect(snoozed.statusCode).toBe(200);
  return id;
}

/** In which tables a text stands, whatever the column. */
async function tablesThatHold(database: TestDatabase, text: string): Promise<string[]> {
  const tables = await database.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(`select from "${name}" t where t::text ilike '%' || $1 || '%' limit 1`, [text]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('what is said of a person', () => {
  let id: string;
  beforeAll(async () => { id = await aWholeFile(); });

  it.each(Object.entries(SAID))('%s is in no table as it was said', async (_what, text) => {
    expect(await tablesThatHold(app.database, text)).toEqual([]);
  });

  it('is read as it was said', async () => {
    const person = (await app.get(`/v1/detainees/${id}`, { as: attorney })).json();
    expect(person.identifiers.map(({ value }: { value: string }) => value)).toEqual([SAID.aNumber, SAID.other]);
    expect(person.identity.source.text).toBe(SAID.source);
    expect((await app.get(`/v1/detainees/${id}/events`, { as: attorney })).json().items[0].note).toBe(SAID.note);
    const { items } = (await app.get(`/v1/detainees/${id}/history?limit=100`, { as: attorney })).json();
    expect(items.find(({ state }: { state: string }) => state === 'corrected').supersededReason).toBe(SAID.reason);
    const listed = (await app.get('/v1/detainees', { as: attorney })).json().items.find((each: { id: string }) => each.id === id);
    expect(listed.identifiers).toEqual([{ kind: 'a-number', value: SAID.aNumber }, { kind: 'other', value: SAID.other }]);
    const finding = (await app.get(`/v1/findings?detainee=${id}&status=snoozed`, { as: attorney })).json().items[0];
    expect(finding.snoozed.reason).toBe(SAID.snooze);
    expect(finding.person.identifiers).toEqual(listed.identifiers);
  });

  it('keeps the reason of a snooze when a finding takes the place of another of the same clause', async () => {
    await aFact(app, attorney, id, 'events', { kind: 'bond-granted', on: '2026-02-03' });
    const [stint] = (await app.get(`/v1/detainees/${id}/stints`, { as: attorney })).json().items;
    const corrected = await app.patch(`/v1/detainees/${id}/stints/${stint.id}`, {
      as: attorney, body: { from: '2026-01-04', reason: 'a day earlier' }, headers: { 'if-match': '"1"' } });
    expect(corrected.statusCode).toBe(200);
    await app.sweep('2026-11-24');
    const { items } = (await app.get(`/v1/findings?detainee=${id}&status=snoozed`, { as: attorney })).json();
    expect(items.map(({ snoozed }: { snoozed: { reason: string } }) => snoozed.reason)).toEqual([SAID.snooze]);
  });

  it.each([
    ['A087-654-321'], ['A 87654321'], ['087654321'], [SAID.other],
  ])('is found by %s', async (identifier) => {
    const { items } = (await app.post('/v1/detainees/search', { as: paralegal, body: { identifier } })).json();
    expect(items.map((each: { id: string }) => each.id)).toEqual([id]);
  });

  it('has a number that nobody else can have, in any way of writing it, also when two write it at once', async () => {
    const open = (value: string) => app.post('/v1/detainees', { as: attorney, body: {
      source: { kind: 'person', text: 'a phone call' }, names: [{ kind: 'primary', fullName: 'Somebody Else' }], identifiers: [{ kind: 'a-number', value }] } });
    expect((await open('A-087-654-321')).json()).toMatchObject({ status: 409, errors: [{ path: 'identifiers[0].value' }] });
    const both = await Promise.all([open('A111222333'), open('111-222-333')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });

  it('frees its number when it is withdrawn', async () => {
    const one = await aDetainee(app, attorney, { identifiers: [{ kind: 'a-number', value: 'A444555666' }] });
    const withdrawn = await app.delete(`/v1/detainees/${one.id}/identifiers/${one.identifiers[0].id}`, {
      as: attorney, body: { reason: 'of another person' }, headers: { 'if-match': '"1"' } });
    expect(withdrawn.statusCode).toBe(204);
    await aDetainee(app, attorney, { identifiers: [{ kind: 'a-number', value: 'A444555666' }] });
  });

  it('is answered again from a kept answer, which is sealed as well', async () => {
    const send = () => app.post('/v1/detainees', { as: attorney, headers: { 'idempotency-key': 'sealed-answer' }, body: {
      source: { kind: 'person', text: 'kept-Tarragon' }, names: [{ kind: 'primary', fullName: 'Kept Tarragonia' }], identifiers: [{ kind: 'a-number', value: 'A777888999' }] } });
    const [first, second] = [await send(), await send()];
    expect([second.statusCode, second.body]).toEqual([201, first.body]);
    expect(await tablesThatHold(app.database, 'kept-Tarragon')).toEqual([]);
    expect(await tablesThatHold(app.database, 'Kept Tarragonia')).not.toContain('idempotency_key');
    const kept = (as: SignedIn) => app.get(Database).actAs(as.id, () => app.get(Database).query(`select from idempotency_key where key = 'sealed-answer'`));
    expect([await kept(attorney), await kept(admin)].map((rows) => rows.length)).toEqual([1, 0]);
  });

  it('the database takes nothing unsealed', async () => {
    for (const insert of [
      `insert into detainee_identifier (detainee_id, source_kind, recorded_by, kind, value) values ($1, 'person', $2, 'a-number', '123456789')`,
      `insert into case_event (detainee_id, source_kind, recorded_by, kind, on_day, note) values ($1, 'person', $2, 'hearing', '2026-01-01', 'plain')`,
      `insert into custody_stint (detainee_id, source_kind, recorded_by, custodian, source_text) values ($1, 'person', $2, 'ice', 'plain')`,
      `insert into sensitive_detail (id, version, recorded_at, detainee_id, source_kind, recorded_by, topic, detail) values (gen_random_uuid(), 1, now(), $1, 'person', $2, 'fear', 'plain')`,
    ]) await expect(app.database.query(insert, [id, attorney.id])).rejects.toThrow(/_sealed/);
  });
});

describe('religion, ethnicity, fear and health', () => {
  let id: string;
  beforeAll(async () => { id = await aWholeFile('088000001', 'FINS-2'); });

  it('are read by who argues the case, and by nobody else, also not in the history', async () => {
    const path = `/v1/detainees/${id}/sensitive-details`;
    expect((await app.get(path, { as: attorney })).json().items.map(({ topic, detail }: { topic: string; detail: string }) => [topic, detail]))
      .toEqual([['fear', SAID.fear], ['religion', SAID.religion]]);
    expect((await app.get(path, { as: paralegal })).statusCode).toBe(403);
    expect((await app.post(path, { as: paralegal, body: { topic: 'fear', detail: 'x', source: { kind: 'person', text: 'x' } } })).statusCode).toBe(403);
    const kinds = async (as: SignedIn) => new Set((await app.get(`/v1/detainees/${id}/history?limit=100`, { as })).json().items.map(({ kind }: { kind: string }) => kind));
    expect(await kinds(attorney)).toContain('sensitive-detail');
    expect(await kinds(paralegal)).not.toContain('sensitive-detail');
  });

  it('are corrected and withdrawn like any fact', async () => {
    const detail = await aFact(app, attorney, id, 'sensitive-details', { topic: 'health', detail: 'asthma' });
    const path = `/v1/detainees/${id}/sensitive-details/${detail.id}`;
    const corrected = await app.patch(path, { as: attorney, body: { detail: 'severe asthma', reason: 'a letter' }, headers: { 'if-match': '"1"' } });
    expect(corrected.json()).toMatchObject({ topic: 'health', detail: 'severe asthma', version: 2 });
    expect((await app.patch(path, { as: attorney, body: { detail: 'severe asthma', reason: 'again' }, headers: { 'if-match': '"2"' } })).statusCode).toBe(422);
    expect((await app.delete(path, { as: attorney, body: { reason: 'of another person' }, headers: { 'if-match': '"2"' } })).statusCode).toBe(204);
    expect((await app.get(path, { as: attorney })).statusCode).toBe(404);
  });
});

describe('erasing a person', () => {
  const erase = (id: string, as: SignedIn, reason: unknown = 'client-request', seen = '"1"') =>
    app.post(`/v1/detainees/${id}/erasure`, { as, body: { reason }, headers: { 'if-match': seen } });

  it('is an admin’s, who has seen the latest version and gives a reason of the list', async () => {
    const { id } = await aDetainee(app, attorney);
    expect((await erase(id, attorney)).statusCode).toBe(403);
    expect((await erase(id, paralegal)).statusCode).toBe(403);
    expect((await erase(id, admin, 'she asked for it')).statusCode).toBe(400);
    expect((await erase(id, admin, 'client-request', '"2"')).statusCode).toBe(412);
    expect((await app.get(`/v1/detainees/${id}`, { as: attorney })).json().erasedAt).toBeNull();
  });

  it('is refused while something stands in its way, and then nothing is lost', async () => {
    const { id } = await aDetainee(app, attorney);
    const parts = app.get(ErasureParts);
    parts.add({ obstacle: (_tx, person) => Promise.resolve(person === id ? { path: '', problem: 'This person is under a legal hold' } : null) });
    expect((await erase(id, admin)).json()).toMatchObject({ status: 409, detail: 'This person is under a legal hold.' });
    parts.all.pop();
    expect((await app.get(`/v1/detainees/${id}`, { as: attorney })).json().names).toHaveLength(1);
  });

  it('leaves that there was a file, and nothing of the person, in no table and on no route', async () => {
    const id = await aWholeFile('099000001', 'FINS-3');
    const other = await aDetainee(app, attorney);
    const rows = () => app.database.query('select * from detainee_identity where detainee_id <> $1', [id]);
    const before = await rows();
    const erased = await erase(id, admin);
    expect(erased.json()).toEqual({ id, erasedAt: expect.any(String), erasedReason: 'client-request' });

    expect((await app.get(`/v1/detainees/${id}`, { as: admin })).json()).toEqual({
      id, version: 2, isDemo: false, createdAt: expect.any(String), erasedAt: expect.any(String), erasedReason: 'client-request',
      attorney: null, identity: null, names: [], identifiers: [], completeLists: [],
    });
    for (const path of ['names', 'identifiers', 'identity', 'events', 'stints', 'removal-orders', 'sensitive-details', 'history', 'memberships', 'cooperation']) {
      const answer = await app.get(`/v1/detainees/${id}/${path}`, { as: admin });
      expect([path, answer.statusCode, answer.json().items]).toEqual([path, 200, []]);
    }
    expect((await app.get(`/v1/findings?detainee=${id}`, { as: admin })).json().items).toEqual([]);
    expect((await app.post('/v1/detainees/search', { as: admin, body: { identifier: 'A099000001' } })).json().items).toEqual([]);
    const listed = (await app.get('/v1/detainees?limit=200', { as: admin })).json().items.map((each: { id: string }) => each.id);
    expect(listed).toContain(other.id);
    expect(listed).not.toContain(id);

    const left = await app.database.query<{ name: string; rows: string }>(`
      select t.name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I t where t::text like %L', t.name, $1::text), false, true, '')))[1]::text as rows
      from (select tablename as name from pg_tables where schemaname = 'public') t`, [`%${id}%`]);
    expect(left.filter(({ rows: count }) => count !== '0').map(({ name }) => name).sort()).toEqual(['audit_entry', 'detainee', 'person_key']);
    expect(await app.database.query('select from person_key where detainee_id = $1 and wrapped is not null', [id])).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  it('is on the record, which goes on to say who did what, and when', async () => {
    const { id } = await aDetainee(app, attorney);
    await erase(id, admin);
    const entries = await app.database.query<{ action: string; actor_id: string }>(
      'select action, actor_id from audit_entry where detainee_id = $1 order by id', [id]);
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['detainee.created', 'detainee.erased']));
    expect(entries.find(({ action }) => action === 'detainee.erased')?.actor_id).toBe(admin.id);
    const destroyed = await app.database.query<{ after: unknown }>("select after from audit_entry where subject_id = $1 and action = 'person-key.destroyed'", [id]);
    expect(destroyed).toEqual([{ after: { reason: 'client-request' } }]);
  });

  it('lets nothing be recorded any more, and happens once', async () => {
    const { id } = await aDetainee(app, attorney);
    expect((await erase(id, admin)).statusCode).toBe(200);
    const record = await app.post(`/v1/detainees/${id}/names`, { as: admin, body: { kind: 'alias', fullName: 'Back Again', source: { kind: 'person', text: 'x' } } });
    expect([record.statusCode, record.json().type]).toEqual([410, 'urn:vigil:problem:gone']);
    expect((await app.patch(`/v1/detainees/${id}`, { as: admin, body: { attorneyId: attorney.id }, headers: { 'if-match': '"2"' } })).statusCode).toBe(410);
    expect((await erase(id, admin, 'client-request', '"2"')).statusCode).toBe(410);
  });

  it('is not to be had from the database by anybody but an admin who sees the person', async () => {
    const { id } = await aDetainee(app, attorney);
    const database = app.get(Database);
    const asks = (as: SignedIn, sql: string) => database.actAs(as.id, () => database.query(sql, [id]));
    await expect(asks(attorney, "select erase_person($1, 'client-request')")).rejects.toThrow('only an admin');
    await expect(asks(attorney, 'select destroy_person_keys($1)')).rejects.toThrow('only an admin');
    await expect(database.query("select erase_person($1, 'client-request')", [id])).rejects.toThrow('only an admin');
    await expect(asks(admin, 'update person_key set wrapped = null where detainee_id = $1')).rejects.toThrow('permission denied');
    await expect(asks(admin, 'delete from detainee_name where detainee_id = $1')).rejects.toThrow('permission denied');
  });
});
