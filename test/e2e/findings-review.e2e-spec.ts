import { REVIEW_STATES } from '../../src/compliance/review-states.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aRemovalOrder, aStint, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';

const TODAY = '2026-11-24';
const WHY = 'The travel document came on the day before.';
const NOTHING = '00000000-0000-4000-8000-00000000abcd';

let app: TestApp;
let attorney: SignedIn;
let paralegal: SignedIn;

beforeAll(async () => {
  app = await testApp();
  await twoFacilities(app.database);
  [attorney, paralegal] = [await app.signedIn('attorney'), await app.signedIn('paralegal')];
});
afterAll(() => app.close());

const list = async (query: string): Promise<Recorded[]> => (await app.get(`/v1/findings?limit=200&${query}`, { as: paralegal })).json<Recorded>().items;
const show = async (id: string): Promise<Recorded> => (await app.get(`/v1/findings/${id}`, { as: paralegal })).json<Recorded>();
const findingOf = async (detainee: string, clause: string, more = ''): Promise<Recorded> => (await list(`detainee=${detainee}&clause=${clause}${more}`))[0];
const EVERY_RESULT = '&result=met,approaching,not-met,unknown,contested,not-in-force';
const send = ({ id, version }: Recorded, body: object, as = attorney) =>
  app.post(`/v1/findings/${id}/review`, { as, body, headers: { 'if-match': `"${version}"` } });

async function reviewed(finding: Recorded, body: object, as = attorney): Promise<Recorded> {
  const answer = await send(finding, body, as);
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  return answer.json();
}

/** The list of events of a person is known to be complete as it stands. */
const allEvents = (id: string) => app.send('PUT', `/v1/detainees/${id}/known-lists/events`, { as: attorney, body: { source: SOURCE } });

/** Held since 2026-03-02 under an order final on 2026-05-24: day 90 is 2026-08-22, six months are 2026-11-24. No review is on file. */
async function heldWithoutReview(): Promise<{ id: string; stint: Recorded; order: Recorded }> {
  const { id } = await aDetainee(app, attorney);
  const stint = await aStint(app, attorney, id);
  const order = await aRemovalOrder(app, attorney, id, { decidedOn: '2026-05-24', appeal: { waivedOn: '2026-05-24', filed: false }, events: [] });
  await allEvents(id);
  await app.sweep(TODAY);
  return { id, stint, order };
}

const aDocument = async (detaineeId: string): Promise<Recorded> => {
  const form = new FormData();
  form.append('title', 'Letter');
  form.append('handling', 'work-product');
  form.append('source', JSON.stringify(SOURCE));
  form.append('file', new Blob(['A letter.'], { type: 'text/plain' }), 'letter.txt');
  const answer = await app.post(`/v1/detainees/${detaineeId}/documents`, { as: attorney, body: form });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([201, expect.any(String)]);
  return answer.json();
};

