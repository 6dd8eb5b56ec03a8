import { PLACES } from '../../src/caseload/silence.queries.js';
import { isPermitted, Permission, rolesWith } from '../../src/common/permissions.js';
import { FactKinds } from '../../src/detainees/fact-kinds.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aRemovalOrder, aStint, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';

const SECRET = 'what he told his lawyer';

describe('the caseload, on 2026-11-24', () => {
  let app: TestApp;
  let attorney: SignedIn;
  let paralegal: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    await twoFacilities(app.database);
    [attorney, paralegal] = [await app.signedIn('attorney'), await app.signedIn('paralegal')];
  });
  afterAll(() => app.close());

  const read = async (path: string, as = paralegal) => {
    const answer = await app.get(path, { as });
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return answer.json<Recorded>();
  };
  const complete = (person: string, ...lists: string[]) =>
    Promise.all(lists.map((list) => app.put(`/v1/detainees/${person}/known-lists/${list}`, { as: paralegal, body: { source: SOURCE } })));
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

  describe('refuses an order of events that cannot have been', () => {
    let person: string;
    beforeAll(async () => { person = (await aDetainee(app, paralegal)).id; });
    const record = (body: object) => app.post(`/v1/detainees/${person}/removal-orders`, {
      as: paralegal, body: { source: SOURCE, kind: 'removal', decidedOn: '2026-03-20', decidedBy: 'immigration-judge', ...body },
    });
    const kept = async () => (await app.database.query('select id from removal_order union all select id from removal_order_event')).length;

    it.each<[string, object, string, RegExp]>([
      ['a stay lifted that was never entered', { events: [{ kind: 'judicial-stay-lifted', on: '2026-05-04' }] }, 'events[0].kind', /cannot be without judicial-stay-entered/],
      ['a petition decided the day before it was filed', { events: [{ kind: 'petition-for-review-filed', on: '2026-05-04' }, { kind: 'petition-for-review-decided', on: '2026-05-03' }] },
        'events[1].kind', /on the same day or before it/],
      ['reopened the day before it was decided', { events: [{ kind: 'reopened', on: '2026-03-19' }] }, 'events[0].on', /belongs to that order/],
      ['a country that is none', { designatedCountries: ['IRQ', 'XXX'] }, 'designatedCountries[1]', /ISO 3166/],
    ])('%s', async (_what, body, path, sentence) => {
      const before = await kept();
      const answer = await record(body);
      expect([answer.statusCode, answer.json<Recorded>().errors]).toEqual([422, [{ path, problem: expect.stringMatching(sentence) as string }]]);
      expect(await kept()).toBe(before);
    });

    it('when it is recorded, corrected, withdrawn or said to be complete, and takes what may have happened unseen', async () => {
      const order = (await record({ designatedCountries: ['IRQ', 'VEN'] })).json<Recorded>();
      expect(order).toMatchObject({ eventsComplete: false, designatedCountries: ['IRQ', 'VEN'] });
      const path = `/v1/detainees/${person}/removal-orders/${order.id}`;
      const event = (values: object) => app.post(`${path}/events`, { as: paralegal, body: { source: SOURCE, ...values } });
      const status = async (answer: ReturnType<typeof event>) => [(await answer).statusCode, (await answer).json<Recorded>().errors?.[0]?.path];

      const lifted = (await event({ kind: 'judicial-stay-lifted', on: '2026-06-01' })).json<Recorded>();
      const said = (body: object, version: number) => app.patch(path, { as: paralegal, headers: ifMatch(version), body: { reason: 'the docket', ...body } });
      expect(await status(said({ eventsComplete: true }, 1))).toEqual([422, '']);
      // Entered late, it makes the sequence possible.
      const entered = (await event({ kind: 'judicial-stay-entered', on: '2026-05-01' })).json<Recorded>();
      expect((await said({ eventsComplete: true }, 1)).statusCode).toBe(200);
      expect(await status(event({ kind: 'judicial-stay-lifted', on: '2026-06-02' }))).toEqual([422, 'kind']);
      const change = (id: string, version: number, body: object) => app.patch(`${path}/events/${id}`, { as: paralegal, headers: ifMatch(version), body: { reason: 'the docket', ...body } });
      expect(await status(change(entered.id, 1, { on: '2026-06-02' }))).toEqual([422, '']);
      expect(await status(change(lifted.id, 1, { on: '2026-04-30' }))).toEqual([422, 'kind']);
      expect((await change(entered.id, 1, { on: '2026-06-01' })).statusCode).toBe(200);
      expect(await status(app.delete(`${path}/events/${entered.id}`, { as: paralegal, headers: ifMatch(2), body: { reason: 'a slip' } }))).toEqual([422, '']);
      expect(await status(said({ decidedOn: '2026-06-02' }, 2))).toEqual([422, '']);
    });
  });

  it('gives the status of a removal order on a day, as it was known, with what is missing', async () => {
    const { id: person } = await aDetainee(app, paralegal);
    const status = (query: string) => read(`/v1/detainees/${person}/removal-order-status${query}`);
    expect(await status('')).toMatchObject({ asOf: '2026-11-24', order: null, finality: { result: 'unknown' }, filings: [], stays: { complete: false }, supervision: { state: 'unknown' } });
    expect((await status('')).sentence).toContain('Whether there is an order of removal is not known.');

    await aStint(app, paralegal, person, { from: '2026-03-02' });
    const order = await aRemovalOrder(app, paralegal, person, {
      decidedOn: '2026-10-30', inAbsentia: false, appeal: { filed: false }, designatedCountries: ['IRQ'],
      events: [{ kind: 'habeas-stay-entered', on: '2026-11-02', court: 'E.D. Mich.' }, { kind: 'withholding-granted', on: '2026-10-30' }],
    });
    const before = (await aFact(app, paralegal, person, 'events', { kind: 'travel-document-requested', on: '2026-11-03', note: SECRET })).recordedAt;
    await aFact(app, paralegal, person, 'events', { kind: 'travel-document-expired', on: '2027-05-03' });
    await complete(person, 'events', 'otherCustody', 'cooperation');

    const now = await status('');
    expect(now).toMatchObject({
      order: { id: order.id, governs: true }, finality: { result: 'not-final', citation: '8 C.F.R. § 1241.1(c)' },
      stays: { complete: true, items: [{ kind: 'habeas', court: 'E.D. Mich.', since: '2026-11-02', state: 'in-force' }] },
      protection: { granted: [{ kind: 'withholding', on: '2026-10-30' }], complete: true }, countries: { designated: ['IRQ'], missing: [] },
      travelDocument: { state: 'requested', complete: true }, supervision: { state: 'held' },
    });
    expect(now.filings.find(({ what }: Recorded) => what === 'bia-appeal')).toMatchObject({ state: 'due', dueOn: '2026-11-30', daysLeft: 6 });
    expect(now.next.map(({ what }: Recorded) => what)).toEqual(expect.arrayContaining(['bia-appeal-due', 'order-becomes-final', 'travel-document-expires']));
    expect(now.sentence).toContain('Removal is stayed: habeas stay of E.D. Mich. since 2026-11-02.');
    expect(JSON.stringify(now)).not.toContain(SECRET);
    expect(now.finality).toEqual((await read(`/v1/detainees/${person}/evaluation`)).finality);
    expect((await status('?asOf=2026-12-01')).finality).toMatchObject({ result: 'final', on: '2026-11-30' });
    expect((await status('?asOf=2026-11-01')).stays.items).toEqual([]);
    expect((await status(`?asKnownOn=${before}`)).travelDocument).toMatchObject({ state: 'requested', complete: false, missing: ['events'] });
    expect((await app.get(`/v1/detainees/${person}/removal-order-status`, { as: await app.signedIn('auditor') })).statusCode).toBe(403);
    expect((await app.get('/v1/detainees/00000000-0000-4000-8000-000000000000/removal-order-status', { as: paralegal })).statusCode).toBe(404);
  });

  it('puts everything dated about a person in order, in both directions, page by page and by kind, without what is privileged', async () => {
    const { id: person } = await aDetainee(app, paralegal);
    const path = `/v1/detainees/${person}/timeline`;
    const days = async (query = '') => (await read(`${path}?direction=oldest-first${query}`)).items.map(({ on, kind, what }: Recorded) => `${on} ${kind} ${what}`);
    await aStint(app, paralegal, person, { from: '2026-02-02', to: '2026-03-02', endedBy: 'transfer', facility: 'STCLAMI' });
    await aStint(app, paralegal, person, { from: '2026-03-02', to: '2026-03-02', endedBy: 'transfer', facility: 'STCLAMI' });
    const stint = await aStint(app, paralegal, person, { from: '2026-03-02' });
    await aRemovalOrder(app, paralegal, person, { decidedOn: '2026-03-20', appeal: { waivedOn: '2026-03-20' }, events: [{ kind: 'withholding-granted', on: '2026-03-21' }] });
    await aFact(app, paralegal, person, 'memberships', { class: 'hamama-primary', from: '2017-06-24' });
    await aFact(app, paralegal, person, 'cooperation', { from: '2026-05-01', to: '2026-06-01', act: 'obstructed-removal' });
    await aFact(app, paralegal, person, 'other-custody', { kind: 'criminal', to: '2026-02-02' });
    for (const at of ['2026-07-01T16:00:00-04:00', '2026-07-01T09:00:00-04:00']) await aFact(app, paralegal, person, 'events', { kind: 'hearing', at, note: SECRET });
    const contact = await app.post('/v1/ice-contacts', { as: paralegal, body: { detaineeIds: [person], source: SOURCE, on: '2026-07-01', actor: 'ice', topics: ['force'], words: SECRET, narrative: SECRET } });
    expect(contact.statusCode).toBe(201);
    await aFact(app, paralegal, person, 'notes', { handling: 'privileged', body: SECRET, source: { kind: 'person', text: SECRET } });
    await app.database.query(
      `insert into membership_decision (id, detainee_id, class, decision, proposal, because, evidence, membership_id, as_of, law_version, decided_by, decided_at)
       values (gen_random_uuid(), $1, 'hamama-primary', 'confirmed', repeat('a', 64), '[]', '[]', gen_random_uuid(), '2026-07-02', '1', $2, '2026-07-02T12:00:00Z')`,
      [person, paralegal.id]);
    const facts = [
      '2017-06-24 membership began', '2026-02-02 other-custody ended', '2026-02-02 stint began', '2026-03-02 stint ended', '2026-03-02 stint began', '2026-03-02 stint began',
      '2026-03-02 stint ended', '2026-03-20 removal-order appeal-waived', '2026-03-20 removal-order decided',
      '2026-03-21 removal-order-event happened', '2026-05-01 cooperation-lapse began', '2026-06-01 cooperation-lapse ended',
      '2026-07-01 ice-contact happened', '2026-07-01 case-event happened', '2026-07-01 case-event happened',
      '2026-07-02 membership-decision confirmed',
    ];
    // What was recorded stands on the day of the clock of the database.
    expect((await days()).filter((entry: string) => !entry.includes(' note '))).toEqual(facts);

    const all = (await read(`${path}?limit=200&direction=oldest-first`)).items;
    expect((await read(`${path}?limit=200`)).items).toEqual([...all].reverse());
    const pages: Recorded[] = [];
    for (let cursor = ''; ;) {
      const page = await read(`${path}?limit=5${cursor}`);
      pages.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(pages).toEqual([...all].reverse());
    expect(all.find(({ id, kind }: Recorded) => kind === 'stint' && id === stint.id)).toMatchObject({
      id: stint.id, source: SOURCE, values: { facility: 'GLADEFL', custodian: 'ice' }, link: `/v1/detainees/${person}/stints/${stint.id}`,
    });
    expect(all.filter(({ kind }: Recorded) => kind === 'case-event').map(({ at }: Recorded) => at)).toEqual(['2026-07-01T09:00:00.000-04:00', '2026-07-01T16:00:00.000-04:00']);
    expect(all.find(({ kind }: Recorded) => kind === 'note')).toMatchObject({ values: { handling: 'privileged' }, source: { kind: 'person', text: null } });
    expect(JSON.stringify(all)).not.toContain(SECRET);
    for (const { link } of all) expect([link, (await app.get(link, { as: paralegal })).statusCode]).toEqual([link, 200]);
    expect(await days('&kinds=removal-order-event,membership')).toEqual(['2017-06-24 membership began', '2026-03-21 removal-order-event happened']);
    expect((await app.get(`${path}?kinds=dreams`, { as: paralegal })).statusCode).toBe(400);

    // A correction takes the place of what stood, and what stood is read as known before it.
    await app.patch(`/v1/detainees/${person}/stints/${stint.id}`, { as: paralegal, headers: ifMatch(1), body: { from: '2026-03-03', reason: 'the jail log' } });
    expect((await days('&kinds=stint')).at(-1)).toBe('2026-03-03 stint began');
    expect((await days(`&kinds=stint&asKnownOn=${stint.recordedAt}`)).at(-1)).toBe('2026-03-02 stint ended');
    await app.sweep('2026-11-24');
    const findings = (await read(`${path}?kinds=finding&limit=200`)).items;
    expect(findings[0]).toMatchObject({ what: 'opened', source: null, link: `/v1/findings/${findings[0].id}` });
    expect(await days(`&kinds=finding&asKnownOn=${stint.recordedAt}`)).toEqual([]);
    const millisecondBefore = new Date(new Date(findings[0].recordedAt as string).getTime() - 1).toISOString();
    const foundBy = async (instant: string) => (await read(`${path}?kinds=finding&limit=200&asKnownOn=${instant}`)).items;
    expect([await foundBy(findings[0].recordedAt), await foundBy(millisecondBefore)]).toEqual([findings, []]);
    expect((await read(`${path}?kinds=finding&limit=1`)).nextCursor).toEqual(expect.any(String));
    const before = new Date().toISOString();
    const review = { state: 'dismissed', reason: SECRET };
    expect((await app.post(`/v1/findings/${findings[0].id}/review`, { as: attorney, headers: ifMatch(1), body: review })).statusCode).toBe(200);
    const { items: [step], nextCursor } = await read(`${path}?kinds=finding-review`);
    expect([step, nextCursor]).toMatchObject([{ what: 'dismissed', source: null, values: { findingId: findings[0].id, clause: findings[0].values.clause }, link: `/v1/findings/${findings[0].id}` }, null]);
    expect(JSON.stringify(step)).not.toContain(SECRET);
    expect(await days(`&kinds=finding-review&asKnownOn=${before}`)).toEqual([]);

    const walled = await app.signedIn('attorney');
    await app.post('/v1/walls', { as: await app.signedIn('admin'), body: { detaineeId: person, userId: walled.id, reason: 'a conflict of interest' } });
    expect((await app.get(path, { as: walled })).statusCode).toBe(404);
  });

  it('says what the office has before it today, of all and of one attorney, each part as its list has it', async () => {
    const mine = async (finalOn: string) => {
      const { id } = await aDetainee(app, attorney, { attorneyId: attorney.id });
      await aStint(app, paralegal, id, { from: '2026-01-05' });
      await aRemovalOrder(app, paralegal, id, { decidedOn: finalOn, inAbsentia: false, appeal: { waivedOn: finalOn, filed: false }, events: [] });
      await complete(id, 'otherCustody', 'cooperation', 'events', 'memberships', 'contacts');
      return id;
    };
    // Six months are over today, yesterday, and tomorrow.
    const [today, yesterday, tomorrow] = [await mine('2026-05-24'), await mine('2026-05-23'), await mine('2026-05-25')];
    await app.sweep('2026-11-24');
    // Yesterday begins at five in the morning of Greenwich, where the office is.
    const found = (ids: string[], at: string) => app.database.query('update finding set opened_at = $2 where detainee_id = any($1)', [ids, at]);
    await found([today, tomorrow], '2026-11-23T05:00:00Z');
    await found([yesterday], '2026-11-23T04:59:59Z');
    const office = await read(`/v1/today?attorney=${attorney.id}&limit=50`);
    const sixMonths = (part: string) => office[part].items.filter(({ clause }: Recorded) => clause === 'six-months').map(({ person }: Recorded) => person.id);
    expect([sixMonths('due'), sixMonths('overdue'), sixMonths('approaching')]).toEqual([[today], [yesterday], [tomorrow]]);
    expect(sixMonths('fresh').sort()).toEqual([today, tomorrow].sort());
    expect(office).toMatchObject({ today: '2026-11-24', since: '2026-11-23', attorney: attorney.id, silentDays: 14, silent: { count: 0, items: [] } });
    for (const part of ['due', 'overdue', 'approaching', 'fresh']) {
      const { count, items, list } = office[part];
      expect(items.every(({ unverified }: Recorded) => !unverified)).toBe(true);
      const listed = (await read(`${list}&limit=200`)).items.map(({ id }: Recorded) => id);
      expect([part, count, items.map(({ id }: Recorded) => id)]).toEqual([part, listed.length, listed]);
    }
    expect((await read('/v1/today')).due.count).toBeGreaterThanOrEqual(office.due.count);

    // Thirty days from 2026-10-25 end today; those of the day before are over, those of a week later are not asked for.
    const decided = async (decidedOn: string, appeal: object | null) => {
      const { id } = await aDetainee(app, attorney, { attorneyId: attorney.id });
      await aRemovalOrder(app, paralegal, id, { decidedOn, inAbsentia: false, appeal, events: [] });
      return id;
    };
    const [lastDay, nextDay] = [await decided('2026-10-25', null), await decided('2026-10-26', { filed: false })];
    await decided('2026-10-22', null);
    await decided('2026-10-26', { filed: true, filedOn: '2026-11-02' });
    await decided('2026-11-02', null);
    const { appeals } = await read(`/v1/today?attorney=${attorney.id}&appealDays=5`);
    expect(appeals).toMatchObject({ count: 2, items: [
      { person: { id: lastDay }, dueOn: '2026-11-24', daysLeft: 0, missing: ['appeal'], citation: '8 C.F.R. § 1003.38(b)' },
      { person: { id: nextDay }, dueOn: '2026-11-25', daysLeft: 1, missing: [] },
    ] });
    const firstPage = await read(`${appeals.list}&limit=1`);
    expect([...firstPage.items, ...(await read(`${appeals.list}&limit=1&cursor=${firstPage.nextCursor}`)).items]).toEqual(appeals.items);

    // Nothing recorded for fifteen days is silence after fourteen and none after sixteen.
    const at = (days: number) => `now() - interval '${days} days'`;
    for (const table of ['detainee_identity', 'detainee_name', 'detainee_identifier', 'custody_stint', 'removal_order', 'known_list']) {
      await app.database.query(`update ${table} set recorded_at = ${at(15)} where detainee_id = $1`, [today]);
    }
    const now = new Date();
    app.clock.set(now.toISOString());
    for (const user of [attorney, paralegal]) Object.assign(user, await app.session(user.id));
    const silent = async (days: number, as = paralegal) => (await read(`/v1/today/silent?days=${days}&attorney=${attorney.id}`, as)).items.map(({ id }: Recorded) => id);
    expect([await silent(14), await silent(16)]).toEqual([[today], []]);
    const { silent: section } = await read(`/v1/today?attorney=${attorney.id}&silentDays=14`);
    expect(section).toMatchObject({ count: 1, items: [{ id: today, name: 'Yousif Younan', facility: 'GLADEFL', attorney: { id: attorney.id } }], list: `/v1/today/silent?days=14&attorney=${attorney.id}` });
    expect((await read(section.list)).items).toEqual(section.items);
    // What not everybody who reads the list may read moves nothing on it, for nobody: neither who is silent, nor since when.
    await aFact(app, attorney, today, 'sensitive-details', { topic: 'health', detail: SECRET });
    for (const as of [attorney, paralegal]) expect((await read(section.list, as)).items).toEqual(section.items);
    await aFact(app, paralegal, today, 'notes', { handling: 'work-product', body: 'Visited.' });
    expect(await silent(14)).toEqual([]);
    const forEachReader = app.get(FactKinds).all.filter(({ read: asked }) => asked === undefined || rolesWith(Permission.ReadFindings).every((role) => isPermitted(role, asked)));
    expect([...PLACES].sort()).toEqual(forEachReader.map(({ table }) => table).sort());
    expect((await app.get('/v1/today', { as: await app.signedIn('auditor') })).statusCode).toBe(403);
  });
});
