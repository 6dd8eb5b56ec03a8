import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AuditService } from '../../src/audit/audit.service.js';
import { FixedClock } from '../../src/common/clock.js';
import { lockText, openText, rewrapTexts } from '../../src/common/crypto/locked-text.js';
import { masterKeysFromText } from '../../src/common/crypto/local-master-key.js';
import { dataSourceOptions } from '../../src/common/data-source.js';
import { Database } from '../../src/common/database.js';
import { derivedUrl } from '../../src/common/database-accounts.js';
import { MOST_DRAFTS } from '../../src/ice-contacts/contact-drafts.errors.js';
import { placeOfDraft } from '../../src/ice-contacts/contact-drafts.queries.js';
import { OldDrafts } from '../../src/ice-contacts/old-drafts.service.js';
import { type Answer, type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, type Recorded, SOURCE } from '../support/factories.js';

const WORDS = 'sign or you will be prosecuted';

describe('drafts of contacts, on 2026-11-24', () => {
  let app: TestApp;
  let admin: SignedIn;
  let paralegal: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    [admin, paralegal] = [await app.signedIn('admin'), await app.signedIn('paralegal')];
  });
  beforeEach(() => app.database.query('delete from ice_contact_draft'));
  afterAll(() => app.close());

  const person = async () => (await aDetainee(app, paralegal)).id as string;
  const pathOf = (id: string) => `/v1/ice-contacts/drafts/${id}`;
  const save = (id: string, body: object, { seen, as = paralegal }: { seen?: number; as?: SignedIn } = {}): Promise<Answer> =>
    app.put(pathOf(id), { as, body, headers: { ...(seen !== undefined && { 'if-match': `"${seen}"` }) } });
  const saved = async (body: object = {}, as = paralegal): Promise<Recorded> => {
    const answer = await save(randomUUID(), { content: WORDS, ...body }, { as });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  const statusOf = async (id: string, as = paralegal) => (await app.get(pathOf(id), { as })).statusCode;
  const list = async (as = paralegal, query = ''): Promise<Recorded> => (await app.get(`/v1/ice-contacts/drafts${query}`, { as })).json();
  const rows = async () => (await app.database.query('select 1 from ice_contact_draft')).length;
  const entries = async (id: string) => (await app.database.query<{ action: string }>(
    `select action from audit_entry where subject_id = $1 order by id`, [id])).map(({ action }) => action);

  it('are saved again and again, and the second of two windows is told what the first has saved', async () => {
    const id = randomUUID();
    const first = await save(id, { content: 'He was' });
    expect([first.statusCode, first.headers.etag]).toEqual([200, '"1"']);
    const people = [await person()];
    expect((await save(id, { content: 'He was told', detaineeIds: people }, { seen: 1 })).json()).toMatchObject({ id, version: 2, detaineeIds: people });

    for (const seen of [1, undefined]) {
      const late = await save(id, { content: 'She was' }, { seen });
      expect([late.statusCode, late.json().current]).toMatchObject([412, { version: 2, content: 'He was told' }]);
    }
    // The answer to the second save was lost: it is sent again as it was.
    expect((await save(id, { content: 'He was told', detaineeIds: people }, { seen: 1 })).json().version).toBe(2);
    expect((await app.get(pathOf(id), { as: paralegal })).json()).toMatchObject({ version: 2, content: 'He was told', savedAt: '2026-11-24T12:00:00.000Z' });
    expect(await entries(id)).toEqual(['ice-contact-draft.saved', 'ice-contact-draft.saved']);

    const remove = (seen: number) => app.delete(pathOf(id), { as: paralegal, headers: { 'if-match': `"${seen}"` } });
    expect([(await remove(1)).statusCode, (await remove(2)).statusCode, await statusOf(id)]).toEqual([412, 204, 404]);
    expect((await save(id, { content: 'He was told' }, { seen: 2 })).statusCode).toBe(404);
  });

  it('that two windows begin at once under one id are one draft', async () => {
    const id = randomUUID();
    const answers = await Promise.all(['a', 'b'].map((content) => save(id, { content })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });

  it('that are saved while they become a contact are saved before it, or are told that they are gone', async () => {
    const people = [await person()];
    const { id } = await saved({ detaineeIds: people });
    const [contact, late] = await Promise.all([
      app.post('/v1/ice-contacts', { as: paralegal, body: { detaineeIds: people, source: SOURCE, on: '2026-11-23', actor: 'ice', topics: [], draftId: id } }),
      save(id, { content: 'late' }, { seen: 1 }),
    ]);
    expect([contact.statusCode, [200, 404].includes(late.statusCode), await rows()]).toEqual([201, true, 0]);
  });

  it('are their writer\'s alone, also under the same id, and sealed', async () => {
    const { id } = await saved();
    expect([await statusOf(id, admin), (await list(admin)).items]).toEqual([404, []]);
    expect((await save(id, { content: 'of an admin' }, { as: admin })).json()).toMatchObject({ version: 1 });
    expect((await app.get(pathOf(id), { as: paralegal })).json().content).toBe(WORDS);
    const kept = await app.database.query<{ row: string }>('select to_json(d)::text || encode(content, $1) as row from ice_contact_draft d', ['escape']);
    expect(kept.map(({ row }) => row).join()).not.toContain(WORDS);
    expect((await app.put(pathOf(id), { body: { content: WORDS } })).statusCode).toBe(401);
    expect((await save(id, { content: WORDS }, { as: await app.signedIn('auditor') })).statusCode).toBe(403);
  });

  it('are listed page by page, the one saved last first, without what they hold', async () => {
    const ids: string[] = [];
    for (const minute of [1, 2, 3]) {
      app.clock.set(`2026-11-24T12:0${minute}:00Z`);
      ids.unshift((await saved()).id);
    }
    app.clock.set('2026-11-24T12:00:00Z');
    const first = await list(paralegal, '?limit=2');
    const second = await list(paralegal, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }: Recorded) => id)).toEqual(ids);
    expect(Object.keys(first.items[0])).not.toContain('content');
  });

  it('become contacts in the transaction that records them, once, and stay where that is refused', async () => {
    const people = [await person(), await person()];
    const { id } = await saved({ detaineeIds: people });
    const record = (more: object = {}, headers = {}) => app.post('/v1/ice-contacts', {
      as: paralegal, headers, body: { detaineeIds: people, source: SOURCE, on: '2026-11-23', actor: 'ice', topics: [], draftId: id, ...more },
    });
    expect([(await record({ on: '2026-11-25' })).statusCode, await statusOf(id)]).toEqual([422, 200]);
    const key = { 'idempotency-key': `a-draft-${id}` };
    const answer = await record({}, key);
    expect([answer.statusCode, await statusOf(id)]).toEqual([201, 404]);
    expect((await record({}, key)).json()).toEqual(answer.json());
    const again = await record();
    expect([again.statusCode, again.json().errors[0].path]).toEqual([409, 'draftId']);
    expect(await app.database.query('select 1 from ice_contact where detainee_id = any($1)', [people])).toHaveLength(2);
    expect(await entries(id)).toEqual(['ice-contact-draft.saved', 'ice-contact-draft.recorded']);
  });

  it('are not shown while a wall stands between their writer and one of those whom they name', async () => {
    const [one, other] = [await person(), await person()];
    const [both, none] = [await saved({ detaineeIds: [one, other] }), await saved()];
    const { id: wall } = (await app.post('/v1/walls', { as: admin, body: { detaineeId: other, userId: paralegal.id, reason: 'a conflict of interest' } })).json();
    expect([await statusOf(both.id), (await list()).items.map(({ id }: Recorded) => id)]).toEqual([404, [none.id]]);
    expect((await save(both.id, { content: 'anew' })).statusCode).toBe(409);
    expect((await save(both.id, { content: 'anew' }, { seen: 1 })).statusCode).toBe(404);
    expect((await save(none.id, { content: WORDS, detaineeIds: [other] }, { seen: 1 })).statusCode).toBe(404);
    await app.delete(`/v1/walls/${wall}`, { as: admin, body: { reason: 'It has ended.' } });
    expect(await statusOf(both.id)).toBe(200);
  });

  it('go when somebody whom they name is erased, whoever wrote them', async () => {
    const [one, other] = [await person(), await person()];
    const [both, another] = [await saved({ detaineeIds: [one, other] }), await saved({ detaineeIds: [one] })];
    expect((await app.post(`/v1/detainees/${other}/erasure`, { as: admin, headers: { 'if-match': '"1"' }, body: { reason: 'client-request' } })).statusCode).toBe(200);
    expect([await statusOf(both.id), await statusOf(another.id), await rows()]).toEqual([404, 200, 1]);
    expect((await save(randomUUID(), { content: WORDS, detaineeIds: [other] })).statusCode).toBe(404);
  });

  it('that were not saved for thirty days go in the night, unless somebody whom they name is under a hold', async () => {
    const held = await person();
    await saved();
    const { id } = await saved({ detaineeIds: [held] });
    expect((await app.post('/v1/holds', { as: admin, body: { detaineeId: held, reason: 'A lawsuit is to be expected.' } })).statusCode).toBe(201);
    const worker = await new DataSource(dataSourceOptions({ databaseUrl: derivedUrl(app.database.url, 'worker')!, databasePoolSize: 1 })).initialize();
    const night = (instant: string) => new OldDrafts(new Database(worker), app.get(AuditService), new FixedClock(instant)).forget();
    try {
      expect([await night('2026-12-24T12:00:00Z'), await night('2026-12-24T12:00:01Z'), await night('2027-12-24T12:00:00Z')]).toEqual([0, 1, 0]);
      expect(await statusOf(id)).toBe(200);
    } finally {
      await worker.destroy();
    }
  });

  it.each<[string, object, number]>([
    ['too long by one', { content: 'x'.repeat(65_537) }, 400],
    ['of a megabyte', { content: 'x'.repeat(1_048_576) }, 413],
    ['of nothing', {}, 400],
    ['naming a person who is not on file', { content: WORDS, detaineeIds: [randomUUID()] }, 404],
    ['naming more people than a contact has', { content: WORDS, detaineeIds: Array.from({ length: 51 }, () => randomUUID()) }, 400],
  ])('are refused, and nothing is written: %s', async (_what, body, status) => {
    expect([(await save(randomUUID(), body)).statusCode, await rows()]).toEqual([status, 0]);
  });

  it('are refused when their writer has as many as anybody may have, and not before', async () => {
    await app.database.query(
      `insert into ice_contact_draft (user_id, id, people, content, content_key, master_key_id, created_at, saved_at)
       select $1, gen_random_uuid(), '{}', '', '', 'a-key', now(), now() from generate_series(1, $2)`, [paralegal.id, MOST_DRAFTS - 1]);
    const { id } = await saved();
    expect([(await save(randomUUID(), { content: WORDS })).statusCode, (await save(id, { content: 'more' }, { seen: 1 })).statusCode, await rows()]).toEqual([409, 200, MOST_DRAFTS]);
  });

  it('are read on when the master key is replaced, and not with the former one', async () => {
    const [former, current] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    const place = placeOfDraft(paralegal.id, randomUUID());
    const { sealed, wrapped, masterKeyId } = await lockText(masterKeysFromText(former), place, WORDS);
    await app.database.query(
      `insert into ice_contact_draft (user_id, id, people, content, content_key, master_key_id, created_at, saved_at) values ($1, $2, '{}', $3, $4, $5, now(), now())`,
      [...place.row.split('/'), sealed, wrapped, masterKeyId]);
    const both = masterKeysFromText(`${current},${former}`);
    expect([await rewrapTexts(app.asOwner(), both, await both.currentId()), await rewrapTexts(app.asOwner(), both, await both.currentId())]).toEqual([1, 0]);
    const [row] = await app.database.query<{ sealed: Buffer; wrapped: Buffer; masterKeyId: string }>(
      'select content as sealed, content_key as wrapped, master_key_id as "masterKeyId" from ice_contact_draft');
    expect(await openText(masterKeysFromText(current), place, row)).toBe(WORDS);
    await expect(openText(masterKeysFromText(former), place, row)).rejects.toThrow();
    await expect(openText(both, placeOfDraft(admin.id, randomUUID()), row)).rejects.toThrow();
  });
});