it('the database takes the states of the program, and no other', async () => {
  const [{ definition }] = await app.database.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'finding_review_state_check'`) as [{ definition: string }];
  expect([...definition.matchAll(/'([a-z-]+)'/g)].map(([, state]) => state)).toEqual([...REVIEW_STATES]);
});

describe('the review of a finding', () => {
  it('goes from step to step, each kept with who, when, why and on what, sealed and in the log', async () => {
    const { id, order } = await heldWithoutReview();
    const document = await aDocument(id);
    const contact = (await app.post('/v1/ice-contacts', { as: attorney, body: { detaineeIds: [id], source: SOURCE, on: '2026-11-20', actor: 'ice', topics: [] } })).json<Recorded>().items[0];
    await app.sweep(TODAY);
    const first = await findingOf(id, 'six-months');
    expect(first.review).toEqual({ state: 'open', by: null, at: null, changedSince: null });

    const looked = await reviewed(first, { state: 'under-review' }, paralegal);
    expect(looked).toMatchObject({ version: 2, result: 'met', review: { state: 'under-review', by: 'An paralegal', at: expect.any(String), changedSince: null } });
    const confirmed = await reviewed(looked, { state: 'confirmed', reason: WHY, evidence: [{ kind: 'document', id: document.id }, { kind: 'ice-contact', id: contact.id }, { kind: 'removal-order', id: order.id }] });
    const raised = await reviewed(confirmed, { state: 'raised-with-government' }, paralegal);
    const cured = await reviewed(await reviewed(raised, { state: 'reported-to-court' }), { state: 'cured', reason: 'Released.' }, paralegal);

    const shown = await show(cured.id);
    expect(shown.reviewSteps.map(({ state, by, reason }: Recorded) => [state, by, reason])).toEqual([
      ['cured', 'An paralegal', 'Released.'], ['reported-to-court', 'An attorney', null], ['raised-with-government', 'An paralegal', null],
      ['confirmed', 'An attorney', WHY], ['under-review', 'An paralegal', null],
    ]);
    expect(shown.reviewSteps[3]).toMatchObject({ findingId: first.id, result: 'met', on: TODAY, evidence: [
      { kind: 'document', id: document.id, version: 1, versionNow: 1, href: `/v1/detainees/${id}/documents/${document.id}` },
      { kind: 'ice-contact', id: contact.id, version: 1, versionNow: 1, href: `/v1/ice-contacts/${contact.id}` },
      { kind: 'removal-order', id: order.id, href: `/v1/detainees/${id}/removal-orders/${order.id}` },
    ] });
    for (const { href } of shown.reviewSteps[3].evidence) expect((await app.get(href, { as: paralegal })).statusCode).toBe(200);

    const kept = await app.database.query<{ row: string }>('select to_json(r)::text as row from finding_review r where detainee_id = $1', [id]);
    expect([kept.length, kept.some(({ row }) => row.includes(WHY))]).toEqual([5, false]);
    expect(await app.database.query(`select from audit_entry where subject_id = $1 and detainee_id = $2 and action = 'finding-review.recorded'`, [cured.id, id])).toHaveLength(5);
    expect((await app.get(`/v1/detainees/${id}/history`, { as: paralegal })).body).not.toContain(WHY);

    // What was named stays named when it is withdrawn.
    await app.delete(`/v1/ice-contacts/${contact.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'another client' } });
    expect((await show(cured.id)).reviewSteps[3].evidence[1]).toMatchObject({ id: contact.id, version: 1, versionNow: null });
    // What the office decided leaves with nobody's file.
    const exported = await app.post(`/v1/detainees/${id}/export/json`, { as: attorney });
    expect([exported.statusCode, exported.body.includes(first.id), exported.body.includes('changedSince'), exported.body.includes('cured'), exported.body.includes(WHY)])
      .toEqual([200, true, false, false, false]);
  });

  it('is refused, and nothing written, where it may not go so', async () => {
    const { id } = await heldWithoutReview();
    const other = await heldWithoutReview();
    const finding = await findingOf(id, 'six-months');
    const unverified = await findingOf(id, 'notice-30-day');
    expect(unverified).toMatchObject({ result: 'met', unverified: true });
    const evidence = (one: object) => ({ state: 'under-review', evidence: [one] });
    const refusals: [number, unknown, ReturnType<typeof send>][] = [
      [403, undefined, send(finding, { state: 'dismissed', reason: WHY }, paralegal)],
      [403, undefined, send(finding, { state: 'confirmed' }, paralegal)],
      [403, undefined, send(finding, { state: 'reported-to-court' }, paralegal)],
      [403, undefined, send(finding, { state: 'under-review' }, await app.signedIn('co-counsel'))],
      [422, 'reason', send(finding, { state: 'dismissed' })],
      [400, 'reason', send(finding, { state: 'dismissed', reason: ' ' })],
      [400, 'state', send(finding, { state: 'guilty' })],
      [409, 'state', send(finding, { state: 'reported-to-court' })],
      [409, 'state', send(finding, { state: 'open' })],
      [409, 'state', send(unverified, { state: 'confirmed' })],
      [422, 'evidence[0].id', send(finding, evidence({ kind: 'stint', id: other.stint.id }))],
      [422, 'evidence[0].id', send(finding, evidence({ kind: 'document', id: other.stint.id }))],
      [422, 'evidence[0].id', send(finding, evidence({ kind: 'stint' }))],
      [422, 'evidence[0].kind', send(finding, evidence({ kind: 'rumour', id: other.stint.id }))],
      [422, 'evidence[0]', send(finding, evidence({ kind: 'row' }))],
      [422, 'evidence[0].row', send(finding, evidence({ kind: 'row', fileId: NOTHING, row: 3 }))],
      [412, undefined, send({ ...finding, version: 7 }, { state: 'under-review' })],
      [404, undefined, send({ ...finding, id: NOTHING }, { state: 'under-review' })],
      [428, undefined, app.post(`/v1/findings/${finding.id}/review`, { as: attorney, body: { state: 'under-review' } })],
      [401, undefined, app.post(`/v1/findings/${finding.id}/review`, { body: { state: 'under-review' }, headers: { 'if-match': '"1"' } })],
    ];
    for (const [at, [status, path, sent]] of refusals.entries()) {
      const answer = await sent;
      expect([at, answer.statusCode, answer.json<Recorded>().errors?.[0]?.path]).toEqual([at, status, path]);
    }
    expect(await app.database.query('select from finding_review where detainee_id = $1', [id])).toHaveLength(0);
    expect(await findingOf(id, 'six-months')).toMatchObject({ version: 1 });

    // Whoever says the same again must say more; and of two at once one is told.
    const looked = await reviewed(finding, { state: 'under-review' });
    expect((await send(looked, { state: 'under-review' })).statusCode).toBe(422);
    const both = await Promise.all([send(looked, { state: 'under-review', reason: 'one' }), send(looked, { state: 'under-review', reason: 'two' })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    expect(await app.database.query('select step from finding_review where detainee_id = $1 order by step', [id])).toEqual([{ step: 1 }, { step: 2 }]);
  });

  it('names what not everybody may read to those alone who may', async () => {
    const { id, order } = await heldWithoutReview();
    const { id: detail } = await aFact(app, attorney, id, 'sensitive-details', { topic: 'health', detail: WHY });
    const both = [{ kind: 'sensitive-detail', id: detail }, { kind: 'removal-order', id: order.id }];
    const looked = await findingOf(id, 'six-months');
    expect((await send(looked, { state: 'under-review', evidence: both }, paralegal)).json<Recorded>().errors[0].path).toBe('evidence[0].kind');
    await reviewed(looked, { state: 'under-review', evidence: both });
    const seenBy = async (as: SignedIn) => {
      const { reviewSteps: [{ evidence }] } = (await app.get(`/v1/findings/${looked.id}`, { as })).json<Recorded>();
      return evidence.map(({ kind, id: named, href }: Recorded) => [kind, named, href]);
    };
    const open = ['removal-order', order.id, `/v1/detainees/${id}/removal-orders/${order.id}`];
    expect([await seenBy(attorney), await seenBy(paralegal)]).toEqual([[['sensitive-detail', detail, `/v1/detainees/${id}/history`], open], [open]]);
  });

  it('names a row of a spreadsheet from which something on file came', async () => {
    const { id, stint } = await heldWithoutReview();
    const [{ file }] = await app.database.query<{ file: string }>(
      `insert into production_file (kind, sha256, name, layout, size_bytes, summary, imported_by)
       values ('ice-detentions', repeat('a', 64), 'release.csv', 'x', 1, '{}', $1) returning id as file`, [attorney.id]) as [{ file: string }];
    await app.database.query(`update custody_stint set source_kind = 'row', source_file_id = $2, source_row = 7 where id = $1`, [stint.id, file]);
    const looked = await reviewed(await findingOf(id, 'six-months'), { state: 'under-review', evidence: [{ kind: 'row', fileId: file, row: 7 }] });
    expect((await show(looked.id)).reviewSteps[0].evidence).toEqual([
      { kind: 'row', id: null, version: null, versionNow: null, fileId: file, sheet: null, row: 7, href: `/v1/productions/${file}` }]);
    expect((await send(looked, { state: 'under-review', evidence: [{ kind: 'row', fileId: file, row: 8 }] })).statusCode).toBe(422);
  });

  it('is asked for by its state, and what changed since is open again', async () => {
    const { id, order } = await heldWithoutReview();
    const states = async (filter: string) => (await list(`detainee=${id}&review=${filter}`)).map(({ clause }) => clause).sort();
    const all = (await list(`detainee=${id}`)).map(({ clause }) => clause).sort();
    expect(await states('open')).toEqual(all);
    const dismissed = await reviewed(await findingOf(id, 'six-months'), { state: 'dismissed', reason: WHY });
    await reviewed(await findingOf(id, 'review-90-day'), { state: 'under-review' });
    expect(await states('dismissed')).toEqual(['six-months']);
    expect(await states('dismissed,under-review')).toEqual(['review-90-day', 'six-months']);
    expect(await states('open')).toEqual(all.filter((clause: string) => clause !== 'six-months' && clause !== 'review-90-day'));
    expect((await app.get('/v1/findings?review=guilty', { as: paralegal })).json<Recorded>().errors).toMatchObject([{ path: 'review' }]);

    // The day of the order was misread: the line lies four days earlier.
    await app.patch(`/v1/detainees/${id}/removal-orders/${order.id}`, {
      as: attorney, headers: { 'if-match': `"${order.version}"` },
      body: { source: SOURCE, reason: 'misread', decidedOn: '2026-05-20', appeal: { waivedOn: '2026-05-20', filed: false } },
    });
    await app.sweep(TODAY);
    const now = await findingOf(id, 'six-months');
    expect(now.id).not.toBe(dismissed.id);
    expect(now.review).toMatchObject({ state: 'dismissed', by: 'An attorney', changedSince: 'Reviewed when it was met (2026-11-24); it is met (2026-11-20) now.' });
    expect(await states('dismissed')).toEqual(['six-months']);
    expect(await states('open')).toContain('six-months');
    const shown = await show(now.id);
    expect(shown.reviewSteps).toMatchObject([{ state: 'dismissed', findingId: dismissed.id, on: TODAY, reason: WHY }]);
    expect(shown.predecessors).toMatchObject([{ id: dismissed.id }]);

    // The former row takes no more of it; the one that stands goes on from where the review was.
    const former = await show(dismissed.id);
    expect(former).toMatchObject({ status: 'superseded', successorId: now.id, review: { state: 'dismissed', changedSince: null } });
    expect((await send(former, { state: 'under-review' })).statusCode).toBe(409);
    expect((await reviewed(now, { state: 'under-review' })).review).toMatchObject({ state: 'under-review', changedSince: null });
    expect(await states('dismissed')).toEqual([]);
  });

  it('is erased with the person', async () => {
    const { id } = await heldWithoutReview();
    await reviewed(await findingOf(id, 'six-months'), { state: 'dismissed', reason: WHY });
    const admin = await app.signedIn('admin');
    const { version } = (await app.get(`/v1/detainees/${id}`, { as: admin })).json<Recorded>();
    const erased = await app.post(`/v1/detainees/${id}/erasure`, { as: admin, headers: { 'if-match': `"${version}"` }, body: { reason: 'client-request' } });
    expect([erased.statusCode, erased.body.slice(0, 200)]).toEqual([200, expect.any(String)]);
    expect(await app.database.query('select from finding_review where detainee_id = $1', [id])).toHaveLength(0);
  });
});

