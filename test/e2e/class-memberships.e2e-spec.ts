import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aRemovalOrder, aStint, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';

const JUDGE = { kind: 'person', text: 'Order of the immigration judge, page 2' };

describe('class memberships are proposed by the facts and confirmed by a person', () => {
  let app: TestApp;
  let attorney: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    await twoFacilities(app.database);
    attorney = await app.signedIn('attorney');
  });
  afterAll(() => app.close());

  /** An Iraqi with an order that has been final since 2010, arrested in June 2017 and held. */
  const aMember = async (order: object = {}) => {
    const { id } = await aDetainee(app, attorney) as { id: string };
    const stint = await aStint(app, attorney, id, { from: '2017-06-11', to: '2018-02-01', endedBy: 'order-of-supervision' });
    const removal = await aRemovalOrder(app, attorney, id, {
      decidedOn: '2010-05-01', inAbsentia: false, appeal: { waivedOn: '2010-05-01', filed: false }, events: [], ...order,
    });
    await app.send('PUT', `/v1/detainees/${id}/known-lists/events`, { as: attorney, body: { source: SOURCE } });
    return { id, stint, removal };
  };
  const at = (id: string, rest: string) => `/v1/detainees/${id}/class-memberships/${rest}`;
  const proposals = async (id: string, query = ''): Promise<Record<string, Recorded>> => {
    const answer = await app.get(at(id, `proposals${query}`), { as: attorney });
    expect(answer.statusCode).toBe(200);
    return Object.fromEntries(answer.json<Recorded>().items.map((each: Recorded) => [each.class, each]));
  };
  const decide = (verb: 'confirm' | 'decline' | 'leave', id: string, body: object, headers: Record<string, string> = {}) =>
    app.post(at(id, verb), { as: attorney, body, headers });
  const confirm = async (id: string, slug: string, more: object = {}) =>
    decide('confirm', id, { class: slug, proposal: (await proposals(id))[slug].proposal, ...more });
  const memberships = async (id: string): Promise<Record<string, [string | null, string | null]>> => Object.fromEntries(
    (await app.get(`/v1/detainees/${id}/memberships`, { as: attorney })).json<Recorded>().items.map((each: Recorded) => [each.class, [each.from, each.to]]));
  const decisions = async (id: string): Promise<Recorded[]> => (await app.get(at(id, 'decisions'), { as: attorney })).json<Recorded>().items;
  const written = () => app.database.query(`
    select (select count(*) from class_membership) m, (select count(*) from membership_decision) d, (select count(*) from case_event) e,
      (select count(*) from review_mark) r, (select count(*) from audit_entry where action !~ 'read|refused') a`);
  /** Everybody who is shown, page by page. */
  const open = async (query: string): Promise<Recorded[]> => {
    const found: Recorded[] = [];
    for (let cursor = ''; ;) {
      const answer = await app.get(`/v1/class-memberships/proposals?${query}${cursor}`, { as: attorney });
      expect(answer.statusCode).toBe(200);
      const { items, nextCursor } = answer.json<Recorded>();
      found.push(...items);
      if (nextCursor === null) return found;
      cursor = `&cursor=${nextCursor}`;
    }
  };

  it('with the day, the facts on which it rests and what is on file; by an earlier day and as known on an earlier instant', async () => {
    const { id, stint, removal } = await aMember();
    const known = new Date().toISOString();
    const { 'hamama-primary': primary, 'hamama-1226c': mandatory, 'hamama-final-order': subclass } = await proposals(id);
    expect(primary).toMatchObject({ result: 'member', from: '2017-06-24', to: null, standing: 'not-on-file', onFile: [], missing: [], toBeConfirmed: [], declined: null });
    const [identity] = await app.database.query<{ id: string }>('select id from detainee_identity where detainee_id = $1', [id]);
    expect(primary.evidence).toEqual([{ list: 'identity', id: identity?.id }, { list: 'removalOrders', id: removal.id }, { list: 'stints', id: stint.id }]);
    expect(primary.because).toContain('The person is a citizen of IRQ (person.citizenship).');
    expect(mandatory).toMatchObject({ result: 'not-member', standing: 'agrees' });
    expect(subclass).toMatchObject({ from: '2018-01-02', unverified: true });
    expect((await proposals(id, '?asOf=2017-06-23'))['hamama-primary']).toMatchObject({ result: 'not-member', standing: 'agrees', because: ['The class began on 2017-06-24.'] });

    await app.patch(`/v1/detainees/${id}/identity/${identity?.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { citizenship: null, reason: 'a misreading' } });
    expect((await proposals(id))['hamama-primary']).toMatchObject({ result: 'unknown', standing: 'not-known', missing: ['person.citizenship'] });
    expect((await proposals(id, `?asKnownOn=${known}`))['hamama-primary']).toMatchObject({ result: 'member', proposal: primary.proposal });
  });

  it('and confirming it records the membership with its evidence, one entry of the log and the mark of its person', async () => {
    const { id } = await aMember();
    await app.sweep('2026-11-24');
    const { proposal, evidence, because } = (await proposals(id))['hamama-primary'];
    const answer = await decide('confirm', id, { class: 'hamama-primary', proposal });
    expect(answer.statusCode).toBe(201);
    const { membership, decision } = answer.json<Recorded>();
    expect(membership).toMatchObject({ class: 'hamama-primary', from: '2017-06-24', to: null, version: 1, recordedBy: attorney.id, source: { kind: 'person' } });
    expect(decision).toMatchObject({
      decision: 'confirmed', class: 'hamama-primary', proposal, evidence, because, membershipId: membership.id, reason: null, asOf: '2026-11-24', decidedBy: attorney.id,
    });
    expect(await decisions(id)).toEqual([decision]);
    expect((await proposals(id))['hamama-primary']).toMatchObject({ standing: 'agrees', onFile: [{ id: membership.id, from: '2017-06-24', to: null }] });
    const entries = await app.database.query<{ action: string }>(
      `select action from audit_entry where detainee_id = $1 and (subject = 'membership' or subject = 'membership-decision') order by id`, [id]);
    expect(entries.map(({ action }) => action)).toEqual(['membership.recorded', 'membership-decision.confirmed']);
    expect(await app.database.query('select 1 from review_mark where detainee_id = $1', [id])).toHaveLength(1);
  });

  it('once, also if two confirm at the same time, and the same request is answered again as before', async () => {
    const { id } = await aMember();
    const { proposal } = (await proposals(id))['hamama-primary'];
    const body = { class: 'hamama-primary', proposal };
    const answers = await Promise.all([1, 2].map(() => decide('confirm', id, body)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json<Recorded>().detail).toContain('on file in that time already');
    const key = { 'idempotency-key': `a-confirmation-${id}` };
    const subclass = { class: 'hamama-final-order', proposal: (await proposals(id))['hamama-final-order'].proposal };
    const [first, again] = [await decide('confirm', id, subclass, key), await decide('confirm', id, subclass, key)];
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()]);
  });

  describe('is refused, and nothing is written,', () => {
    const refused = async (status: number, words: string, act: () => Promise<{ statusCode: number; body: string }>) => {
      const before = await written();
      const answer = await act();
      expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(words)]);
      expect(await written()).toEqual(before);
    };

    it('if a fact on which it rests has changed since it was shown', async () => {
      const { id, stint } = await aMember();
      const { proposal } = (await proposals(id))['hamama-primary'];
      await app.patch(`/v1/detainees/${id}/stints/${stint.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { from: '2017-06-12', reason: 'a slip' } });
      await refused(409, 'does not stand as it was shown', () => decide('confirm', id, { class: 'hamama-primary', proposal }));
      await refused(409, 'does not stand as it was shown', () => decide('decline', id, { class: 'hamama-primary', proposal, reason: 'no' }));
    });

    it('if nothing is proposed, the class is none, or nothing that runs is ended', async () => {
      const { id } = await aMember();
      const { proposal } = (await proposals(id))['hamama-1226c'];
      await refused(422, 'is not proposed', () => decide('confirm', id, { class: 'hamama-1226c', proposal }));
      await refused(422, 'nothing to decline', () => decide('decline', id, { class: 'hamama-1226c', proposal, reason: 'no' }));
      await refused(422, 'is no class', () => decide('confirm', id, { class: 'hamama-tertiary', proposal }));
      await refused(422, 'ends no membership', () => decide('leave', id, { event: 'opted-out', on: '2018-03-01', source: SOURCE, reason: 'he said so' }));
      await refused(400, 'is no class', () => app.get('/v1/class-memberships/proposals?class=hamama-tertiary', { as: attorney }));
    });

    it('if a person must say what no fact does and does not say from where', async () => {
      const { id, removal } = await aMember();
      await aFact(app, attorney, id, `removal-orders/${removal.id}/events`, { kind: 'reopened', on: '2018-05-01' });
      expect((await proposals(id))['hamama-1226c']).toMatchObject({ result: 'unknown', standing: 'not-on-file', from: '2018-05-01', toBeConfirmed: [expect.stringContaining('§ 1226(c)')] });
      await refused(422, 'must say from where it is known', () => confirm(id, 'hamama-1226c'));
      const answer = await confirm(id, 'hamama-1226c', { source: JUDGE });
      expect([answer.statusCode, answer.json<Recorded>().membership]).toEqual([201, expect.objectContaining({ from: '2018-05-01', to: null, source: expect.objectContaining(JUDGE) })]);
      const events = (await app.get(`/v1/detainees/${id}/removal-orders/${removal.id}/events`, { as: attorney })).json<Recorded>();
      expect(answer.json<Recorded>().decision.evidence).toContainEqual({ list: 'removalOrders.events', id: events.items[0].id });
      expect((await proposals(id))['hamama-1226c'].standing).toBe('agrees');
    });

    it('if somebody left before the membership on file began', async () => {
      const { id } = await aMember();
      await confirm(id, 'hamama-final-order');
      await refused(422, 'must not be before from', () => decide('leave', id, { event: 'opted-out', on: '2018-01-01', source: SOURCE, reason: 'a letter' }));
      await refused(422, 'must not be after today', () => decide('leave', id, { event: 'opted-out', on: '2026-11-25', source: SOURCE, reason: 'a letter' }));
    });
  });

  it('an individual habeas petition ends the subclasses on its day, in one call, and the class goes on', async () => {
    const { id } = await aMember();
    for (const slug of ['hamama-primary', 'hamama-final-order', 'hamama-zadvydas']) expect((await confirm(id, slug)).statusCode).toBe(201);
    const reason = 'He files alone.';
    const answer = await decide('leave', id, { event: 'individual-habeas-filed', on: '2018-12-03', source: JUDGE, reason });
    expect(answer.statusCode).toBe(201);
    const { eventId, decisions: left } = answer.json<Recorded>();
    expect(await memberships(id)).toEqual({
      'hamama-primary': ['2017-06-24', null], 'hamama-final-order': ['2018-01-02', '2018-12-03'], 'hamama-zadvydas': ['2018-11-20', '2018-12-03'],
    });
    const { items: events } = (await app.get(`/v1/detainees/${id}/events`, { as: attorney })).json<Recorded>();
    expect(events).toEqual([expect.objectContaining({ id: eventId, kind: 'individual-habeas-filed', on: '2018-12-03' })]);
    expect(left.map((each: Recorded) => [each.class, each.decision, each.to, each.reason, each.evidence[0]])).toEqual(
      ['hamama-final-order', 'hamama-zadvydas'].map((slug) => [slug, 'left', '2018-12-03', reason, { list: 'events', id: eventId }]));
    for (const slug of ['hamama-primary', 'hamama-final-order', 'hamama-zadvydas']) expect((await proposals(id))[slug].standing).toBe('agrees');
    const [{ kept }] = await app.database.query<{ kept: string }>(`select string_agg(to_json(d)::text, '') as kept from membership_decision d where detainee_id = $1`, [id]) as [{ kept: string }];
    expect(kept).not.toContain(reason);
  });

  it('what is declined is off the list until a fact on which it rests changes; what is on file and not computed is on it', async () => {
    const { id, stint } = await aMember();
    const shown = async (query = 'class=hamama-primary') => (await open(query)).filter(({ detaineeId }) => detaineeId === id).flatMap(({ items }) => items.map((each: Recorded) => [each.class, each.standing]));
    expect(await shown()).toEqual([['hamama-primary', 'not-on-file']]);
    const { proposal } = (await proposals(id))['hamama-primary'];
    const declined = () => decide('decline', id, { class: 'hamama-primary', proposal, reason: 'He is a dual citizen.' });
    expect((await declined()).statusCode).toBe(201);
    expect(await declined()).toMatchObject({ statusCode: 409 });
    expect(await shown()).toEqual([]);
    expect((await proposals(id))['hamama-primary'].declined).toMatchObject({ by: attorney.id, reason: 'He is a dual citizen.' });
    await app.patch(`/v1/detainees/${id}/stints/${stint.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { to: '2018-02-02', reason: 'a slip' } });
    expect(await shown()).toEqual([['hamama-primary', 'not-on-file']]);
    await aFact(app, attorney, id, 'memberships', { class: 'hamama-1226c', from: '2018-02-01' });
    await aFact(app, attorney, id, 'memberships', { class: 'hamama-primary', from: '2017-07-01' });
    expect(await shown('limit=200')).toEqual(expect.arrayContaining([['hamama-1226c', 'only-on-file'], ['hamama-primary', 'other-days']]));
  });

  it('the list comes page by page, each person once, and shows those whom its reader sees', async () => {
    for (let i = 0; i < 2; i++) await aMember();
    const all = (await open('class=hamama-primary&limit=200')).map(({ detaineeId }) => detaineeId as string);
    expect(all.length).toBeGreaterThan(2);
    expect(all).toEqual([...new Set(all)].sort());
    expect((await open('class=hamama-primary&limit=1')).map(({ detaineeId }) => detaineeId)).toEqual(all);
    expect((await open('class=hamama-primary')).every(({ name }) => name === 'Yousif Younan')).toBe(true);
    const outside = await app.get('/v1/class-memberships/proposals', { as: await app.signedIn('co-counsel') });
    expect(outside.json()).toEqual({ items: [], nextCursor: null });
  });
});
