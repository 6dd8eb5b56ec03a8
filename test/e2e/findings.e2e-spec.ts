import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aRemovalOrder, aStint, type Recorded, twoFacilities } from '../support/factories.js';

const TODAY = '2026-11-24';
let app: TestApp;
let attorney: SignedIn;
let paralegal: SignedIn;

beforeAll(async () => {
  app = await testApp();
  await twoFacilities(app.database);
  attorney = await app.signedIn('attorney');
  paralegal = await app.signedIn('paralegal');
});

afterAll(() => app.close());

const sweep = (today = TODAY) => app.sweep(today);

/** Held without a break since `from`, under an order that became final when its appeal was waived. */
async function heldUnderAFinalOrder({ from, finalOn, facility = 'GLADEFL', ...person }: { from: string; finalOn: string; facility?: string; attorneyId?: string; fullName?: string }): Promise<{ id: string; stint: Recorded; order: Recorded }> {
  const { fullName, ...rest } = person;
  const { id } = await aDetainee(app, attorney, { ...rest, ...(fullName && { names: [{ kind: 'primary', fullName }] }) });
  const stint = await aStint(app, attorney, id, { facility, from });
  const order = await aRemovalOrder(app, attorney, id, { decidedOn: finalOn, appeal: { waivedOn: finalOn, filed: false }, events: [] });
  return { id, stint, order };
}

const list = async (query: string) => (await app.get(`/v1/findings?${query}`, { as: paralegal })).json();
const sixMonthsOf = async (detainee: string, more = ''): Promise<Recorded> =>
  (await list(`detainee=${detainee}&clause=six-months${more}`)).items[0];

