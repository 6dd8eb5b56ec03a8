import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { AuditService } from '../../src/audit/audit.service.js';
import { OfficeLaw } from '../../src/court-orders/office-law.js';
import { DetentionReviewService } from '../../src/detention-review/detention-review.service.js';
import { Evaluator, type LawNow } from '../../src/detention-review/evaluator.js';
import { DETENTION_REVIEW_QUEUE, ReviewJob } from '../../src/detention-review/detention-review.queue.js';
import { LAW_VERSION } from '../../src/law/law-version.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aStint, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';

const TODAY = '2026-11-24';
const ENTERED_ON = '2026-11-23';
const IN_FORCE = { from: ENTERED_ON, state: 'in_force', cause: 'order entered', source: 'ECF 12', grade: 'V1' };

const clause = (id: string, check: unknown, more: object = {}) => ({
  id, text: 'What the order says, in our words.', citation: 'ECF 12 at 3', grade: 'V1', unverified: false, status: [IN_FORCE], weight: 1, warningDays: 3,
  check, checkedOn: TODAY, ...more,
});
const anOrder = (id: string, more: object = {}) => ({
  id, kind: 'order', caption: 'A.B. v. Warden', citation: 'order of 2026-11-23 (E.D. Mich. 2:26-cv-10000)', court: 'E.D. Mich.', docket: '2:26-cv-10000',
  judge: null, binds: ['ice', 'dhs'], where: 'everywhere', places: null, protects: { kind: 'everyone' }, clauses: [clause('notice', null)], ...more,
});
const noTransfer = (more: object = {}) => clause('no-transfer', { kind: 'forbidden-act', endedBy: [], events: ['transfer-notice'], unless: null }, more);
const ended = { satisfiedBy: [], requires: 'any', countsFrom: 0, due: 'by', release: 'ends' };

/** One person's release: by 5 p.m. on Thursday, proof within a day, a declaration within five, and not held again. */
const releaseOrder = (id: string) => anOrder(id, {
  protects: { kind: 'persons' },
  clauses: [
    clause('release', { kind: 'fixed-date', on: '2026-11-26', at: '2026-11-26T17:00:00-05:00', reachedBy: null, satisfiedBy: [], release: 'satisfies' }),
    clause('proof', { ...ended, kind: 'deadline', trigger: { kind: 'event', event: 'released' }, offset: { n: 24, unit: 'hour' }, satisfiedBy: ['proof-of-release'] }),
    clause('declaration', { ...ended, kind: 'deadline', trigger: { kind: 'order', on: ENTERED_ON }, offset: { n: 5, unit: 'day', rolls: 'frcp-6a' }, satisfiedBy: ['declaration-filed'] }),
    clause('not-again', { kind: 'forbidden-act', endedBy: [], heldAgainAfter: ['court-order'], unless: null }),
    clause('costs', null, { grade: 'M', unverified: true }),
  ],
});