describe('a deadline', () => {
  it('that was missed was kept by a fact that came late, and is missed again when that fact falls: each says so, and the review stays', async () => {
    const { id } = await heldWithoutReview();
    const missed = await findingOf(id, 'review-90-day');
    expect(missed).toMatchObject({ result: 'met', on: '2026-08-22' });
    await reviewed(missed, { state: 'confirmed' });

    const decision = await aFact(app, attorney, id, 'events', { kind: 'custody-review-decision', on: '2026-08-10' });
    await app.sweep(TODAY);
    const kept = await findingOf(id, 'review-90-day', EVERY_RESULT);
    expect(kept).toMatchObject({ result: 'not-met', on: '2026-08-22', review: { state: 'confirmed', changedSince: 'Reviewed when it was met (2026-08-22); it is not-met (2026-08-22) now.' } });
    expect((await show(kept.id)).predecessors[0].reason).toContain(
      `a fact came late, by which the deadline of 2026-08-22 was kept, where the file as it stood on ${TODAY} said that it was missed`);

    await app.delete(`/v1/detainees/${id}/events/${decision.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'of another person' } });
    await app.sweep(TODAY);
    const again = await findingOf(id, 'review-90-day');
    expect(again).toMatchObject({ result: 'met', review: { state: 'confirmed', changedSince: null } });
    expect((await show(again.id)).predecessors[0].reason).toContain(
      `a fact came late, by which the deadline of 2026-08-22 was missed, where the file as it stood on ${TODAY} said that it was not missed`);
  });
});

describe('a finding of which nothing was on the list', () => {
  it('because it was kept long before its day, and the fact that kept it falls: it says that a fact came late, and the timeline too', async () => {
    const { id } = await aDetainee(app, attorney);
    await aStint(app, attorney, id);
    await aRemovalOrder(app, attorney, id, { decidedOn: '2026-05-24', appeal: { waivedOn: '2026-05-24', filed: false }, events: [] });
    const decision = await aFact(app, attorney, id, 'events', { kind: 'custody-review-decision', on: '2026-06-10' });
    await allEvents(id);
    await app.sweep(TODAY);
    expect(await findingOf(id, 'review-90-day', EVERY_RESULT)).toBeUndefined();
    expect(await findingOf(id, 'six-months')).toMatchObject({ result: 'met', cause: null }); // by the first review

    await app.delete(`/v1/detainees/${id}/events/${decision.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'of another person' } });
    await app.sweep(TODAY);
    const cause = `A fact came late, by which the deadline of 2026-08-22 was missed, where the file as it stood on ${TODAY} said that it was not missed.`;
    const missed = await findingOf(id, 'review-90-day');
    expect(missed).toMatchObject({ result: 'met', on: '2026-08-22', cause });
    expect(await show(missed.id)).toMatchObject({ cause, predecessors: [], because: expect.not.arrayContaining([cause]), restsOn: expect.any(Array) });
    const { items } = (await app.get(`/v1/detainees/${id}/timeline?kinds=finding&limit=200`, { as: paralegal })).json<Recorded>();
    expect(items.find(({ id: of }: Recorded) => of === missed.id)).toMatchObject({ what: 'opened', values: { reason: cause } });

    // What takes its place says why in the same field.
    await aFact(app, attorney, id, 'events', { kind: 'custody-review-decision', on: '2026-06-10' });
    await app.sweep(TODAY);
    expect((await findingOf(id, 'review-90-day', EVERY_RESULT)).cause).toMatch(/^Facts on file changed: .*a fact came late, by which the deadline of 2026-08-22 was kept/);
  });

  it('because its event came onto the file late: it says so, and claims of the former file no more than that it raised nothing', async () => {
    const { id } = await aDetainee(app, attorney);
    await aFact(app, attorney, id, 'memberships', { class: 'hamama-primary', from: '2017-06-24' });
    await allEvents(id);
    await app.sweep(TODAY);
    const record = async () => (await app.post('/v1/ice-contacts', { as: attorney, body: { detaineeIds: [id], source: SOURCE, on: '2018-06-21', actor: 'ice', topics: ['threat-of-prosecution'] } })).json<Recorded>().items[0];
    const contact = await record();
    await app.sweep(TODAY);
    expect((await findingOf(id, 'ham-c4')).cause).toBe(`A fact came late, by which what happened on 2018-06-21 was forbidden; the file as it stood on ${TODAY} raised nothing of it.`);

    // Withdrawn and entered again before the next review, it is the same: the file had raised it.
    await app.delete(`/v1/ice-contacts/${contact.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'entered by the wrong hand' } });
    await record();
    await app.sweep(TODAY);
    expect(await findingOf(id, 'ham-c4')).toMatchObject({ result: 'met', cause: null });
    expect((await findingOf(id, 'ham-c4', '&status=superseded')).superseded.reason).toBe('Facts on file changed: the event that this clause judged no longer stands in the file.');
  });

  it('of somebody held again past a line that was crossed long ago, says nothing of a fact that came late', async () => {
    const { id } = await aDetainee(app, attorney);
    await aStint(app, attorney, id, { from: '2025-01-02', to: '2026-01-02', endedBy: 'order-of-supervision' });
    await aRemovalOrder(app, attorney, id, { decidedOn: '2025-02-01', appeal: { waivedOn: '2025-02-01', filed: false }, events: [] });
    await allEvents(id);
    await app.sweep(TODAY);
    await aStint(app, attorney, id, { from: '2026-11-20' });
    await app.sweep(TODAY);
    const found = await list(`detainee=${id}&result=met`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ on, cause }) => on < '2026-01-02' && cause !== null)).toEqual([]);
  });
});

describe('a finding tells on what it rests', () => {
  it('facts by their ids, the version of the law and the status of the clause that held', async () => {
    const { id, stint, order } = await heldWithoutReview();
    const shown = await show((await findingOf(id, 'six-months')).id);
    expect(shown.restsOn).toEqual([
      { path: 'stints[0]', kind: 'stint', id: stint.id, href: `/v1/detainees/${id}/stints/${stint.id}` },
      { path: 'removalOrders[0]', kind: 'removal-order', id: order.id, href: `/v1/detainees/${id}/removal-orders/${order.id}` },
    ]);
    expect(shown.clauseVersion).toMatchObject({ lawVersion: shown.lawVersion, text: expect.any(String), decidedOn: TODAY, status: { state: 'in_force' }, verified: null });

    // An earlier stint moves the places: those of the finding are still its own.
    await aStint(app, attorney, id, { from: '2020-01-05', to: '2020-02-05', endedBy: 'bond' });
    expect((await show(shown.id)).restsOn).toEqual(shown.restsOn);
  });

  it('the contact that a clause judges, by the force of the clause on its day', async () => {
    const { id } = await aDetainee(app, attorney);
    await aFact(app, attorney, id, 'memberships', { class: 'hamama-primary', from: '2017-06-24' });
    await allEvents(id);
    const contact = (await app.post('/v1/ice-contacts', { as: attorney, body: { detaineeIds: [id], source: SOURCE, on: '2018-06-21', actor: 'ice', topics: ['threat-of-prosecution'] } })).json<Recorded>().items[0];
    await app.sweep(TODAY);
    const shown = await show((await findingOf(id, 'ham-c4')).id);
    expect(shown).toMatchObject({
      result: 'met', event: contact.id, clauseVersion: { decidedOn: '2018-06-21', status: { state: 'in_force', from: '2018-06-20' } },
      restsOn: [{ path: 'contacts[0]', kind: 'ice-contact', id: contact.id, href: `/v1/ice-contacts/${contact.id}` }],
    });
  });
});

describe('a clause that loses its force', () => {
  it('keeps what it raised while it had it, and the review, which goes on: a bond hearing due by 2018-02-02, vacated on 2019-04-09', async () => {
    await app.sweep(TODAY); // nobody else is due below
    const { id } = await aDetainee(app, attorney);
    await aFact(app, attorney, id, 'memberships', { class: 'hamama-primary', from: '2017-06-24' });
    await aStint(app, attorney, id, { from: '2017-06-12' });
    await allEvents(id);
    await app.sweep('2018-02-03');
    const raised = await findingOf(id, 'ham-b1');
    expect(raised).toMatchObject({ authority: 'hamama-bond-injunction', result: 'met', on: '2018-02-02', unverified: false });
    await reviewed(raised, { state: 'confirmed', reason: WHY });

    await app.sweep('2018-12-21'); // the vacatur is announced, and changes nothing yet
    expect(await findingOf(id, 'ham-b1')).toMatchObject({ result: 'met', review: { state: 'confirmed', changedSince: null } });
    await app.sweep('2019-04-10');
    const now = await findingOf(id, 'ham-b1', EVERY_RESULT);
    expect(now).toMatchObject({ result: 'not-in-force', review: { state: 'confirmed', changedSince: 'Reviewed when it was met (2018-02-02); it is not-in-force now.' } });
    const shown = await show(now.id);
    expect(shown.clauseVersion).toMatchObject({ decidedOn: '2019-04-10', status: { state: 'vacated', from: '2019-04-09' } });
    expect(shown.predecessors.find(({ id: former }: Recorded) => former === raised.id)).toMatchObject({ result: 'met', on: '2018-02-02' });
    expect(shown.predecessors[0].reason).toMatch(/from met to not-in-force.+\(Without force since 2019-04-09/);
    expect(shown.reviewSteps).toMatchObject([{ state: 'confirmed', findingId: raised.id, result: 'met', reason: WHY }]);
    expect(await show(raised.id)).toMatchObject({ status: 'superseded', result: 'met', clauseVersion: { status: { state: 'in_force' } } });

    const told = await reviewed(now, { state: 'reported-to-court' });
    expect((await show(told.id)).reviewSteps.map(({ state, result }: Recorded) => [state, result])).toEqual([['reported-to-court', 'not-in-force'], ['confirmed', 'met']]);
  });

  it('or of which the event was withdrawn, is closed with nothing in its place, and can still be reviewed', async () => {
    const { id } = await aDetainee(app, attorney);
    await aFact(app, attorney, id, 'memberships', { class: 'hamama-primary', from: '2017-06-24' });
    await allEvents(id);
    const contact = (await app.post('/v1/ice-contacts', { as: attorney, body: { detaineeIds: [id], source: SOURCE, on: '2018-06-21', actor: 'ice', topics: ['threat-of-prosecution'] } })).json<Recorded>().items[0];
    await app.sweep(TODAY);
    await reviewed(await findingOf(id, 'ham-c4'), { state: 'confirmed' });
    await app.delete(`/v1/ice-contacts/${contact.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'another client' } });
    await app.sweep(TODAY);
    const closed = await findingOf(id, 'ham-c4', '&status=superseded');
    expect(closed).toMatchObject({ status: 'superseded', superseded: { reason: expect.stringContaining(
      `no longer stands in the file; a fact came late, by which what was met on 2018-06-21 in the file as it stood on ${TODAY} never was.`) }, review: { state: 'confirmed' } });
    expect((await reviewed(closed, { state: 'under-review' })).review.state).toBe('under-review');
  });
});

describe('the morning\'s list', () => {
  it('has all that nobody has verified after all that somebody has, in the same order', async () => {
    const { id } = await heldWithoutReview();
    await aStint(app, attorney, (await aDetainee(app, attorney)).id); // whose order is not known
    await app.sweep(TODAY);
    const whole = await list('');
    const unverified = whole.map((finding) => finding.unverified as boolean);
    expect(unverified.indexOf(true)).toBeGreaterThan(0);
    expect(unverified.lastIndexOf(false)).toBe(unverified.indexOf(true) - 1);
    const rank = ({ result }: Recorded) => ['met', 'contested', 'approaching', 'unknown'].indexOf(result);
    for (const half of [whole.filter((finding) => !finding.unverified), whole.filter((finding) => finding.unverified)]) {
      const ranks = half.map(rank);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(new Set(ranks).size).toBeGreaterThan(1);
    }
    expect(whole.some((finding) => finding.unverified && finding.result === 'met' && finding.person.id === id)).toBe(true);
    expect(whole.slice(0, unverified.indexOf(true)).some(({ result }) => result === 'unknown')).toBe(true);
  });
});
