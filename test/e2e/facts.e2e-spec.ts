import fc from 'fast-check';
import { type Answer, type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aRemovalOrder, aStint, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';

describe('the facts on file', () => {
  let app: TestApp;
  let attorney: SignedIn;
  let paralegal: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    await twoFacilities(app.database);
    [attorney, paralegal] = [await app.signedIn('attorney'), await app.signedIn('paralegal')];
  });
  afterAll(() => app.close());

  const read = async (path: string) => (await app.get(path, { as: paralegal })).json();
  const change = (path: string, version: number, body: object) =>
    app.patch(path, { as: paralegal, headers: { 'if-match': `"${version}"` }, body });
  const withdraw = (path: string, version: number, body: object = { reason: 'recorded for the wrong person' }) =>
    app.delete(path, { as: paralegal, headers: { 'if-match': `"${version}"` }, body });

  describe('a stint that is recorded, corrected and withdrawn', () => {
    let person: Recorded;
    let first: Recorded;
    let second: Recorded;
    let path: string;

    beforeAll(async () => {
      person = await aDetainee(app, paralegal);
      first = await aStint(app, paralegal, person.id, { from: '2026-03-20' });
      path = `/v1/detainees/${person.id}/stints/${first.id}`;
    });

    it('has a source, a recorder and an instant, and answers with its address and its ETag', async () => {
      expect(first).toMatchObject({
        version: 1, facility: 'GLADEFL', custodian: 'ice', from: '2026-03-20', to: null, endedBy: null,
        source: { ...SOURCE, fileId: null, sheet: null, row: null }, recordedBy: paralegal.id,
      });
      const answer = await app.get(path, { as: paralegal });
      expect(answer.headers.etag).toBe('"1"');
      expect(answer.json()).toEqual(first);
    });

    it('is corrected by a second version that keeps what the correction does not name', async () => {
      const answer = await change(path, 1, { from: '2026-03-02', reason: 'the book-in sheet says March 2', source: { kind: 'document', text: 'Book-in sheet' } });
      expect(answer.statusCode).toBe(200);
      second = answer.json();
      expect(second).toMatchObject({ id: first.id, version: 2, from: '2026-03-02', facility: 'GLADEFL', source: { text: 'Book-in sheet' } });
      expect(await read(path)).toEqual(second);
    });

    it('is read as it was known on each earlier instant', async () => {
      expect(await read(`${path}?asKnownOn=${first.recordedAt}`)).toMatchObject({ version: 1, from: '2026-03-20' });
      expect(await read(`${path}?asKnownOn=${second.recordedAt}`)).toMatchObject({ version: 2, from: '2026-03-02' });
      const before = new Date(Date.parse(first.recordedAt) - 1).toISOString();
      expect((await app.get(`${path}?asKnownOn=${before}`, { as: paralegal })).statusCode).toBe(404);
      expect(await read(`/v1/detainees/${person.id}/stints?asKnownOn=${before}`)).toEqual({ items: [], complete: false });
    });

    it('refuses a correction made from an older version, and shows what stands now', async () => {
      const answer = await change(path, 1, { from: '2026-03-03', reason: 'the jail says so' });
      expect(answer.statusCode).toBe(412);
      expect(answer.json().current).toMatchObject({ version: 2, from: '2026-03-02' });
    });

    it('refuses a correction without If-Match, without a reason, or that changes nothing', async () => {
      const unseen = await app.patch(path, { as: paralegal, body: { from: '2026-03-03', reason: 'x' } });
      expect(unseen.statusCode).toBe(428);
      const unexplained = await change(path, 2, { from: '2026-03-03' });
      expect([unexplained.statusCode, unexplained.json().errors[0].path]).toEqual([400, 'reason']);
      expect((await change(path, 2, { from: '2026-03-02', reason: 'again' })).statusCode).toBe(422);
    });

    it('lets one of ten corrections made at once through', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, (_, day) => change(path, 2, { from: `2026-03-1${day}`, reason: 'at once' })));
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    });

    it('is gone after its withdrawal, and stays in the history with all reasons', async () => {
      const current = await read(path);
      expect((await withdraw(path, current.version, {})).statusCode).toBe(400);
      expect((await withdraw(path, current.version)).statusCode).toBe(204);
      expect((await app.get(path, { as: paralegal })).statusCode).toBe(404);
      expect((await read(`/v1/detainees/${person.id}/stints`)).items).toEqual([]);
      expect((await change(path, 3, { from: '2026-03-02', reason: 'too late' })).statusCode).toBe(404);

      const { items } = await read(`/v1/detainees/${person.id}/history`);
      const stints = items.filter(({ kind }: Recorded) => kind === 'stint');
      expect(stints.map(({ version, state, supersededReason }: Recorded) => [version, state, supersededReason])).toEqual([
        [1, 'corrected', 'the book-in sheet says March 2'], [2, 'corrected', 'at once'], [3, 'withdrawn', 'recorded for the wrong person'],
      ]);
      expect(stints[2].supersededBy).toBe(paralegal.id);
      expect(items.map(({ kind }: Recorded) => kind)).toEqual(expect.arrayContaining(['identity', 'name', 'identifier']));
    });

    it('was audited and marked for review with each change, and with nothing that was refused', async () => {
      const entries = await app.database.query(
        `select action from audit_entry where subject = 'stint' and subject_id = $1 order by id`, [first.id]);
      expect(entries.map(({ action }) => action)).toEqual(['stint.recorded', 'stint.corrected', 'stint.corrected', 'stint.withdrawn']);
      const marks = await app.database.query<{ n: number }>('select count(*)::int as n from review_mark where detainee_id = $1', [person.id]);
      expect(marks[0]?.n).toBe(3 + 4);
    });

    it('pages through the history without losing or repeating a version', async () => {
      const whole = (await read(`/v1/detainees/${person.id}/history`)).items;
      const paged: Recorded[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Recorded = await read(`/v1/detainees/${person.id}/history?limit=2${cursor && `&cursor=${cursor}`}`);
        paged.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(whole);
    });
  });

  describe('what is impossible', () => {
    let person: Recorded;
    beforeAll(async () => { person = await aDetainee(app, paralegal); });

    const counts = async () => app.database.query(`
      select (select count(*) from custody_stint) s, (select count(*) from removal_order) o, (select count(*) from removal_order_event) e,
             (select count(*) from cooperation_lapse) l, (select count(*) from case_event) c, (select count(*) from detainee) d,
             (select count(*) from detainee_identifier) i, (select count(*) from detainee_name) n, (select count(*) from class_membership) m,
             (select count(*) from audit_entry) a, (select count(*) from review_mark) r`);

    it.each([
      ['an impossible date', 'stints', { custodian: 'ice', from: '2026-02-30' }, 400, 'from', /day on the calendar/],
      ['an end before its start', 'stints', { custodian: 'ice', from: '2026-03-02', to: '2026-03-01' }, 422, 'to', /not be before from/],
      ['a book-in after today', 'stints', { custodian: 'ice', from: '2026-11-25' }, 422, 'from', /not be after today/],
      ['a book-out after today', 'stints', { custodian: 'ice', from: '2026-11-24', to: '2026-11-25' }, 422, 'to', /not be after today/],
      ['a year that slipped', 'stints', { custodian: 'ice', from: '0206-03-02' }, 422, 'from', /not be before 1891/],
      ['a reason of leaving without the day', 'stints', { custodian: 'ice', from: '2026-03-02', endedBy: 'bond' }, 422, 'endedBy', /needs `to`/],
      ['an unknown custodian', 'stints', { custodian: 'fbi', from: '2026-03-02' }, 400, 'custodian', /allowed values/],
      ['no custodian', 'stints', { from: '2026-03-02' }, 400, 'custodian', /allowed values/],
      ['a facility that nobody knows', 'stints', { custodian: 'ice', facility: 'NOWHERE' }, 409, 'facility', /no facility on file/],
      ['a field that is none', 'stints', { custodian: 'ice', bookIn: '2026-03-02' }, 400, 'bookIn', /not a field/],
      ['no source', 'stints', { custodian: 'ice', source: undefined }, 400, 'source', /object/],
      ['a source that names nothing', 'stints', { custodian: 'ice', source: { kind: 'document' } }, 422, 'source.text', /which document/],
      ['a row of no file', 'stints', { custodian: 'ice', source: { kind: 'row', row: 3 } }, 422, 'source', /its file/],
      ['an appeal that was not filed and was dismissed', 'removal-orders', { appeal: { filed: false, outcome: 'dismissed' } }, 422, 'appeal.outcome', /no appeal was filed/],
      ['an appeal decided before it was filed', 'removal-orders', { appeal: { filed: true, filedOn: '2026-03-02', decidedOn: '2026-03-01' } }, 422, 'appeal.decidedOn', /not be before/],
      ['an impossible date inside an appeal', 'removal-orders', { appeal: { waivedOn: '2026-13-01' } }, 400, 'appeal.waivedOn', /day on the calendar/],
      ['a departure known not to have been, with its day', 'removal-orders', { voluntaryDeparture: { departed: false, departedOn: '2026-03-01' } }, 422, 'voluntaryDeparture.departedOn', /cannot be/],
      ['a reinstatement of an order that is none', 'removal-orders', { kind: 'removal', reinstatedOn: '2026-03-01' }, 422, 'reinstatedOn', /reinstated alone/],
      ['an unknown event of an order', 'removal-orders', { events: [{ kind: 'stayed', on: '2026-03-01' }] }, 400, 'events[0].kind', /allowed values/],
      ['an event of an order after today', 'removal-orders', { events: [{ kind: 'reopened', on: '2026-11-25' }] }, 422, 'events[0].on', /not be after today/],
      ['the same event of an order twice', 'removal-orders', { events: [{ kind: 'reopened', on: '2026-03-25' }, { kind: 'reopened', on: '2026-03-25' }] }, 409, 'events[1]', /on file already/],
      ['a lapse that lasts and has ended', 'cooperation', { from: '2026-03-02', to: '2026-04-02', ongoing: true }, 422, 'ongoing', /cannot be true/],
      ['a membership of no class', 'memberships', { class: 'Hamama Primary' }, 400, 'class', /slug/],
      ['an event without a day', 'events', { kind: 'bond-granted' }, 422, 'on', /when it happened/],
      ['an instant without an offset', 'events', { kind: 'bond-granted', at: '2026-03-02T10:00:00' }, 400, 'at', /offset/],
      ['an instant on a day that it is not', 'events', { kind: 'bond-granted', at: '2026-03-02T23:00:00-05:00', on: '2026-03-03' }, 422, 'on', /day of `at`/],
      ['a bond granted tomorrow', 'events', { kind: 'bond-granted', on: '2026-11-25' }, 422, 'on', /not be after today/],
      ['an A-number with a letter', 'identifiers', { kind: 'a-number', value: 'A12345678X' }, 422, 'value', /only digits/],
      ['an A-number that was blacked out', 'identifiers', { kind: 'a-number', value: '(b)(6), (b)(7)(c)' }, 422, 'value', /redaction/],
      ['a name of no letter', 'names', { kind: 'alias', fullName: '1234' }, 422, 'fullName', /one letter/],
      ['a second primary name', 'names', { kind: 'primary', fullName: 'Yousif Yonan' }, 409, 'kind', /primary name on file/],
      ['a second identity', 'identity', { citizenship: 'IRQ' }, 409, '', /identity on file/],
    ])('%s gets one clear sentence and leaves the database as it was', async (_what, path, body, status, field, sentence) => {
      const before = await counts();
      const answer = await app.post(`/v1/detainees/${person.id}/${path}`, { as: paralegal, body: { source: SOURCE, ...body } });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      const { errors } = answer.json();
      expect(errors).toHaveLength(1);
      expect(errors[0].path.startsWith(field)).toBe(true);
      expect(errors[0].problem).toMatch(sentence);
      expect(await counts()).toEqual(before);
    });

    it.each([
      ['birth after today', { birthDate: '2026-11-25' }, 'birthDate'],
      ['two years of birth', { birthDate: '1980-02-01', birthYear: 1981 }, 'birthYear'],
      ['a country that is none', { citizenship: 'ZZZ' }, 'citizenship'],
      ['a language that is none', { language: 'Arabic, Chaldean' }, 'language'],
      ['an A-number of ten digits', { identifiers: [{ kind: 'a-number', value: 'A1234567890' }] }, 'identifiers[0].value'],
      ['an attorney who is none', { attorneyId: '7b0c3d0e-4a8e-4a55-9d0b-3a3f1d2c4b5a' }, 'attorneyId'],
    ])('%s opens no file', async (_what, body, path) => {
      const before = await counts();
      const answer = await app.post('/v1/detainees', { as: attorney, body: { source: SOURCE, names: [{ kind: 'primary', fullName: 'Sara Toma' }], ...body } });
      expect([answer.statusCode, answer.json().errors[0].path]).toEqual([422, path]);
      expect(await counts()).toEqual(before);
    });

    it('a correction that makes the fact impossible is refused as a whole', async () => {
      const stint = await aStint(app, paralegal, person.id, { from: '2026-03-02', to: '2026-03-20', endedBy: 'bond' });
      const path = `/v1/detainees/${person.id}/stints/${stint.id}`;
      expect((await change(path, 1, { to: '2026-03-01', reason: 'x' })).json().errors[0].path).toBe('to');
      expect((await change(path, 1, { to: null, reason: 'still there' })).json().errors[0].path).toBe('endedBy');
      expect(await read(path)).toEqual(stint);
    });

    it('a fact of a person who is not on file, or under the address of another, is not found', async () => {
      const other = await aDetainee(app, paralegal);
      const stint = await aStint(app, paralegal, other.id);
      const nobody = '7b0c3d0e-4a8e-4a55-9d0b-3a3f1d2c4b5a';
      expect((await app.get(`/v1/detainees/${nobody}/stints`, { as: paralegal })).statusCode).toBe(404);
      expect((await app.post(`/v1/detainees/${nobody}/stints`, { as: paralegal, body: { source: SOURCE, custodian: 'ice' } })).statusCode).toBe(404);
      expect((await app.get(`/v1/detainees/${person.id}/stints/${stint.id}`, { as: paralegal })).statusCode).toBe(404);
      expect((await change(`/v1/detainees/${person.id}/stints/${stint.id}`, 1, { from: null, reason: 'x' })).statusCode).toBe(404);
      expect((await withdraw(`/v1/detainees/${person.id}/stints/${stint.id}`, 1)).statusCode).toBe(404);
    });
  });

  describe('two open stints', () => {
    it('at two facilities are refused, one after the other and at once', async () => {
      const person = await aDetainee(app, paralegal);
      const path = `/v1/detainees/${person.id}/stints`;
      const open = (facility: string) => app.post(path, { as: paralegal, body: { source: SOURCE, custodian: 'ice', facility, from: '2026-03-02' } });
      const both = await Promise.all([open('GLADEFL'), open('STCLAMI')]);
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
      const refused = (await open('STCLAMI')).json();
      expect(refused.errors[0]).toMatchObject({ path: 'to', problem: expect.stringContaining('nobody is held in two places') });
      expect((await read(path)).items).toHaveLength(1);
    });

    it('become possible one after the other, when the first is given its end on the day of the second', async () => {
      const person = await aDetainee(app, paralegal);
      const first = await aStint(app, paralegal, person.id);
      await change(`/v1/detainees/${person.id}/stints/${first.id}`, 1, { to: '2026-04-01', endedBy: 'transfer', reason: 'moved to Michigan' });
      await aStint(app, paralegal, person.id, { facility: 'STCLAMI', from: '2026-04-01' });
      const reopened = await change(`/v1/detainees/${person.id}/stints/${first.id}`, 2, { to: null, endedBy: null, reason: 'he never left' });
      expect(reopened.statusCode).toBe(409);
    });
  });

  it('imported with two open stints at a place nobody knows are corrected one by one', async () => {
    const person = await aDetainee(app, paralegal);
    const rows = await app.database.query<{ id: string }>(`
      insert into custody_stint (detainee_id, facility, custodian, from_on, source_kind, recorded_by)
      select $1, 'UNKNOWN' || n, 'ice', '2026-03-02', 'person', $2 from generate_series(1, 2) n returning id`, [person.id, paralegal.id]);
    const source = { kind: 'person', text: 'the client' };
    const [one, two] = rows.map(({ id }) => `/v1/detainees/${person.id}/stints/${id}`);
    expect((await change(one, 1, { from: '2026-03-01', reason: 'the day before', source })).statusCode).toBe(200);
    expect((await change(one, 2, { to: '2026-04-01', endedBy: 'transfer', reason: 'moved' })).statusCode).toBe(200);
    expect((await change(one, 3, { to: null, endedBy: null, reason: 'not moved' })).statusCode).toBe(409);
    expect((await change(two, 1, { facility: 'UNKNOWN3', reason: 'misread', source })).statusCode).toBe(409);
    expect((await change(two, 1, { facility: 'STCLAMI', reason: 'misread', source })).statusCode).toBe(200);
  });

  describe('a removal order', () => {
    it('is kept with its appeal, voluntary departure and events, each known or not', async () => {
      const person = await aDetainee(app, paralegal);
      const order = await aRemovalOrder(app, paralegal, person.id, {
        appeal: { filed: true, filedOn: '2026-04-10' },
        voluntaryDeparture: { departBy: '2027-01-15', bondPosted: null },
        events: [{ kind: 'motion-to-reopen-filed', on: '2026-06-01' }, { kind: 'judicial-stay-entered', on: null, court: '6th Cir.' }],
      });
      expect(order).toMatchObject({
        version: 1, appeal: { filed: true, filedOn: '2026-04-10', outcome: null, waivedOn: null }, eventsComplete: true,
        voluntaryDeparture: { departBy: '2027-01-15', departed: null }, statedFinalOn: null,
      });
      expect(order.events.map(({ kind, on, court }: Recorded) => [kind, on, court])).toEqual(
        [['motion-to-reopen-filed', '2026-06-01', null], ['judicial-stay-entered', null, '6th Cir.']]);

      const path = `/v1/detainees/${person.id}/removal-orders/${order.id}`;
      const dismissed = (await change(path, 1, { appeal: { outcome: 'dismissed', decidedOn: '2026-09-01' }, reason: 'the Board ruled' })).json();
      expect(dismissed.appeal).toEqual({ waivedOn: null, filed: true, filedOn: '2026-04-10', decidedOn: '2026-09-01', outcome: 'dismissed', certifiedOn: null });
      const unknown = (await change(path, 2, { appeal: null, voluntaryDeparture: null, reason: 'another person\'s papers' })).json();
      expect(unknown).toMatchObject({ appeal: null, voluntaryDeparture: null, version: 3 });
      expect(await read(`${path}?asKnownOn=${order.recordedAt}`)).toMatchObject({ version: 1, appeal: { filed: true, outcome: null } });
      const stale = await change(path, 1, { appeal: null, reason: 'x' });
      expect([stale.statusCode, stale.json().current.events.length]).toEqual([412, 2]);
    });

    it('says null of its events while they are not known, and [] when known to be none', async () => {
      const person = await aDetainee(app, paralegal);
      const silent = await aRemovalOrder(app, paralegal, person.id);
      const none = await aRemovalOrder(app, paralegal, person.id, { decidedOn: '2026-04-20', events: [] });
      expect([silent.events, none.events]).toEqual([null, []]);
      const path = `/v1/detainees/${person.id}/removal-orders/${silent.id}`;
      expect((await change(path, 1, { eventsComplete: true, reason: 'the docket was read' })).json().events).toEqual([]);
    });

    it('takes events one by one, each corrected and withdrawn for itself, and takes them along when it is withdrawn', async () => {
      const person = await aDetainee(app, paralegal);
      const order = await aRemovalOrder(app, paralegal, person.id);
      const path = `/v1/detainees/${person.id}/removal-orders/${order.id}`;
      const stay = await aFact(app, paralegal, person.id, `removal-orders/${order.id}/events`, { kind: 'judicial-stay-entered', on: '2026-06-01', court: '6th Cir.' });
      const filed = await aFact(app, paralegal, person.id, `removal-orders/${order.id}/events`, { kind: 'petition-for-review-filed', on: '2026-04-01' });
      const moved = await change(`${path}/events/${stay.id}`, 1, { on: '2026-06-02', reason: 'docketed a day later' });
      expect(moved.json()).toMatchObject({ version: 2, on: '2026-06-02', court: '6th Cir.', removalOrderId: order.id });
      expect((await withdraw(`${path}/events/${filed.id}`, 1)).statusCode).toBe(204);
      expect((await read(path)).events.map(({ kind }: Recorded) => kind)).toEqual(['judicial-stay-entered']);
      expect((await read(`${path}/events?asKnownOn=${filed.recordedAt}`)).items).toHaveLength(2);

      const elsewhere = await aRemovalOrder(app, paralegal, person.id, { decidedOn: '2026-04-20' });
      expect((await app.get(`/v1/detainees/${person.id}/removal-orders/${elsewhere.id}/events/${stay.id}`, { as: paralegal })).statusCode).toBe(404);

      expect((await withdraw(path, 1)).statusCode).toBe(204);
      const { items } = await read(`/v1/detainees/${person.id}/history`);
      expect(items.filter(({ kind, state }: Recorded) => kind === 'removal-order-event' && state === 'current')).toEqual([]);
      expect(await app.post(`${path}/events`, { as: paralegal, body: { source: SOURCE, kind: 'reopened' } })).toMatchObject({ statusCode: 404 });
    });
  });

  describe('an event of the case', () => {
    it('keeps the day of the place where it happened: half past eleven at night in Detroit is not tomorrow', async () => {
      const person = await aDetainee(app, paralegal);
      const entered = await aFact(app, paralegal, person.id, 'events', { kind: 'hold-room-entered', at: '2026-11-23T23:30:00-05:00' });
      expect(entered).toMatchObject({ on: '2026-11-23', at: '2026-11-23T23:30:00.000-05:00' });
      const path = `/v1/detainees/${person.id}/events/${entered.id}`;
      expect((await change(path, 1, { at: '2026-11-22T00:10:00-05:00', reason: 'log book' })).json()).toMatchObject({ on: '2026-11-22', at: '2026-11-22T00:10:00.000-05:00' });
      expect((await change(path, 2, { note: 'per the log book', reason: 'note' })).json()).toMatchObject({ on: '2026-11-22', at: '2026-11-22T00:10:00.000-05:00' });
      expect((await change(path, 3, { on: '2026-11-21', reason: 'only the day is sure' })).json()).toMatchObject({ on: '2026-11-21', at: null });
    });

    it('may be set for a day to come if it is a hearing', async () => {
      const person = await aDetainee(app, paralegal);
      expect(await aFact(app, paralegal, person.id, 'events', { kind: 'hearing', on: '2027-01-11' })).toMatchObject({ on: '2027-01-11' });
    });
  });

  describe('a list that is known to be complete', () => {
    it('is said once, said when, and taken back with a reason', async () => {
      const person = await aDetainee(app, paralegal);
      const path = `/v1/detainees/${person.id}/known-lists/removalOrders`;
      const say = () => app.put(path, { as: paralegal, body: { source: { kind: 'person', text: 'The client, by telephone' } } });
      const [one, two] = await Promise.all([say(), say()]);
      expect([one.statusCode, two.statusCode].sort()).toEqual([200, 200]);
      expect(one.json()).toEqual(two.json());
      expect(await read(`/v1/detainees/${person.id}/removal-orders`)).toEqual({ items: [], complete: true });
      expect((await read(`/v1/detainees/${person.id}`)).completeLists).toEqual(['removalOrders']);
      expect((await withdraw(path, 1)).statusCode).toBe(204);
      expect(await read(`/v1/detainees/${person.id}/removal-orders`)).toEqual({ items: [], complete: false });
      expect(await read(`/v1/detainees/${person.id}/removal-orders?asKnownOn=${one.json().recordedAt}`)).toEqual({ items: [], complete: true });
      expect((await say()).statusCode).toBe(200);
      expect((await app.put(`/v1/detainees/${person.id}/known-lists/secrets`, { as: paralegal, body: { source: SOURCE } })).statusCode).toBe(400);
    });
  });

  it('are created once for one Idempotency-Key, also when sent twice at once', async () => {
    const person = await aDetainee(app, paralegal);
    const send = () => app.post(`/v1/detainees/${person.id}/memberships`, {
      as: paralegal, headers: { 'idempotency-key': 'one-membership' }, body: { source: SOURCE, class: 'hamama-primary', from: '2017-06-24', to: '2027-06-24' },
    });
    const answers: Answer[] = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => answer.json<Recorded>().id)).size).toBe(1);
    expect((await read(`/v1/detainees/${person.id}/memberships`)).items).toHaveLength(1);
  });

  it('read as known on each earlier instant give what was current then, after any sequence of changes', async () => {
    const person = await aDetainee(app, paralegal);
    const path = `/v1/detainees/${person.id}/cooperation`;
    const view = async (asKnownOn?: string) =>
      (await read(`${path}${asKnownOn === undefined ? '' : `?asKnownOn=${asKnownOn}`}`)).items as Recorded[];
    const plain = (items: Recorded[]) => items.map(({ id, version, from, act }) => ({ id, version, from, act }))
      .sort((a, b) => a.id.localeCompare(b.id));
    const acts = ['refused-travel-document-form', 'refused-consular-interview', 'false-identity', null] as const;
    const step = fc.record({
      verb: fc.constantFrom('record', 'correct', 'correct', 'withdraw'), which: fc.nat(), day: fc.integer({ min: 1, max: 28 }), act: fc.constantFrom(...acts),
    });

    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const seen: { at: string; items: Recorded[] }[] = [];
      for (const { verb, which, day, act } of steps) {
        const current = await view();
        const target = current[which % Math.max(current.length, 1)];
        const from = `2026-05-${String(day).padStart(2, '0')}`;
        if (verb === 'record' || target === undefined) await aFact(app, paralegal, person.id, 'cooperation', { from, act });
        else if (verb === 'withdraw') await withdraw(`${path}/${target.id}`, target.version);
        else await change(`${path}/${target.id}`, target.version, { from, act, reason: 'a step' });
        // A version may stand up to a millisecond after now, so that two changes never share an instant.
        await new Promise((passed) => { setTimeout(passed, 3); });
        const [{ now }] = await app.database.query<{ now: Date }>('select clock_timestamp()::timestamptz(3) as now') as [{ now: Date }];
        seen.push({ at: now.toISOString(), items: plain(await view()) });
      }
      for (const { at, items } of seen) expect(plain(await view(at))).toEqual(items);
    }), { numRuns: 12 });
  });
});
