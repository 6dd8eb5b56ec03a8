import { choosePeople } from '../../src/detention-review/chosen-people.queries.js';
import { readCaseFile, readCaseFiles } from '../../src/detention-review/facts.queries.js';
import { DOCUMENT_ACTS, MANNERS } from '../../src/ice-contacts/ice-contact.facts.js';
import { ACTORS, TOPICS } from '../../src/law/facts.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';
import { aRowOfEach } from '../support/person-rows.js';

/** A day on which the order on communications with class members was in force. */
const IN_FORCE = '2018-06-21';
const WORDS = 'sign or you will be prosecuted';

describe('contacts of officers with clients', () => {
  let app: TestApp;
  let attorney: SignedIn;
  let paralegal: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    await twoFacilities(app.database);
    [attorney, paralegal] = [await app.signedIn('attorney'), await app.signedIn('paralegal')];
  });
  afterAll(() => app.close());

  const aMember = async () => {
    const person = await aDetainee(app, paralegal);
    await aFact(app, paralegal, person.id, 'memberships', { class: 'hamama-primary', from: '2017-06-24' });
    // Whether counsel had met the person is among the events: that there were none must have been said.
    await app.send('PUT', `/v1/detainees/${person.id}/known-lists/events`, { as: paralegal, body: { source: SOURCE } });
    return person.id as string;
  };
  const aContact = (detaineeIds: readonly string[], more: object = {}) =>
    ({ detaineeIds, source: SOURCE, on: IN_FORCE, actor: 'ice', topics: ['detention-length'], ...more });
  const send = (body: object, { as = paralegal, headers = {} }: { as?: SignedIn; headers?: Record<string, string> } = {}) =>
    app.post('/v1/ice-contacts', { as, headers, body });
  const recorded = async (detaineeIds: readonly string[], more: object = {}): Promise<Recorded[]> => {
    const answer = await send(aContact(detaineeIds, more));
    expect(answer.statusCode).toBe(201);
    return answer.json<Recorded>().items;
  };
  const marks = async (people: readonly string[]) =>
    (await app.database.query('select 1 from review_mark where detainee_id = any($1)', [people])).length;
  const read = async (path: string) => (await app.get(path, { as: paralegal })).json<Recorded>();
  const clausesOf = ({ findings }: Recorded) => findings.map(({ clause, result, missing }: Recorded) => [clause, result, missing]);

  describe('answer with the clauses that they touch', () => {
    let member: string;
    beforeEach(async () => { member = await aMember(); });

    it.each<[string, object, unknown[]]>([
      ['the day before the order', { on: '2018-06-19' }, []],
      ['on the day of the order', { on: '2018-06-20' }, [['ham-c5', 'met', []]]],
      ['by jail staff', { actor: 'jail' }, [['ham-c5', 'met', []]]],
      ['by a consul, who is not bound', { actor: 'consular', topics: ['wish-to-return'] }, []],
      ['an application for a passport, which is allowed', { topics: ['travel-document'] }, []],
      ['a passport and a threat', { topics: ['travel-document', 'threat-of-prosecution'] }, [['ham-c4', 'met', []]]],
      ['of nothing that is in the list', { topics: [] }, []],
      ['something signed, and nobody knows whether counsel was there', { topics: ['document-signing'] }, [['ham-c8', 'unknown', ['counselPresent']]]],
      ['something signed with counsel there', { topics: ['document-signing'], counselPresent: true }, []],
    ])('%s', async (_what, more, clauses) => {
      const [contact] = await recorded([member], more);
      expect(clausesOf(contact)).toEqual(clauses);
      for (const finding of contact.findings) {
        expect(finding).toMatchObject({ authority: 'hamama-coercion-order', event: contact.id, on: contact.on });
        expect(finding.because.length).toBeGreaterThan(0);
      }
    });

    it('with what is missing of somebody whose class is not known', async () => {
      const [contact] = await recorded([(await aDetainee(app, paralegal)).id]);
      expect(clausesOf(contact)).toEqual([['ham-c5', 'unknown', ['memberships']]]);
    });

    it('of the new one alone, where there was another before, and the review finds the same', async () => {
      const [first] = await recorded([member]);
      const [second] = await recorded([member], { on: '2018-06-20', topics: ['wish-to-return'] });
      expect(clausesOf(second)).toEqual([['ham-c6', 'met', []]]);
      await app.sweep('2026-11-24');
      const { items } = await read(`/v1/findings?detainee=${member}&authority=hamama-coercion-order&result=met`);
      expect(items.map(({ clause }: Recorded) => clause).sort()).toEqual(['ham-c5', 'ham-c6']);
      const kept = await app.database.query<{ event_key: string }>(
        `select event_key from finding where detainee_id = $1 and result = 'met' and clause in ('ham-c5', 'ham-c6') order by clause`, [member]);
      expect(kept.map(({ event_key }) => event_key)).toEqual([first.id, second.id]);
    });
  });

  it('are judged by the same file of a person as the review reads', async () => {
    const id = await aRowOfEach(app.database);
    const [alone, [amongOthers]] = await app.asOwner().transaction(async ({ client }) => {
      await choosePeople(client, [id]);
      return [await readCaseFile(client, id), await readCaseFiles(client, [id])];
    });
    expect(alone).toEqual(amongOthers);
    expect(Object.values(alone.facts).filter((list) => Array.isArray(list) && list.length > 0)).toHaveLength(7);
  });

  it('with two clients at once are one encounter, of which each has a contact, marked for review', async () => {
    const people = [await aMember(), await aMember()];
    const marked = await marks(people);
    const items = await recorded(people, { at: '2018-06-21T10:00:00-04:00', on: undefined, facility: 'GLADEFL', words: WORDS });
    expect(items.map(({ detaineeId }) => detaineeId)).toEqual(people);
    expect(new Set(items.map(({ encounterId }) => encounterId)).size).toBe(1);
    expect(items[0]).toMatchObject({ version: 1, on: IN_FORCE, at: '2018-06-21T10:00:00.000-04:00', words: WORDS, facility: 'GLADEFL' });
    expect((await read(`/v1/ice-contacts?encounter=${items[0].encounterId}`)).items).toHaveLength(2);
    const kept = await read(`/v1/ice-contacts/${items[0].id}`);
    expect(items[0]).toEqual({ ...kept, findings: items[0].findings });
    expect(await marks(people)).toBe(marked + 2);
  });

  it('are recorded once for one Idempotency-Key, also when sent three times at once', async () => {
    const member = await aMember();
    const answers = await Promise.all([1, 2, 3].map(() => send(aContact([member]), { headers: { 'idempotency-key': `a-contact-${member}` } })));
    expect(new Set(answers.map((answer) => answer.json<Recorded>().items[0].id)).size).toBe(1);
    expect((await read(`/v1/ice-contacts?detainee=${member}`)).items).toHaveLength(1);
  });

  it('keep what was said sealed, and show it to whoever works on the case', async () => {
    const member = await aMember();
    await recorded([member], { words: WORDS, narrative: WORDS, documents: [{ title: WORDS, act: 'shown' }], witnesses: WORDS, learnedHow: WORDS, place: WORDS, actorName: WORDS });
    const [row] = await app.database.query<{ row: string }>('select to_json(c)::text as row from ice_contact c where detainee_id = $1', [member]);
    expect(row?.row).not.toContain(WORDS);
    expect((await read(`/v1/ice-contacts?detainee=${member}`)).items[0]).toMatchObject({ narrative: WORDS, documents: [{ title: WORDS, act: 'shown' }] });
  });

  it('are superseded by a correction, which answers with the clauses again, and are withdrawn with a reason', async () => {
    const member = await aMember();
    const [contact] = await recorded([member], { topics: ['document-signing'] });
    const path = `/v1/ice-contacts/${contact.id}`;
    const correct = (seen: number, body: object) => app.patch(path, { as: paralegal, headers: { 'if-match': `"${seen}"` }, body });
    const answer = await correct(1, { counselPresent: false, reason: 'the client says that he was alone' });
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"2"']);
    expect(clausesOf(answer.json<Recorded>())).toEqual([['ham-c8', 'met', []]]);
    expect((await correct(1, { counselPresent: true, reason: 'late' })).statusCode).toBe(412);
    expect((await correct(2, { at: '2026-11-24T12:00:01Z', reason: 'a slip' })).statusCode).toBe(422);
    expect(await read(`${path}?asKnownOn=${contact.recordedAt}`)).toMatchObject({ version: 1, counselPresent: null });
    expect((await app.delete(path, { as: paralegal, headers: { 'if-match': '"2"' }, body: { reason: 'another client' } })).statusCode).toBe(204);
    expect((await app.get(path, { as: paralegal })).statusCode).toBe(404);
  });

  it('leave one entry of the log and one mark of their person for each change, and for a refused one neither', async () => {
    const member = await aMember();
    await app.sweep('2026-11-24');
    const left = async () => ({
      marks: await marks([member]),
      entries: (await app.database.query<{ action: string }>(
        `select action from audit_entry where detainee_id = $1 and subject = 'ice-contact' and action not like '%.read' order by id`, [member])).map(({ action }) => action),
    });
    expect(await left()).toEqual({ marks: 0, entries: [] });
    const [contact] = await recorded([member]);
    expect(await left()).toEqual({ marks: 1, entries: ['ice-contact.recorded'] });
    const change = (method: 'patch' | 'delete', seen: number, body: object) =>
      app[method](`/v1/ice-contacts/${contact.id}`, { as: paralegal, headers: { 'if-match': `"${seen}"` }, body });
    expect((await change('patch', 1, { actor: 'jail', reason: 'a misreading' })).statusCode).toBe(200);
    expect(await left()).toEqual({ marks: 2, entries: ['ice-contact.recorded', 'ice-contact.corrected'] });
    expect((await change('delete', 1, { reason: 'too late' })).statusCode).toBe(412);
    expect(await left()).toEqual({ marks: 2, entries: ['ice-contact.recorded', 'ice-contact.corrected'] });
    expect((await change('delete', 2, { reason: 'another client' })).statusCode).toBe(204);
    expect(await left()).toEqual({ marks: 3, entries: ['ice-contact.recorded', 'ice-contact.corrected', 'ice-contact.withdrawn'] });
  });

  it('are kept with every topic, and by every actor in every manner', async () => {
    const member = await aMember();
    for (const actor of ACTORS) expect((await recorded([member], { actor, topics: TOPICS }))[0].topics).toEqual(TOPICS);
    for (const manner of MANNERS) expect((await recorded([member], { manner }))[0].manner).toBe(manner);
    for (const act of DOCUMENT_ACTS) expect((await recorded([member], { documents: [{ title: 'a form', act }] }))[0].documents[0].act).toBe(act);
  });

  it('are listed page by page, the latest first, by person, actor, topic and day', async () => {
    const member = await aMember();
    for (const [on, actor, topics] of [['2018-06-19', 'ice', ['force']], ['2018-06-20', 'jail', ['force', 'retaliation']], ['2018-06-21', 'ice', []]] as const) {
      await recorded([member], { on, actor, topics });
    }
    const days = async (query: string) => (await read(`/v1/ice-contacts?detainee=${member}${query}`)).items.map(({ on }: Recorded) => on);
    expect(await days('')).toEqual(['2018-06-21', '2018-06-20', '2018-06-19']);
    expect(await days('&actor=ice')).toEqual(['2018-06-21', '2018-06-19']);
    expect(await days('&topic=retaliation')).toEqual(['2018-06-20']);
    expect(await days('&from=2018-06-20&to=2018-06-20')).toEqual(['2018-06-20']);
    const first = await read(`/v1/ice-contacts?detainee=${member}&limit=2`);
    expect(await days(`&limit=2&cursor=${first.nextCursor}`)).toEqual(['2018-06-19']);
  });

  describe('are refused, and nothing is written,', () => {
    let member: string;
    const counts = () => app.database.query(`
      select (select count(*) from ice_contact) c, (select count(*) from review_mark) r,
             (select count(*) from audit_entry where action not like 'request.%' and action not like '%.read') a`);
    beforeAll(async () => { member = (await aDetainee(app, paralegal, { birthDate: '1980-05-02' })).id; });

    // The clock of the test stands at 2026-11-24T12:00:00Z.
    it.each<[string, object, number, string]>([
      ['tomorrow', { on: '2026-11-25' }, 422, 'on'],
      ['a second from now', { on: undefined, at: '2026-11-24T12:00:01Z' }, 422, 'at'],
      ['the day before the person was born', { on: '1980-05-01' }, 409, 'detaineeIds[0].on'],
      ['with a topic that is not in the list', { topics: ['weather'] }, 400, 'topics'],
      ['without topics', { topics: undefined }, 400, 'topics'],
      ['with a quote that is too long by one', { words: 'x'.repeat(5_001) }, 400, 'words'],
      ['with an actor whom nobody knows', { actor: 'fbi' }, 400, 'actor'],
      ['at a facility that nobody knows', { facility: 'NOWHERE' }, 422, 'facility'],
      ['without a day', { on: undefined }, 422, 'on'],
      ['with nobody', { detaineeIds: [] }, 422, 'detaineeIds'],
      ['with a source that names nothing', { source: { kind: 'document' } }, 422, 'source.text'],
    ])('%s', async (_what, more, status, path) => {
      const before = await counts();
      const answer = await send(aContact([member], more));
      expect([answer.statusCode, answer.json<Recorded>().errors[0].path]).toEqual([status, path]);
      expect(await counts()).toEqual(before);
    });

    it('with a quote of a megabyte', async () => {
      const before = await counts();
      expect((await send(aContact([member], { words: 'x'.repeat(1_048_576) }))).statusCode).toBe(413);
      expect(await counts()).toEqual(before);
    });

    it('also as a correction of what was recorded', async () => {
      const [contact] = await recorded([member]);
      const before = await counts();
      const correct = async (changes: object) => {
        const answer = await app.patch(`/v1/ice-contacts/${contact.id}`, { as: paralegal, headers: { 'if-match': '"1"' }, body: { reason: 'a slip', ...changes } });
        return [answer.statusCode, answer.json<Recorded>().errors?.[0].path];
      };
      expect(await correct({ on: '2026-11-25' })).toEqual([422, 'on']);
      expect(await correct({ on: '1980-05-01' })).toEqual([409, 'on']);
      expect(await correct({ topics: ['weather'] })).toEqual([400, 'topics']);
      expect(await correct({ words: 'x'.repeat(5_001) })).toEqual([400, 'words']);
      expect(await correct({ words: 'x'.repeat(1_048_576) })).toEqual([413, undefined]);
      expect(await counts()).toEqual(before);
    });

    it('with the same person twice, also in capitals', async () => {
      expect((await send(aContact([member, member.toUpperCase()]))).statusCode).toBe(422);
    });

    it('for all of them, where one of them is not on file', async () => {
      const before = await counts();
      expect((await send(aContact([member, '00000000-0000-4000-8000-000000000000']))).statusCode).toBe(404);
      expect(await counts()).toEqual(before);
    });

    it('before the year in which somebody was born of whom only that is known', async () => {
      const { id } = await aDetainee(app, paralegal, { birthYear: 1980 });
      expect((await send(aContact([id], { on: '1979-12-31' }))).statusCode).toBe(409);
      await recorded([id], { on: '1980-01-01' });
    });

    it('but on the day of birth and at this very second they are recorded', async () => {
      await recorded([member], { on: '1980-05-02' });
      await recorded([member], { on: undefined, at: '2026-11-24T12:00:00Z' });
      await recorded([member], { words: 'x'.repeat(5_000) });
    });
  });

  it('are closed to whoever is not signed in, to an auditor, and to an attorney before whom a wall stands', async () => {
    const member = await aMember();
    const [contact] = await recorded([member]);
    expect((await app.post('/v1/ice-contacts', { body: aContact([member]) })).statusCode).toBe(401);
    expect((await send(aContact([member]), { as: await app.signedIn('auditor') })).statusCode).toBe(403);
    const walled = await app.signedIn('attorney');
    const admin = await app.signedIn('admin');
    const wall = await app.post('/v1/walls', { as: admin, body: { detaineeId: member, userId: walled.id, reason: 'a conflict of interest' } });
    expect(wall.statusCode).toBe(201);
    expect((await app.get(`/v1/ice-contacts/${contact.id}`, { as: walled })).statusCode).toBe(404);
    expect((await send(aContact([member]), { as: walled })).statusCode).toBe(404);
    expect((await app.get(`/v1/ice-contacts/${contact.id}`, { as: attorney })).statusCode).toBe(200);
  });
});