describe('orders that the office enters', () => {
  let app: TestApp;
  let admin: SignedIn;
  let attorney: SignedIn;
  let paralegal: SignedIn;
  let coCounsel: SignedIn;
  let auditor: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    await twoFacilities(app.database);
    [admin, attorney, paralegal, coCounsel, auditor] = await Promise.all(
      (['admin', 'attorney', 'paralegal', 'co-counsel', 'auditor'] as const).map((role) => app.signedIn(role))) as [SignedIn, SignedIn, SignedIn, SignedIn, SignedIn];
  });
  afterAll(() => app.close());
  afterEach(() => app.clock.set(`${TODAY}T12:00:00Z`));

  const path = (id: string, rest = '') => `/v1/court-orders/${id}${rest}`;
  const enter = (body: object, as = attorney) => app.post('/v1/court-orders', { as, body });
  const entered = async (body: object): Promise<Recorded> => {
    const answer = await enter(body);
    expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
    return answer.json<Recorded>();
  };
  const change = (method: 'PUT' | 'DELETE', id: string, version: number, body: object, as = attorney) =>
    app.send(method, path(id), { as, headers: { 'if-match': `"${version}"` }, body });
  const read = async (at: string, as = attorney) => (await app.get(at, { as })).json<Recorded>();
  const status = (id: string, entry: object, as = attorney) =>
    app.post(path(id, '/status-entries'), { as, body: { cause: 'vacated on appeal', source: 'ECF 41', grade: 'V1', ...entry } });
  const on = async (day: string) => {
    app.clock.set(`${day}T15:00:00Z`);
    await app.sweep(day);
  };
  const listed = async (detainee: string, authority: string, query = 'status=open&result=met,approaching,not-met,not-in-force,unknown,contested') =>
    (await read(`/v1/findings?detainee=${detainee}&authority=${authority}&${query}`)).items as Recorded[];
  const results = async (detainee: string, authority: string) =>
    Object.fromEntries((await listed(detainee, authority)).map(({ clause: id, result }: Recorded) => [id, result]));
  const revision = async () => (await app.database.query<{ revision: number }>('select revision from office_law'))[0].revision;
  const rows = async () => app.database.query(`select (select count(*) from court_order) o, (select count(*) from court_order_status) s,
    (select count(*) from law_verification) v, (select count(*) from class_membership) m, (select revision from office_law) r`);
  const aHeldPerson = async () => {
    const { id } = await aDetainee(app, paralegal);
    await aStint(app, paralegal, id, { from: '2026-06-01' });
    return id as string;
  };
  const pathsOf = (answer: { json: () => Recorded }) => answer.json().errors.map((fault: Recorded) => fault.path);

  it('release of one person is entered with whom it names, found by the next review, and closed to whoever does not see the person', async () => {
    const [person, other] = [await aHeldPerson(), await aHeldPerson()];
    await app.sweep(TODAY);
    const answer = await enter({ ...releaseOrder('mied-26-10000'), persons: [{ detaineeId: person, from: ENTERED_ON, to: null }] });
    expect([answer.statusCode, answer.headers.etag, answer.headers.location]).toEqual([201, '"1"', expect.stringMatching(/court-orders\/mied-26-10000$/)]);
    const order = answer.json();
    expect(order).toMatchObject({ id: 'mied-26-10000', version: 1, personCount: 1, persons: [{ detaineeId: person, from: ENTERED_ON }], statusEntries: [{ clauseIds: ['release', 'proof', 'declaration', 'not-again', 'costs'] }] });
    expect((await read(`/v1/detainees/${person}/memberships`)).items).toMatchObject([{ class: 'mied-26-10000', source: { text: `${order.caption}, ${order.citation}` } }]);

    expect((await read('/v1/detention-review/status')).due).toBeGreaterThanOrEqual(2);
    expect((await read(`/v1/findings?detainee=${person}`)).items.every(({ reviewPending }: Recorded) => reviewPending)).toBe(true);
    const jobs = await app.nest.get<Queue>(getQueueToken(DETENTION_REVIEW_QUEUE), { strict: false }).getWaiting();
    expect(jobs.map(({ name }) => name)).toContain(ReviewJob.Sweep);
    expect((await app.sweep(TODAY)).evaluated).toBeGreaterThanOrEqual(2);
    expect((await read('/v1/detention-review/status')).due).toBe(0);
    expect(await results(person, order.id)).toEqual({ release: 'approaching' });
    expect(await listed(other, order.id)).toEqual([]);
    const evaluation = await read(`/v1/detainees/${person}/evaluation`);
    expect(evaluation.lawVersion).toBe(`${LAW_VERSION}+${await revision()}`);
    expect(evaluation.findings.filter(({ authority }: Recorded) => authority === order.id)).toHaveLength(2);

    await on('2026-11-27');
    expect(await results(person, order.id)).toMatchObject({ release: 'met' });
    await aFact(app, paralegal, person, 'events', { kind: 'released', at: '2026-11-27T10:00:00-05:00' });
    const [stint] = (await read(`/v1/detainees/${person}/stints`)).items;
    const left = { to: '2026-11-27', endedBy: 'court-order', reason: 'he called from home' };
    expect((await app.patch(`/v1/detainees/${person}/stints/${stint.id}`, { as: paralegal, headers: { 'if-match': '"1"' }, body: left })).statusCode).toBe(200);
    await on('2026-12-03');
    expect(await results(person, order.id)).toMatchObject({ release: 'met', proof: 'met', declaration: 'met' });
    await aStint(app, paralegal, person, { from: '2026-12-02' });
    await on('2026-12-04');
    expect(await results(person, order.id)).toMatchObject({ 'not-again': 'met' });

    const verification = (await app.post('/v1/law/verifications', { as: attorney, body: { authority: order.id, clause: 'costs', readOn: TODAY, source: 'ECF 12 at 9' } })).json();
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person, userId: attorney.id, reason: 'a conflict' } });
    for (const [as, status] of [[attorney, 404], [auditor, 404], [paralegal, 200]] as const) expect((await app.get(`/v1/law/verifications/${verification.id}`, { as })).statusCode).toBe(status);
    expect((await read('/v1/law/verifications')).items).toEqual([]);
    expect((await read('/v1/court-orders')).items.map(({ id }: Recorded) => id)).not.toContain(order.id);
    for (const each of ['', '/versions', '/status-entries']) expect((await app.get(path(order.id, each), { as: attorney })).statusCode).toBe(404);
    expect((await status(order.id, { clauseIds: ['release'], state: 'stayed', on: '2026-11-25' })).statusCode).toBe(404);
    expect((await change('DELETE', order.id, 1, { reason: 'x' })).statusCode).toBe(404);
    expect((await app.post(path(order.id, '/preview'), { as: attorney, body: { statusEntries: [{ clauseIds: ['release'], state: 'stayed', on: TODAY, cause: 'x', source: 'x', grade: 'V1' }] } })).statusCode).toBe(404);
    const ids = async (as: SignedIn) => (await read('/v1/law/authorities', as)).items.filter(({ office }: Recorded) => office).map(({ id }: Recorded) => id);
    expect(await ids(paralegal)).toContain(order.id);
    for (const each of [attorney, auditor, coCounsel]) expect(await ids(each)).not.toContain(order.id);
    // Nor does it open to who says that it names somebody else.
    expect(pathsOf(await app.post(`/v1/detainees/${other}/memberships`, { as: attorney, body: { source: SOURCE, class: order.id, from: ENTERED_ON } }))).toEqual(['class']);
    expect((await app.get(path(order.id), { as: attorney })).statusCode).toBe(404);
    // A refusal that lists the classes that there are names none of persons.
    expect((await enter(anOrder('x', { protects: { kind: 'those', who: { member: order.id }, class: null } }))).body).not.toContain(order.id);
    // The log keeps it under the person's key.
    const logged = (condition: string) => app.database.query<{ action: string }>(`select action from audit_entry where ${condition}`);
    expect(await logged(`concat(before::text, after::text) like '%${order.id}%'`)).toEqual([]);
    expect(await logged(`subject = 'court-order' and detainee_id = '${person}'`)).toEqual([{ action: 'court-order.entered' }]);

    // It is about this person alone, and goes with the person.
    const { version } = await read(`/v1/detainees/${person}`, admin);
    expect((await app.post(`/v1/detainees/${person}/erasure`, { as: admin, headers: { 'if-match': `"${version}"` }, body: { reason: 'client-request' } })).statusCode).toBe(200);
    expect(await app.database.query(`select from court_order where id = $1 union all select from court_order_status where order_id = $1`, [order.id])).toEqual([]);
    await app.sweep('2026-12-04');
  });

  it('what was vacated raises nothing later, and keeps what it raised while it had force', async () => {
    const person = await aHeldPerson();
    await aFact(app, paralegal, person, 'events', { kind: 'transfer-notice', on: '2026-11-10' });
    const since = [{ ...IN_FORCE, from: '2026-11-01' }];
    const order = await entered(anOrder('vacated-later', { clauses: [noTransfer({ status: since }),
      clause('list', { kind: 'recurring', from: '2026-11-02', every: 7, satisfiedBy: ['list-produced'] }, { status: since })] }));
    await on(TODAY);
    expect(await results(person, order.id)).toEqual({ 'no-transfer': 'met', list: expect.stringMatching(/met|unknown/) });
    const [before] = (await listed(person, order.id)).filter(({ clause: id }) => id === 'list');
    expect((await read(`/v1/findings/${before.id}`)).clauseVersion).toMatchObject({ text: order.clauses[1].text, decidedOn: TODAY, status: { state: 'in_force', from: '2026-11-01' } });

    const answer = await status(order.id, { clauseIds: ['no-transfer', 'list'], state: 'vacated', on: '2026-11-20' });
    expect([answer.statusCode, answer.json().on]).toEqual([201, '2026-11-20']);
    await aFact(app, paralegal, person, 'events', { kind: 'transfer-notice', on: '2026-11-21' });
    await on(TODAY);
    const standing = await listed(person, order.id);
    expect(standing.map(({ clause: id, result, on: day }) => [id, result, day]).sort()).toEqual([['list', 'not-in-force', null], ['no-transfer', 'met', '2026-11-10']]);
    const { superseded } = await read(`/v1/findings/${before.id}`);
    expect(superseded.reason).toMatch(/^An order of the office or a verification changed .* from met to not-in-force; .* \(Without force since 2026-11-20: vacated on appeal \(ECF 41\)\)\.$/);

    // An entry that was wrong is withdrawn, and the clause has the force that it had.
    const entry = answer.json();
    const withdraw = (version: number) => app.delete(path(order.id, `/status-entries/${entry.id}`), { as: attorney, headers: { 'if-match': `"${version}"` }, body: { reason: 'another case' } });
    expect((await withdraw(1)).statusCode).toBe(204);
    expect((await withdraw(1)).statusCode).toBe(412);
    expect((await withdraw(2)).statusCode).toBe(409);
    await on(TODAY);
    expect((await listed(person, order.id)).filter(({ result }) => result === 'met').map(({ clause: id, on: day }) => [id, day]).sort())
      .toEqual(expect.arrayContaining([['no-transfer', '2026-11-10'], ['no-transfer', '2026-11-21']]));
    expect((await read(path(order.id, '/status-entries'))).items.at(-1)).toMatchObject({ state: 'vacated', withdrawn: { reason: 'another case', by: attorney.id } });

    // Of a clause of which nothing stands nobody can say whether it has force.
    const [first] = (await read(path(order.id))).statusEntries;
    await app.delete(path(order.id, `/status-entries/${first.id}`), { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'wrong day' } });
    await on(TODAY);
    expect(new Set(Object.values(await results(person, order.id)))).toEqual(new Set(['unknown']));
    await change('DELETE', order.id, 1, { reason: 'entered for another office' });
    expect((await app.get(path(order.id), { as: attorney })).statusCode).toBe(404);
    await on(TODAY);
    expect(await listed(person, order.id)).toEqual([]);
  });

  it('what a fact turned round is put down to the fact, whatever else of the law changed before', async () => {
    const person = await aHeldPerson();
    const allEvents = () => app.send('PUT', `/v1/detainees/${person}/known-lists/events`, { as: paralegal, body: { source: SOURCE } });
    expect((await allEvents()).statusCode).toBe(200);
    const due = { kind: 'fixed-date', on: '2026-11-20', reachedBy: null, satisfiedBy: ['declaration-filed'], release: 'ends' };
    const order = await entered(anOrder('turned-round', { clauses: [clause('declaration', due, { status: [{ ...IN_FORCE, from: '2026-11-01' }] })] }));
    const turned = async () => {
      const [{ id, result }] = await listed(person, order.id);
      const { predecessors } = await read(`/v1/findings/${id}`);
      return [result, predecessors[0]?.reason ?? null];
    };
    await on('2026-11-18');
    expect(await turned()).toEqual(['approaching', null]);
    const { id: declared, version } = await aFact(app, paralegal, person, 'events', { kind: 'declaration-filed', on: '2026-11-18' });
    await on('2026-11-18');
    expect(await turned()).toEqual(['not-met', expect.stringMatching(/^Facts on file changed: /)]);

    await on(TODAY);
    await entered(anOrder('another-matter'));
    await on(TODAY);
    const withdrawn = await app.delete(`/v1/detainees/${person}/events/${declared}`, { as: paralegal, headers: { 'if-match': `"${version}"` }, body: { reason: 'it was of another client' } });
    expect(withdrawn.statusCode).toBe(204);
    await allEvents();
    await on(TODAY);
    expect(await turned()).toEqual(['met', 'Facts on file changed: the result went from not-met to met; a fact came late, by which the deadline of 2026-11-20 was missed, '
      + 'where the file as it stood on 2026-11-20 said that it was not missed.']);
    for (const id of [order.id, 'another-matter']) expect((await change('DELETE', id, 1, { reason: 'tried' })).statusCode).toBe(204);
  });

  it('is corrected by a new version, which keeps the states; two who do so at once are told', async () => {
    const order = await entered(anOrder('corrected', { clauses: [noTransfer()] }));
    const { id, version, statusEntries, persons, personCount, recordedBy, recordedAt, reason, ...said } = order;
    expect([version, persons, personCount, recordedBy, reason]).toEqual([1, [], 0, attorney.id, null]);
    expect([statusEntries.length, typeof recordedAt]).toEqual([1, 'string']);
    const put = (body: object, seen = 1) => change('PUT', id, seen, { ...said, reason: 'the pin cite was wrong', ...body });
    const corrected = await put({ clauses: [clause('no-transfer', said.clauses[0].check, { status: undefined, citation: 'ECF 12 at 4' }), clause('new', null)] });
    expect([corrected.statusCode, corrected.headers.etag]).toEqual([200, '"2"']);
    expect(corrected.json().clauses.map(({ id: of, citation, statusTimeline }: Recorded) => [of, citation, statusTimeline.length])).toEqual([['no-transfer', 'ECF 12 at 4', 1], ['new', 'ECF 12 at 3', 1]]);
    expect((await put({ clauses: [clause('no-transfer', null)] })).json()).toMatchObject({ status: 412, current: { version: 2 } });
    const again = corrected.json();
    expect((await put({ clauses: again.clauses }, 2)).statusCode).toBe(422);
    expect(pathsOf(await put({ clauses: [noTransfer({ status: [{ ...IN_FORCE, state: 'stayed' }] })] }, 2))).toEqual(['clauses[0].status']);
    expect(pathsOf(await put({ id: 'another', protects: { kind: 'persons' }, reason: '' }, 2)).sort()).toEqual(['id', 'protects.kind', 'reason']);
    expect((await read(path(id, '/versions'))).items.map(({ version: of, supersededReason }: Recorded) => [of, supersededReason])).toEqual([[2, null], [1, 'the pin cite was wrong']]);

    const both = await Promise.all([enter(anOrder('at-once')), enter(anOrder('at-once'))]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 400]);
  });

  it.each<[string, object, readonly string[]]>([
    ['an unknown check', anOrder('bad', { clauses: [clause('a', { kind: 'be-nice' })] }), ['clauses[0].check.kind']],
    ['two states on one day', anOrder('bad', { clauses: [clause('a', null, { status: [IN_FORCE, { ...IN_FORCE, state: 'stayed' }] })] }), ['clauses[0].status[1].from']],
    ['a timeline with a hole', anOrder('bad', { clauses: [clause('a', null, { status: [{ ...IN_FORCE, to: '2026-12-01' }, { ...IN_FORCE, from: '2026-12-05', state: 'stayed' }] })] }), ['clauses[0].status[0].to']],
    ['a class that nobody defines', anOrder('bad', { protects: { kind: 'class', class: 'nobody', citizenship: null, reaching: null, since: ENTERED_ON } }), ['protects.class']],
    ['a predicate that is none', anOrder('bad', { protects: { kind: 'those', who: { tallerThan: 180 }, class: null } }), ['protects.who']],
    ['the id of an authority that ships', anOrder('zadvydas-v-davis'), ['id']],
    ['a class that ships, defined again', anOrder('bad', { protects: { kind: 'those', who: { held: true }, class: 'hamama-primary' } }), ['protects.class']],
    ['a verification that nobody made', anOrder('bad', { clauses: [clause('a', null, { grade: 'M', unverified: false, verified: { verifiedBy: 'me', on: TODAY, source: 'x' } })] }), ['clauses[0].verified']],
    ['persons, and none of them named', anOrder('bad', { protects: { kind: 'persons' } }), ['persons']],
    ['named persons, where everybody is protected', anOrder('bad', { persons: [] }), ['persons']],
    ['several faults at once', { ...anOrder('bad', { kind: 'wish', clauses: [clause('a', { kind: 'be-nice' }, { grade: 'A+' })], protects: { kind: 'persons' } }), persons: [{ detaineeId: 'x', from: 'y' }] },
      ['kind', 'clauses[0].check.kind', 'clauses[0].grade', 'persons[0].detaineeId', 'persons[0].from']],
  ])('%s is refused, and nothing is written', async (_what, body, paths) => {
    const before = await rows();
    const answers = [await enter(body), await app.post('/v1/court-orders/preview', { as: attorney, body })];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(400);
      expect(pathsOf(answer).sort()).toEqual([...paths].sort());
    }
    expect(await rows()).toEqual(before);
  });

  it('refuses whom the caller does not see, a state of no clause, two on one day, and a class that would be left without a definition', async () => {
    await entered(anOrder('defines', { protects: { kind: 'those', who: { citizenship: ['VEN'] }, class: 'of-the-office' } }));
    await entered(anOrder('depends', { protects: { kind: 'class', class: 'of-the-office', citizenship: null, reaching: null, since: ENTERED_ON } }));
    const venezuelan = (await aDetainee(app, paralegal, { citizenship: 'VEN' })).id as string;
    expect((await read(`/v1/detainees/${venezuelan}/class-memberships/proposals`)).items).toContainEqual(expect.objectContaining({ class: 'of-the-office', result: 'member', from: ENTERED_ON }));
    const before = await rows();
    const nobody = { ...releaseOrder('of-nobody'), persons: [{ detaineeId: '00000000-0000-4000-8000-00000000abcd', from: ENTERED_ON }] };
    for (const at of ['/v1/court-orders', '/v1/court-orders/preview']) expect((await app.post(at, { as: attorney, body: nobody })).statusCode).toBe(404);
    expect(pathsOf(await status('defines', { clauseIds: ['notice', 'other'], state: 'stayed', on: TODAY }))).toEqual(['clauseIds[1]']);
    expect(pathsOf(await status('defines', { clauseIds: ['notice'], state: 'stayed', on: ENTERED_ON }))).toEqual(['on']);
    expect((await status('defines', { clauseIds: ['notice'], state: 'lively', on: TODAY })).statusCode).toBe(400);
    const renamed = { ...anOrder('defines', { protects: { kind: 'those', who: { citizenship: ['VEN'] }, class: 'another' }, clauses: [clause('notice', null, { status: undefined })] }), reason: 'a better name' };
    expect((await change('PUT', 'defines', 1, renamed)).json().errors[0]).toMatchObject({ path: 'protects.class', allowed: ['depends'] });
    expect((await change('DELETE', 'defines', 1, { reason: 'entered twice' })).statusCode).toBe(409);
    for (const as of [paralegal, coCounsel, auditor]) expect((await enter(anOrder('not-permitted'), as)).statusCode).toBe(403);
    expect(await rows()).toEqual(before);
    for (const [id, version] of [['depends', 1], ['defines', 1]] as const) expect((await change('DELETE', id, version, { reason: 'tried' })).statusCode).toBe(204);
    for (const at of ['/v1/court-orders', '/v1/court-orders/preview', path('defines', '/preview')]) {
      const again = await app.post(at, { as: attorney, body: anOrder('defines') });
      expect([again.statusCode, pathsOf(again)]).toEqual([409, ['id']]);
    }
    // Nor is one previewed as it would be corrected or stayed, which nothing would save.
    const notAgain = [{ ...anOrder('defines', { clauses: [clause('notice', null, { status: undefined })] }) }, { statusEntries: [{ clauseIds: ['notice'], state: 'stayed', on: TODAY, cause: 'x', source: 'x', grade: 'V1' }] }];
    const codes = notAgain.map(async (body) => (await app.post(path('defines', '/preview'), { as: attorney, body })).statusCode);
    expect(await Promise.all(codes)).toEqual([409, 404]);
  });

  it('that names several is previewed by nobody who sees none of them, standing or withdrawn, and what is done to it is logged of each of them', async () => {
    const [seen, unseen] = [await aHeldPerson(), await aHeldPerson()];
    const [counsel, outsider] = [await app.signedIn('attorney'), await app.signedIn('attorney')];
    const walled: [SignedIn, string][] = [[counsel, unseen], [outsider, seen], [outsider, unseen]];
    const order = { ...releaseOrder('of-two'), persons: [seen, unseen].map((detaineeId) => ({ detaineeId, from: ENTERED_ON, to: null })) };
    await entered(order);
    for (const [user, detaineeId] of walled) await app.post('/v1/walls', { as: admin, body: { detaineeId, userId: user.id, reason: 'a conflict' } });
    const preview = async (body: object, as: SignedIn) => (await app.post(path('of-two', '/preview'), { as, body })).statusCode;
    const { persons, ...rest } = order;
    const corrected = { ...rest, id: undefined, judge: 'C.D.', clauses: rest.clauses.map((each) => ({ ...each, status: undefined })) };
    expect([await preview(corrected, counsel), await preview(corrected, outsider), await preview({ ...rest, persons }, outsider)]).toEqual([200, 404, 404]);

    expect((await change('PUT', 'of-two', 1, { ...corrected, reason: 'the judge was missing' }, counsel)).json()).toMatchObject({ judge: 'C.D.', personCount: 1 });
    await status('of-two', { clauseIds: ['costs'], state: 'stayed', on: TODAY }, counsel);
    const verification = (await app.post('/v1/law/verifications', { as: counsel, body: { authority: 'of-two', clause: 'costs', readOn: TODAY, source: 'ECF 12 at 9' } })).json();
    expect((await app.delete(`/v1/law/verifications/${verification.id}`, { as: counsel, headers: { 'if-match': '"1"' }, body: { reason: 'tried' } })).statusCode).toBe(204);
    expect((await change('DELETE', 'of-two', 2, { reason: 'entered twice' }, counsel)).statusCode).toBe(204);
    const done = ['court-order.withdrawn', 'law.verification-withdrawn', 'law.verified', 'court-order-status.recorded', 'court-order.corrected', 'court-order.entered'];
    for (const person of [seen, unseen]) {
      const { items } = await read(`/v1/detainees/${person}/access?limit=200`, admin);
      expect(items.map(({ action }: Recorded) => action).filter((action: string) => done.includes(action))).toEqual(done);
      const entries = (await read(`/v1/audit?detainee=${person}&action=court-order.corrected`, admin)).items;
      expect(entries).toMatchObject([{ detaineeId: person, actor: { id: counsel.id }, before: { judge: null }, after: { judge: 'C.D.', reason: 'the judge was missing' } }]);
      expect(JSON.stringify(entries.map(({ before, after }: Recorded) => [before, after]))).not.toMatch(new RegExp(`${seen}|${unseen}`));
    }
    expect([await preview(corrected, counsel), await preview({ ...rest, persons: [] }, outsider)]).toEqual([409, 409]);
    expect((await enter({ ...order, persons: [{ detaineeId: await aHeldPerson(), from: ENTERED_ON }] }, outsider)).statusCode).toBe(409);
  });

  it('is previewed: what it would do to whom the caller sees, and nothing is stored', async () => {
    const people = [await aHeldPerson(), await aHeldPerson()];
    for (const id of people) await aFact(app, paralegal, id, 'events', { kind: 'transfer-notice', on: ENTERED_ON });
    await app.post('/v1/walls', { as: admin, body: { detaineeId: people[1], userId: attorney.id, reason: 'a conflict' } });
    const before = await rows();
    const order = anOrder('previewed', { clauses: [noTransfer()] });
    const of = async (at: string, body: object, as = attorney): Promise<Recorded> => {
      const answer = await app.post(at, { as, body });
      expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
      return answer.json();
    };
    const shownOf = ({ people: shown }: Recorded) => shown.map(({ detaineeId }: Recorded) => detaineeId);
    const opened = { clause: 'no-transfer', change: 'opened', before: null, after: 'met' };
    const [mine, all] = [await of('/v1/court-orders/preview', order), await of(path('previewed', '/preview'), { ...order, id: undefined }, admin)];
    expect(mine).toMatchObject({ asOf: TODAY, complete: true, affected: mine.affected, clauses: expect.arrayContaining([expect.objectContaining({ ...opened, findings: mine.affected, people: mine.affected })]) });
    expect([mine.evaluated, all.evaluated - mine.evaluated, all.affected - mine.affected]).toEqual([mine.concerned, 1, 1]);
    expect([shownOf(mine).includes(people[0]), shownOf(mine).includes(people[1]), shownOf(all).includes(people[1])]).toEqual([true, false, true]);
    expect(await rows()).toEqual(before);

    await entered(order);
    const entry = (on: string) => ({ statusEntries: [{ clauseIds: ['no-transfer'], state: 'vacated', on, cause: 'vacated', source: 'ECF 41', grade: 'V1' }] });
    expect((await of(path('previewed', '/preview'), entry(TODAY))).affected).toBe(0);
    await status('previewed', { clauseIds: ['no-transfer'], state: 'stayed', on: TODAY });
    expect(pathsOf(await app.post(path('previewed', '/preview'), { as: attorney, body: entry(TODAY) }))).toEqual(['on']);
    const corrected = { ...order, id: undefined, clauses: [clause('no-transfer', { kind: 'forbidden-act', endedBy: [], events: ['transfer-notice'], unless: null }, { status: undefined, lookBackTo: TODAY })] };
    expect((await of(path('previewed', '/preview'), corrected)).clauses).toEqual([{ clause: 'no-transfer', change: 'closed', before: 'met', after: null, findings: mine.affected, people: mine.affected }]);

    // One that names persons concerns them alone.
    const release = { ...releaseOrder('previewed-release'), persons: [{ detaineeId: people[0], from: ENTERED_ON }] };
    const previewed = await app.post('/v1/court-orders/preview', { as: attorney, body: release });
    expect(previewed.json()).toMatchObject({ concerned: 1, affected: 1, people: [{ detaineeId: people[0] }] });
    const looks = await app.database.query(`select action, mentions from audit_entry where request_id = $1`, [previewed.headers['x-request-id']]);
    expect(looks).toEqual([{ action: 'detainees.listed', mentions: [people[0]] }]);
    expect((await app.post('/v1/court-orders/preview', { as: paralegal, body: order })).statusCode).toBe(403);
  });

  it('a clause that is unverified counts from the day on which an attorney has read its source, until that is withdrawn or it says something else', async () => {
    const person = (await aDetainee(app, paralegal)).id as string;
    await aStint(app, paralegal, person, { from: '2026-03-02' });
    await aFact(app, paralegal, person, 'removal-orders', { kind: 'removal', decidedOn: '2026-03-20', decidedBy: 'immigration-judge', appeal: { waivedOn: '2026-03-20', filed: false } });
    await on(TODAY);
    const [finding] = (await listed(person, '8-cfr-241.4')).filter(({ clause: id }) => id === 'notice-30-day');
    expect(finding.unverified).toBe(true);
    const verify = (body: object, as = attorney) => app.post('/v1/law/verifications', { as, body: { authority: '8-cfr-241.4', clause: 'notice-30-day', readOn: TODAY, source: '8 C.F.R. § 241.4(h)(2), eCFR', ...body } });
    expect((await verify({}, paralegal)).statusCode).toBe(403);
    expect(pathsOf(await verify({ clause: 'no-such-clause' }))).toEqual(['clause']);
    expect(pathsOf(await verify({ readOn: '2026-11-25' }))).toEqual(['readOn']);
    expect((await verify({ clause: 'review-90-day' })).statusCode).toBe(409);
    const answer = await verify({});
    expect(answer.json()).toMatchObject({ verifiedBy: { id: attorney.id, name: 'An attorney' }, readOn: TODAY, holds: true, withdrawn: null });
    expect((await verify({})).statusCode).toBe(409);
    await on(TODAY);
    const [counted] = (await listed(person, '8-cfr-241.4')).filter(({ clause: id }) => id === 'notice-30-day');
    expect(counted.unverified).toBe(false);
    expect((await read(`/v1/findings/${finding.id}`)).superseded.reason).toMatch(/verification changed .*its source is relied on now/);
    const shown = (await read('/v1/law/authorities', auditor)).items.find(({ id }: Recorded) => id === '8-cfr-241.4').clauses.find(({ id }: Recorded) => id === 'notice-30-day');
    expect(shown).toMatchObject({ unverified: false, checkedOn: TODAY, verified: { verifiedBy: 'An attorney', on: TODAY } });
    const asked = await app.post('/v1/law/evaluate', { as: auditor, body: { asOf: TODAY } });
    expect(asked.json().lawVersion).toBe(`${LAW_VERSION}+${await revision()}`);

    const { id } = answer.json();
    expect((await app.delete(`/v1/law/verifications/${id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'read the wrong paragraph' } })).statusCode).toBe(204);
    await on(TODAY);
    expect((await listed(person, '8-cfr-241.4')).find(({ clause: of }) => of === 'notice-30-day').unverified).toBe(true);

    // The office's own: what is said anew has to be read anew.
    await entered(anOrder('from-memory', { clauses: [clause('a', null, { grade: 'M', unverified: true })] }));
    const own = (await verify({ authority: 'from-memory', clause: 'a' })).json();
    expect(own.holds).toBe(true);
    await change('PUT', 'from-memory', 1, { ...anOrder('from-memory', { clauses: [clause('a', null, { grade: 'M', unverified: true, status: undefined, text: 'Something else.' })] }), reason: 'it says something else' });
    expect((await read(`/v1/law/verifications/${own.id}`)).holds).toBe(false);
    expect((await verify({ authority: 'from-memory', clause: 'a' })).json().holds).toBe(true);
    expect((await read('/v1/law/verifications/' + own.id, auditor)).withdrawn.reason).toMatch(/verified anew/);
    expect(await app.database.query('select action from audit_entry where subject_id = $1 order by id', [own.id])).toEqual([{ action: 'law.verified' }, { action: 'law.verification-withdrawn' }]);
    expect((await read('/v1/law/verifications?authority=from-memory')).items.map(({ withdrawn }: Recorded) => withdrawn === null)).toEqual([true, false]);
  });

  it('a clause whose number nobody found is kept, and says what is missing until it is corrected', async () => {
    const person = await aHeldPerson();
    const list = (every: number | null, more: object = {}) => clause('list', { kind: 'recurring', from: '2026-11-23', every, satisfiedBy: ['list-produced'] }, more);
    await entered(anOrder('number-unknown', { clauses: [list(null)] }));
    const judged = async () => (await read(`/v1/detainees/${person}/evaluation`)).findings.find(({ authority }: Recorded) => authority === 'number-unknown');
    expect(await judged()).toMatchObject({ result: 'unknown', missing: ['list.check.every'] });
    const [entry] = (await read(path('number-unknown'))).statusEntries;
    await app.delete(path('number-unknown', `/status-entries/${entry.id}`), { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'wrong day' } });
    expect((await change('PUT', 'number-unknown', 1, { ...anOrder('number-unknown', { clauses: [list(7, { status: undefined })] }), reason: 'ECF 14 gives it' })).statusCode).toBe(200);
    expect(await judged()).toMatchObject({ result: 'unknown', missing: ['list.status'] });
    await status('number-unknown', { clauseIds: ['list'], state: 'in_force', on: ENTERED_ON });
    expect((await judged()).missing).not.toContain('list.status');
  });

  it('a contact is answered with the clauses of the office, those in force on its day', async () => {
    const person = await aHeldPerson();
    await entered(anOrder('on-contacts', { clauses: [clause('no-force', { kind: 'forbidden-content', actors: ['jail'], topics: ['force'] })] }));
    const touched = async (day: string) => (await app.post('/v1/ice-contacts', { as: paralegal, body: { detaineeIds: [person], source: SOURCE, on: day, actor: 'jail', topics: ['force'] } }))
      .json().items[0].findings.filter(({ authority }: Recorded) => authority === 'on-contacts').map(({ clause: id, result }: Recorded) => [id, result]);
    expect([await touched('2026-11-22'), await touched(ENTERED_ON)]).toEqual([[], [['no-force', 'met']]]);
    await status('on-contacts', { clauseIds: ['no-force'], state: 'stayed', on: TODAY });
    expect(await touched(TODAY)).toEqual([]);
  });

  it('a change that comes in the middle of a sweep is followed by that sweep', async () => {
    const database = app.asOwner();
    class Meanwhile extends Evaluator {
      private changed = false;
      override async now(db: Parameters<Evaluator['now']>[0]): Promise<LawNow> {
        const law = await super.now(db);
        if (db === database || this.changed) return law;
        this.changed = true;
        await entered(anOrder('in-the-middle')); // the batch has read the law, and evaluates by it
        return law;
      }
    }
    await entered(anOrder('before-the-sweep'));
    const { evaluated } = await new DetentionReviewService(database, app.get(AuditService), new Meanwhile(new OfficeLaw()), app.clock).sweep(TODAY);
    expect(evaluated).toBe(2 * (await app.database.query('select from evaluation')).length);
    expect(await app.database.query('select distinct law_version as version from evaluation')).toEqual([{ version: `${LAW_VERSION}+${await revision()}` }]);
  });

  it('two workers that meet a change leave everybody evaluated by the law as it stands', async () => {
    await entered(anOrder('for-two-workers'));
    const [one, two] = await Promise.all([app.sweep(TODAY), app.sweep(TODAY)]);
    expect(one.evaluated + two.evaluated).toBe((await app.database.query('select from evaluation')).length);
    expect(await app.database.query('select distinct law_version as version from evaluation')).toEqual([{ version: `${LAW_VERSION}+${await revision()}` }]);
  });
});