describe('the morning\'s list on 2026-11-24', () => {
  let crossed: string;
  let longCrossed: string;
  let approaching: string;
  let unknown: string;
  let far: string;

  beforeAll(async () => {
    crossed = (await heldUnderAFinalOrder({ from: '2026-03-02', finalOn: '2026-05-24', facility: 'STCLAMI', attorneyId: attorney.id })).id; // six months: today
    longCrossed = (await heldUnderAFinalOrder({ from: '2025-03-02', finalOn: '2025-05-24', fullName: 'Hanna Petros' })).id;
    approaching = (await heldUnderAFinalOrder({ from: '2026-03-02', finalOn: '2026-05-25' })).id; // six months: tomorrow
    far = (await heldUnderAFinalOrder({ from: '2026-03-02', finalOn: '2026-11-01' })).id;
    unknown = (await aDetainee(app, attorney)).id;
    await aStint(app, attorney, unknown, { from: '2026-03-02' });
    await sweep();
  });

  it('has what is met first, the oldest line first, then what approaches, then what is unknown; not what is far', async () => {
    const { items } = await list('clause=six-months');
    expect(items.map(({ person, result }: Recorded) => [person.id, result])).toEqual([
      [longCrossed, 'met'], [crossed, 'met'], [approaching, 'approaching'], [unknown, 'unknown'],
    ]);
    expect(items.map(({ person }: Recorded) => person.id)).not.toContain(far);
  });

  it('says who, where, how long, by which clause and why', async () => {
    const finding = await sixMonthsOf(crossed);
    expect(finding).toMatchObject({
      status: 'open', authority: 'zadvydas-v-davis', clause: 'six-months', event: null, result: 'met', on: TODAY,
      citation: expect.stringContaining('533 U.S. 678'), unverified: false, missing: [], asOf: TODAY,
      count: { days: 184, running: true, policy: 'post-order.current-stay' },
      person: { id: crossed, name: 'Yousif Younan', isDemo: false, attorney: { id: attorney.id }, identifiers: [{ kind: 'a-number' }] },
      facility: { code: 'STCLAMI', name: 'ST. CLAIR COUNTY JAIL', fieldOffice: 'DET', state: 'MI', circuit: '6' },
      acknowledged: null, snoozed: null, superseded: null, reviewPending: false,
    });
    expect(finding.because.join(' ')).toContain('2026-05-24');
  });

  it('names what is missing where it cannot tell', async () => {
    expect(await sixMonthsOf(unknown)).toMatchObject({ result: 'unknown', on: null, missing: ['removalOrders'], count: { days: null } });
  });

  it.each([
    ['facility=STCLAMI', () => [crossed]],
    ['facility=NOWHERE', () => []],
    ['fieldOffice=DET', () => [crossed]],
    ['attorney=ATTORNEY', () => [crossed]],
    ['result=approaching', () => [approaching]],
    ['result=approaching,unknown', () => [approaching, unknown]],
    ['result=not-met', () => []],
    ['authority=zadvydas-v-davis&result=met', () => [longCrossed, crossed]],
    ['authority=no-such-thing', () => []],
    ['crossedSince=2026-11-24', () => [crossed]],
    ['crossedSince=2026-11-25', () => []],
    ['crossedSince=2025-11-24', () => [longCrossed, crossed]],
    ['crossedSince=2025-11-25', () => [crossed]],
    ['dueWithin=0', () => []],
    ['dueWithin=1', () => [approaching]],
  ])('filtered by %s', async (filter, expected) => {
    const { items } = await list(`clause=six-months&${filter.replace('ATTORNEY', attorney.id)}`);
    expect(items.map(({ person }: Recorded) => person.id)).toEqual(expected());
  });

  it('turns page by page without losing or repeating one', async () => {
    const whole = (await list('limit=200')).items.map(({ id }: Recorded) => id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Recorded = await list(`limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      paged.push(...page.items.map(({ id }: Recorded) => id));
      cursor = page.nextCursor;
    }
    expect(whole.length).toBeGreaterThan(10);
    expect(paged).toEqual(whole);
  });

  it.each([
    ['result=guilty', 'result'], ['status=gone', 'status'], ['crossedSince=2026-02-30', 'crossedSince'], ['dueWithin=soon', 'dueWithin'],
    ['detainee=me', 'detainee'], ['limit=0', 'limit'], ['cursor=abc', 'cursor'], ['clauze=six-months', 'clauze'],
  ])('refuses %s and says where', async (query, path) => {
    const answer = await app.get(`/v1/findings?${query}`, { as: paralegal });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors.map((fault: Recorded) => fault.path)).toContain(path);
  });

  it('counts on from day to day without anybody writing', async () => {
    app.clock.set('2026-11-30T12:00:00Z');
    try {
      expect(await sixMonthsOf(crossed)).toMatchObject({ asOf: TODAY, count: { days: 190 } });
      expect(await sixMonthsOf(approaching)).toMatchObject({ result: 'approaching', on: '2026-11-25', reviewPending: true });
    } finally {
      app.clock.set('2026-11-24T12:00:00Z');
    }
  });

  it('is for who is signed in', async () => {
    expect((await app.get('/v1/findings')).statusCode).toBe(401);
  });
});

describe('a finding', () => {
  it('is acknowledged by who saw its latest version, once and on the record', async () => {
    const { id } = await heldUnderAFinalOrder({ from: '2026-01-05', finalOn: '2026-02-02' });
    await sweep();
    const { id: findingId } = await sixMonthsOf(id);
    const path = `/v1/findings/${findingId}`;
    const read = await app.get(path, { as: paralegal });
    expect(read.headers.etag).toBe('"1"');

    expect((await app.post(`${path}/acknowledge`, { as: paralegal })).statusCode).toBe(428);
    const stale = await app.post(`${path}/acknowledge`, { as: paralegal, headers: { 'if-match': '"7"' } });
    expect(stale.statusCode).toBe(412);
    expect(stale.json().current).toMatchObject({ id: findingId, version: 1, status: 'open' });

    const done = await app.post(`${path}/acknowledge`, { as: paralegal, headers: { 'if-match': '"1"' } });
    expect(done.statusCode).toBe(200);
    expect(done.json()).toMatchObject({ version: 2, status: 'acknowledged', result: 'met', acknowledged: { by: 'An paralegal' } });
    expect(await sixMonthsOf(id, '&status=acknowledged')).toMatchObject({ id: findingId });
    expect(await sixMonthsOf(id, '&status=open')).toBeUndefined();
    expect(await app.database.query('select actor_id, detainee_id from audit_entry where action = $1 and subject_id = $2', ['finding.acknowledged', findingId]))
      .toEqual([{ actor_id: paralegal.id, detainee_id: id }]);
  });

  it('is snoozed until a day, is off the list until then, and back on that day', async () => {
    const { id } = await heldUnderAFinalOrder({ from: '2026-01-05', finalOn: '2026-02-02' });
    await sweep();
    const { id: findingId } = await sixMonthsOf(id);
    const snooze = (body: unknown) => app.post(`/v1/findings/${findingId}/snooze`, { as: attorney, body, headers: { 'if-match': '"1"' } });
    expect((await snooze({ until: '2026-12-01' })).json().errors).toMatchObject([{ path: 'reason' }]);
    expect((await snooze({ until: TODAY, reason: 'The bond hearing is set.' })).statusCode).toBe(422);
    expect((await snooze({ until: '2026-12-01', reason: 'The bond hearing is set.' })).json())
      .toMatchObject({ status: 'snoozed', snoozed: { until: '2026-12-01', reason: 'The bond hearing is set.' } });

    expect(await sixMonthsOf(id)).toBeUndefined();
    expect(await sixMonthsOf(id, '&status=snoozed')).toMatchObject({ id: findingId });
    try {
      app.clock.set('2026-11-30T12:00:00Z');
      expect(await sixMonthsOf(id)).toBeUndefined();
      app.clock.set('2026-12-01T12:00:00Z');
      expect(await sixMonthsOf(id)).toMatchObject({ id: findingId, status: 'open' });
    } finally {
      app.clock.set('2026-11-24T12:00:00Z');
    }
  });

  it('whose facts are corrected is superseded with the reason, keeps its chain, and takes no more acknowledgement', async () => {
    const { id, order } = await heldUnderAFinalOrder({ from: '2026-01-05', finalOn: '2026-02-02' });
    await sweep();
    const first = await sixMonthsOf(id);
    const corrected = await app.patch(`/v1/detainees/${id}/removal-orders/${order.id}`, {
      as: attorney, headers: { 'if-match': `"${order.version}"` },
      body: { source: { kind: 'document', text: 'The order' }, reason: 'The day was misread.', decidedOn: '2026-02-20', appeal: { waivedOn: '2026-02-20', filed: false } },
    });
    expect(corrected.statusCode).toBe(200);
    expect(await sixMonthsOf(id)).toMatchObject({ id: first.id, reviewPending: true });
    await sweep();

    const second = await sixMonthsOf(id);
    expect(second).toMatchObject({ result: 'met', on: '2026-08-20' });
    const shown = (await app.get(`/v1/findings/${second.id}`, { as: paralegal })).json();
    expect(shown.successorId).toBeNull();
    expect(shown.predecessors).toMatchObject([{ id: first.id, on: '2026-08-02', reason: expect.stringContaining('from 2026-08-02 to 2026-08-20') }]);
    const old = (await app.get(`/v1/findings/${first.id}`, { as: paralegal })).json();
    expect(old).toMatchObject({ status: 'superseded', successorId: second.id, predecessors: [] });
    expect(await sixMonthsOf(id, '&status=superseded')).toMatchObject({ id: first.id });
    const late = await app.post(`/v1/findings/${first.id}/acknowledge`, { as: attorney, headers: { 'if-match': `"${old.version}"` } });
    expect(late.statusCode).toBe(409);
  });

  it('that does not exist is not found', async () => {
    expect((await app.get('/v1/findings/00000000-0000-4000-8000-00000000abcd', { as: attorney })).statusCode).toBe(404);
    expect((await app.post('/v1/findings/nothing/acknowledge', { as: attorney, headers: { 'if-match': '"1"' } })).statusCode).toBe(404);
  });
});

describe('the evaluation of one person', () => {
  it('is asked as of any day, and from the file as it was known before a correction', async () => {
    const { id, stint } = await heldUnderAFinalOrder({ from: '2026-01-05', finalOn: '2026-02-02' });
    const [{ before }] = await app.database.query<{ before: Date }>('select clock_timestamp() as before') as [{ before: Date }];
    const corrected = await app.patch(`/v1/detainees/${id}/stints/${stint.id}`, {
      as: attorney, headers: { 'if-match': `"${stint.version}"` },
      body: { source: { kind: 'document', text: 'The booking sheet' }, reason: 'He came a month later.', from: '2026-03-05' },
    });
    expect(corrected.statusCode).toBe(200);

    const evaluation = async (query: string) => (await app.get(`/v1/detainees/${id}/evaluation?${query}`, { as: paralegal })).json();
    expect(await evaluation('')).toMatchObject({ asOf: TODAY, custody: { stays: [{ from: '2026-03-05', days: 264 }] }, finality: { result: 'final', on: '2026-02-02' } });
    expect(await evaluation(`asKnownOn=${encodeURIComponent(before.toISOString())}`)).toMatchObject({ custody: { stays: [{ from: '2026-01-05', days: 323 }] } });
    expect(await evaluation('asOf=2026-03-04')).toMatchObject({ custody: { inCustody: false } });
    expect(await evaluation('asOf=2026-03-05')).toMatchObject({ custody: { inCustody: true } });
    const sixMonths = (answer: Recorded) => answer.findings.find(({ clause }: Recorded) => clause === 'six-months').result;
    expect(sixMonths(await evaluation('asOf=2026-09-04'))).toBe('approaching');
    expect(sixMonths(await evaluation('asOf=2026-09-05'))).toBe('met');
  });

  it('refuses a day or an instant that is none, and knows nobody who is not on file', async () => {
    const { id } = await aDetainee(app, attorney);
    expect((await app.get(`/v1/detainees/${id}/evaluation?asOf=2026-02-29`, { as: paralegal })).json().errors).toMatchObject([{ path: 'asOf' }]);
    expect((await app.get(`/v1/detainees/${id}/evaluation?asKnownOn=2026-02-28`, { as: paralegal })).json().errors).toMatchObject([{ path: 'asKnownOn' }]);
    expect((await app.get('/v1/detainees/00000000-0000-4000-8000-00000000abcd/evaluation', { as: paralegal })).statusCode).toBe(404);
  });
});

describe('whether the list is up to date', () => {
  it('is told: who waits, and since when', async () => {
    await sweep();
    const status = async () => (await app.get('/v1/detention-review/status', { as: paralegal })).json();
    expect(await status()).toEqual({ waiting: 0, waitingSince: null, due: 0, failures: [] });
    await aDetainee(app, attorney);
    expect(await status()).toMatchObject({ waiting: 1, waitingSince: expect.any(String) });
  });
});

describe('with a Redis that is not there', () => {
  it('a fact is recorded without waiting, and its mark stands', async () => {
    const alone = await testApp({ redisUrl: 'redis://127.0.0.1:1' });
    try {
      await twoFacilities(alone.database);
      const admin = await alone.signedIn('admin');
      const from = performance.now();
      const { id } = await aDetainee(alone, admin);
      await aStint(alone, admin, id);
      expect(performance.now() - from).toBeLessThan(3_000);
      expect(await alone.database.query('select 1 from review_mark where detainee_id = $1', [id])).not.toHaveLength(0);
      await alone.sweep(TODAY);
      expect((await alone.get(`/v1/findings?detainee=${id}`, { as: admin })).json().items).not.toHaveLength(0);
    } finally {
      await alone.close();
    }
  });
});
