import { parseDay } from '../../src/law/calendar/day.js';
import { namePeople } from '../../src/demo/people/names.js';
import { daysFrom } from '../../src/demo/telling.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, type Recorded, SOURCE } from '../support/factories.js';

describe('a conflict check', () => {
  let app: TestApp;
  let admin: SignedIn;
  let attorney: SignedIn;
  let paralegal: SignedIn;
  let elder: string;
  let younger: string;

  const people = namePeople(daysFrom(parseDay('2026-11-24')));
  const ofTheDemo = async (key: string): Promise<string> => {
    const { names, aNumber, birthDate } = people.find((person) => person.key === key)!;
    return (await aDetainee(app, paralegal, {
      names: names.map(({ text }, at) => ({ kind: at === 0 ? 'primary' : 'spelling', fullName: text })), birthDate, identifiers: [{ kind: 'a-number', value: aNumber }],
    })).id as string;
  };

  beforeAll(async () => {
    app = await testApp();
    [admin, attorney, paralegal] = [await app.signedIn('admin'), await app.signedIn('attorney'), await app.signedIn('paralegal')];
    [elder, younger] = [await ofTheDemo('elder-brother'), await ofTheDemo('younger-brother')];
    await ofTheDemo('six-spellings');
    await aFact(app, paralegal, elder, 'adverse-parties', { relation: 'officer', fullName: 'Robert Kolb', note: 'of whom he complained' });
  });
  afterAll(() => app.close());

  const send = (body: object, as = paralegal) => app.post('/v1/conflict-checks', { as, body: { detaineeId: younger, relation: 'client', ...body } });
  const ask = async (body: object = {}, as = paralegal): Promise<Recorded> => {
    const answer = await send(body, as);
    expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
    return answer.json<Recorded>();
  };
  const decide = (id: string, seen: number, body: object, as = attorney) => app.post(`/v1/conflict-checks/${id}/decision`, { as, headers: { 'if-match': `"${seen}"` }, body });
  const found = ({ matches }: Recorded) => matches.map(({ detaineeId, relation }: Recorded) => [detaineeId, relation]);
  const newcomer = async () => (await aDetainee(app, paralegal, { names: [{ kind: 'primary', fullName: 'Ninos Sargon' }] })).id as string;

  it('of the younger of two brothers of one name finds the elder, by the file alone, and says that they were born on different days', async () => {
    const check = await ask();
    expect(check).toMatchObject({ version: 1, detaineeId: younger, undisclosed: false, more: false, decision: null, asked: { birthDate: '1993-01-01', aNumbers: ['900006003'] } });
    expect(found(check)).toEqual([[elder, 'client']]);
    const [brother] = check.matches;
    expect(brother.name).toBe('Mohammed Ali Hussein');
    expect(brother.because).toEqual(['The name is written exactly so on file.',
      'They were born on different days: it may be a relative of the same name, or a date that was written down wrong.', 'On file as a client.']);
    expect((await app.get(`/v1/conflict-checks/${check.id}`, { as: paralegal })).json()).toEqual(check);

    const sameDay = await ask({ detaineeId: await newcomer(), names: ['MOHAMMED ALI HUSSEIN'], birthDate: '1990-01-01' });
    expect(sameDay.matches.map(({ detaineeId, score }: Recorded) => [detaineeId, score > brother.score])).toEqual([[elder, true], [younger, false]]);
  });

  it.each<[string, object, (string | null)[]]>([
    ['in Arabic', { names: ['محمد علي حسين'] }, ['elder', 'younger']],
    ['in another spelling and order', { names: ['Hussain, Muhamad Aly'] }, ['elder', 'younger']],
    ['by one name among several', { names: ['Somebody Else', 'Mohamed Amin'] }, ['elder']],
    ['by two parts that no two of theirs sound like', { names: ['Mohammed Schmidt'] }, []],
    ['by a number in another form, under another name', { names: ['Tobias Schmidt'], aNumbers: ['A 900 006 002'] }, ['elder']],
    ['as an officer whose name is on file as one', { relation: 'officer', names: ['Robbert Kolb'] }, ['elder']],
  ])('finds somebody %s', async (_how, body, expected) => {
    const check = await ask({ detaineeId: await newcomer(), ...body });
    expect(new Set(check.matches.map(({ detaineeId }: Recorded) => (detaineeId === elder ? 'elder' : detaineeId === younger ? 'younger' : detaineeId)))).toEqual(new Set(expected));
  });

  it('is sure of one person by the number alone, and tells as what the other is on file', async () => {
    const id = await newcomer();
    const [byNumber] = (await ask({ detaineeId: id, relation: 'adverse-party', aNumbers: ['900006002'] })).matches;
    expect(byNumber).toMatchObject({ detaineeId: elder, score: 100, name: null });
    const [officer] = (await ask({ detaineeId: id, relation: 'officer', names: ['Robert Kolb'] })).matches;
    expect(officer).toMatchObject({ relation: 'officer', name: 'Robert Kolb' });
    expect(officer.because.at(-1)).toBe('On file as an officer in the case of a client.');
    // In his own file he is no conflict.
    expect((await ask({ detaineeId: elder, relation: 'officer', names: ['Robert Kolb'] })).matches).toEqual([]);
  });

  it('tells whoever is shut out of a file only that there is a match, lets them not decide, and leaves it to whoever sees it', async () => {
    const walled = await app.signedIn('attorney');
    expect((await app.post('/v1/walls', { as: admin, body: { detaineeId: elder, userId: walled.id, reason: 'a conflict of interest' } })).statusCode).toBe(201);
    const answer = await send({}, walled);
    expect(answer.json<Recorded>()).toMatchObject({ matches: [], undisclosed: true });
    expect(answer.body).not.toContain(elder);
    const { id } = answer.json<Recorded>();
    expect((await decide(id, 1, { decision: 'clear' }, walled)).statusCode).toBe(409);
    expect((await decide(id, 1, { decision: 'clear' }, paralegal)).statusCode).toBe(403);
    expect(found((await app.get(`/v1/conflict-checks/${id}`, { as: attorney })).json())).toEqual([[elder, 'client']]);

    expect((await decide(id, 1, { decision: 'waived' })).json<Recorded>().errors[0].path).toBe('reason');
    const reason = 'both brothers agreed in writing';
    const decided = await decide(id, 1, { decision: 'waived', reason });
    expect([decided.statusCode, decided.headers.etag, decided.json<Recorded>()]).toMatchObject([200, '"2"', { decision: 'waived', reason, decidedBy: attorney.id }]);
    const [look] = await app.database.query<{ mentions: string[] }>(`select mentions from audit_entry where request_id = $1 and action = 'detainees.listed'`, [decided.headers['x-request-id']]);
    expect(look.mentions).toEqual([younger, elder]); // whoever decides is shown the match
    expect((await decide(id, 1, { decision: 'conflict' })).statusCode).toBe(412);
    const undecided = async (flag: boolean) =>
      (await app.get(`/v1/conflict-checks?detainee=${younger}&undecided=${flag}`, { as: paralegal })).json<Recorded>().items.map((check: Recorded) => check.id);
    expect([await undecided(false), (await undecided(true)).includes(id)]).toEqual([[id], false]);

    // What was asked and why it was decided is sealed, and the log of one says nothing of the other.
    const [row] = await app.database.query<{ rows: string }>(
      `select (select json_agg(c)::text from conflict_check c) || (select json_agg(a)::text from audit_entry a where subject = 'conflict-check' and action not like '%.read') as rows`);
    for (const word of ['Mohammed', 'Kolb', '900006002', reason]) expect(row.rows).not.toContain(word);
    const entries = await app.database.query<{ action: string }>(`select action from audit_entry where subject_id = $1 and action like 'conflict-check.%' and action not like '%.read' order by id`, [id]);
    expect(entries.map(({ action }) => action)).toEqual(['conflict-check.asked', 'conflict-check.decided']);
  });

  it.each<[string, object, number, string]>([
    ['of nobody', { relation: 'witness' }, 422, 'names'],
    ['of a name without a letter', { names: ['123'] }, 422, 'names[0]'],
    ['of a number that is none', { aNumbers: ['12'] }, 422, 'aNumbers[0]'],
    ['as nobody knows what', { relation: 'friend' }, 400, 'relation'],
    ['for nobody on file', { detaineeId: '00000000-0000-4000-8000-000000000000' }, 404, ''],
  ])('%s is refused, and nothing is written', async (_what, body, status, path) => {
    const count = () => app.database.query('select count(*) from conflict_check');
    const before = await count();
    const answer = await send(body);
    expect([answer.statusCode, answer.json<Recorded>().errors?.[0].path ?? '']).toEqual([status, path]);
    expect(await count()).toEqual(before);
  });

  it('is closed to co-counsel from outside and to an auditor; an adverse party is corrected and withdrawn as other facts are', async () => {
    for (const role of ['co-counsel', 'auditor'] as const) expect((await send({}, await app.signedIn(role))).statusCode).toBe(403);
    const id = await newcomer();
    const party = await aFact(app, paralegal, id, 'adverse-parties', { relation: 'witness', fullName: '  Amira   Dagher ' });
    expect(party).toMatchObject({ fullName: 'Amira Dagher', script: 'Latn' });
    const path = `/v1/detainees/${id}/adverse-parties/${party.id}`;
    const corrected = await app.patch(path, { as: paralegal, headers: { 'if-match': '"1"' }, body: { fullName: 'أميرة داغر', reason: 'her passport' } });
    expect(corrected.json<Recorded>()).toMatchObject({ version: 2, script: 'Arab', relation: 'witness' });
    expect(found(await ask({ relation: 'witness', names: ['Amirah Daghir'] }))).toEqual([[id, 'witness']]);
    expect((await app.delete(path, { as: paralegal, headers: { 'if-match': '"2"' }, body: { reason: 'of another case' } })).statusCode).toBe(204);
    expect(found(await ask({ relation: 'witness', names: ['Amirah Daghir'] }))).toEqual([]);
    expect((await app.post(`/v1/detainees/${id}/adverse-parties`, { as: paralegal, body: { relation: 'witness', fullName: '…', source: SOURCE } })).statusCode).toBe(422);
  });
});
