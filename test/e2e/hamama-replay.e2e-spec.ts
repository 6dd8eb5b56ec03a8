import { forcePeriods } from '../../src/law/authorities/authority.js';
import { AUTHORITIES } from '../../src/law/authorities/index.js';
import { parseDay } from '../../src/law/calendar/day.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aRemovalOrder, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';

/**
 * The case told again as an office would have lived it: facts are entered over HTTP as the years go by, and on each day of the docket
 * the morning's review runs. Of nine people it is said what changed on the list, and of all findings that none was ever raised by a
 * clause without force. Days of orders are those of the docket; the people are invented, but for the custody of Younan (ECF 555)
 * and Yonan (ECF 538).
 */
const PEOPLE = ['held', 'reopened', 'removed', 'alone', 'coerced', 'bonded', 'at-large', 'younan', 'yonan'] as const;
type Who = (typeof PEOPLE)[number];
const ARRESTED_IN_JUNE = ['held', 'reopened', 'removed', 'alone', 'coerced', 'bonded'] as const;
const DETAINED_IN_2017 = [...ARRESTED_IN_JUNE, 'younan'] as const;

type Step = () => Promise<unknown>;
type Changes = Partial<Record<Who, readonly string[]>>;
type Chapter = readonly [day: string, ruling: string, steps: readonly Step[], changes: Changes];

/** When each order could be broken, as the docket and not the code has it: from its entry until its force was gone or in dispute. */
const IN_FORCE: readonly (readonly [clauses: RegExp, from: string, to: string])[] = [
  [/^ham-r0$/, '2017-06-26', '2017-07-24'],
  [/^ham-r[1-6]$/, '2017-07-24', '2019-04-02'],
  [/^ham-b/, '2018-01-02', '2019-04-02'],
  [/^ham-c[1-9]$/, '2018-06-20', '2024-07-31'],
  [/^ham-c1[01]$/, '2018-08-22', '2024-07-31'],
  [/^ham-z/, '2018-11-20', '2020-02-25'],
  [/^ham-s/, '2024-08-01', '2024-08-01'], // signed on a day that was not seen, with numbers that were not: it raises nothing
];

let app: TestApp;
let paralegal: SignedIn;
const ids = {} as Record<Who, string>;
/** The instant, by the database's clock, at which each chapter was over. */
const knownOn: Record<string, string> = {};

beforeAll(async () => {
  app = await testApp();
  await twoFacilities(app.database);
  app.clock.set('2017-06-11T16:00:00Z');
  paralegal = await app.signedIn('paralegal');
  await Promise.all(PEOPLE.map(async (who) => {
    const { id } = await aDetainee(app, paralegal) as { id: string };
    ids[who] = id;
    await aRemovalOrder(app, paralegal, id, { decidedOn: '2010-05-03', inAbsentia: false, appeal: { waivedOn: '2010-05-03', filed: false }, events: [] });
    const none = who === 'at-large' ? ['events', 'stints', 'otherCustody', 'cooperation'] : ['events'];
    for (const list of none) await app.put(`/v1/detainees/${id}/known-lists/${list}`, { as: paralegal, body: { source: SOURCE } });
  }));
});
afterAll(() => app.close());

const get = async (path: string): Promise<Recorded> => (await app.get(path, { as: paralegal })).json();
const fact = (who: Who, path: string, values: object): Promise<Recorded> => aFact(app, paralegal, ids[who], path, values as Record<string, unknown>);
const post = async (path: string, body: object): Promise<void> => {
  const answer = await app.post(path, { as: paralegal, body });
  if (answer.statusCode !== 201) throw new Error(`POST ${path} was answered ${answer.statusCode}: ${answer.body}`);
};

const event = (who: Who, kind: string, on: string): Step => () => fact(who, 'events', { kind, on });
const arrested = (who: Who, from: string): Step => () => fact(who, 'stints', { facility: 'STCLAMI', custodian: 'ice', from });
const ended = (who: Who, to: string, endedBy: string): Step => async () => {
  const { id, version } = (await get(`/v1/detainees/${ids[who]}/stints`)).items.at(-1);
  const answer = await app.patch(`/v1/detainees/${ids[who]}/stints/${id}`, { as: paralegal, headers: { 'if-match': `"${version}"` }, body: { to, endedBy, reason: 'It ended.' } });
  expect(answer.statusCode).toBe(200);
};
const orderEvent = (who: Who, kind: string, on: string): Step => async () => {
  const [{ id }] = (await get(`/v1/detainees/${ids[who]}/removal-orders`)).items;
  await fact(who, `removal-orders/${id}/events`, { kind, on });
};
const contact = (who: Who, on: string, actor: string, ...topics: string[]): Step => () =>
  post('/v1/ice-contacts', { detaineeIds: [ids[who]], source: SOURCE, on, actor, topics, counselPresent: false });
const confirmed = (slug: string, people: readonly Who[], source?: object): Step => () => Promise.all(people.map(async (who) => {
  const path = `/v1/detainees/${ids[who]}/class-memberships`;
  const { proposal } = (await get(`${path}/proposals`)).items.find((each: Recorded) => each.class === slug);
  await post(`${path}/confirm`, { class: slug, proposal, source });
}));
/** Of whoever was not detained yet nobody but a person can say that they will be. */
const byHand = (slug: string, ...people: Who[]): Step => () => Promise.all(people.map((who) => fact(who, 'memberships', { class: slug, from: '2017-06-24' })));
const goesAlone = (who: Who, on: string): Step => () =>
  post(`/v1/detainees/${ids[who]}/class-memberships/leave`, { event: 'individual-habeas-filed', on, source: SOURCE, reason: 'He asks for release by a petition of his own.' });

const all = (people: readonly Who[], ...changes: string[]): Changes => Object.fromEntries(people.map((who) => [who, changes]));
const HELD_SIX_MONTHS = ['held', 'reopened', 'alone', 'coerced', 'bonded'] as const;
const HELD_IN_2018 = ['held', 'reopened', 'alone', 'coerced'] as const;
/** The two injunctions that 912 F.3d 869 vacated. */
const ofTheReversed = (result: string): Changes => ({
  ...all(PEOPLE, `ham-r4: ${result}`), ...all([...HELD_SIX_MONTHS, 'yonan'], ...['ham-b1', 'ham-b2', 'ham-b3', 'ham-r4'].map((clause) => `${clause}: ${result}`)),
});

const CHAPTERS: readonly Chapter[] = [
  ['2017-06-12', 'arrests in Detroit', [...ARRESTED_IN_JUNE.map((who) => arrested(who, '2017-06-11')), arrested('younan', '2017-06-12')], {}],
  ['2017-06-22', 'a stay for the Detroit field office', [], {}],
  ['2017-06-26', 'the stay widened to the whole country', [confirmed('hamama-removal-2017', DETAINED_IN_2017), byHand('hamama-removal-2017', 'at-large', 'yonan')], {}],
  ['2017-07-06', 'the stay extended', [], {}],
  ['2017-07-24', 'the injunction against removal', [], {}],
  ['2017-10-20', 'a member is removed all the same', [arrested('yonan', '2017-09-20'), orderEvent('reopened', 'motion-to-reopen-filed', '2017-10-02'), ended('removed', '2017-10-20', 'removed')], { reopened: ['ham-r4: approaching'], removed: ['ham-r1 of 2017-10-20: met'] }],
  ['2017-11-06', 'files are due for those who had moved to reopen', [ended('younan', '2017-11-02', 'criminal-custody')], all(PEOPLE.filter((who) => who !== 'reopened'), 'ham-r4: approaching')],
  ['2017-11-07', 'the day after', [], { reopened: ['ham-r4: met'] }],
  ['2017-11-28', 'the day after files were due for the others', [
    event('reopened', 'files-produced', '2017-11-08'), event('held', 'files-produced', '2017-11-27'), event('coerced', 'files-produced', '2017-11-27'), event('bonded', 'files-produced', '2017-11-28'),
  ], {
    ...all(['held', 'coerced'], 'ham-r4: not-met'), ...all(['removed', 'alone', 'bonded', 'at-large', 'younan', 'yonan'], 'ham-r4: met'),
  }],
  ['2018-01-02', 'bond hearings ordered, the class certified', [
    confirmed('hamama-primary', DETAINED_IN_2017), byHand('hamama-primary', 'at-large', 'yonan'), confirmed('hamama-final-order', ['alone']),
  ], {}],
  ['2018-01-03', 'thirty days before the hearings are due', [], all(HELD_SIX_MONTHS, 'ham-b1: approaching', 'ham-b2: approaching')],
  ['2018-02-02', 'hearings are due', [
    event('bonded', 'bond-hearing-held', '2018-01-30'), ended('bonded', '2018-02-01', 'bond'),
    orderEvent('reopened', 'reopened', '2018-01-16'), event('reopened', 'bond-hearing-held', '2018-02-02'), confirmed('hamama-1226c', ['reopened'], SOURCE),
  ], {
    ...all(['held', 'coerced'], 'ham-r2 of 2017-11-27: approaching'), // thirty days before the ninety end
    reopened: ['ham-b1: not-met', 'ham-b2: not-met'], bonded: ['ham-b1: not-met', 'ham-b2: not-met', 'ham-r2 of 2017-11-28: approaching'],
  }],
  ['2018-02-03', 'the day after', [], all(['held', 'alone', 'coerced'], 'ham-b1: met', 'ham-b2: met')],
  ['2018-03-20', 'a hearing that was held on 2018-02-01 becomes known; six months for Yonan', [event('alone', 'bond-hearing-held', '2018-02-01'), goesAlone('alone', '2018-03-01')], {
    ...all(['held', 'coerced'], 'ham-r2 of 2017-11-27: met'), bonded: ['ham-r2 of 2017-11-28: met'],
    alone: ['ham-b1: not-met', 'ham-b2: not-met'], yonan: ['ham-b3: unknown'], // the number of days for later hearings was found nowhere
  }],
  ['2018-06-20', 'the order on communications', [ended('yonan', '2018-04-05', 'bond'), contact('coerced', '2018-06-19', 'ice', 'detention-length'), contact('coerced', '2018-06-20', 'consular', 'wish-to-return')], {}],
  ['2018-06-21', 'an officer has a statement signed', [contact('coerced', '2018-06-21', 'ice', 'wish-to-return', 'threat-of-prosecution'), contact('held', '2018-06-21', 'ice', 'travel-document')], { coerced: ['ham-c4 of 2018-06-21: met', 'ham-c6 of 2018-06-21: met'] }],
  ['2018-07-10', 'after the consular interviews of 2018-07-09', [
    event('coerced', 'class-counsel-notified', '2018-07-02'), event('coerced', 'counsel-meeting', '2018-07-06'), event('coerced', 'consular-interview', '2018-07-09'),
    event('held', 'class-counsel-notified', '2018-07-03'), event('held', 'consular-interview', '2018-07-09'),
  ], { held: ['ham-c1 of 2018-07-09: met', 'ham-c3 of 2018-07-09: met'] }],
  ['2018-08-22', 'the order enforced; a contact of June becomes known', [
    contact('coerced', '2018-06-25', 'jail', 'detention-length'), contact('coerced', '2018-08-21', 'jail', 'leave-the-class'), contact('coerced', '2018-08-22', 'jail', 'leave-the-class'),
  ], { coerced: ['ham-c10 of 2018-08-22: met', 'ham-c5 of 2018-06-25: met'] }],
  ['2018-11-20', 'release ordered', [], all(HELD_IN_2018, 'ham-z1: approaching')],
  ['2018-12-20', 'release is due; the first two injunctions reversed, which changes nothing before the mandate', [ended('alone', '2018-12-20', 'order-of-supervision')], { alone: ['ham-z1: not-met'] }],
  ['2018-12-21', 'the day after', [], all(['held', 'reopened', 'coerced'], 'ham-z1: met')],
  ['2019-01-20', 'Yonan held again', [arrested('yonan', '2019-01-20')], { yonan: ['ham-z2: met'] }],
  ['2019-04-01', 'the day before rehearing was denied', [arrested('younan', '2019-03-09')], {}],
  ['2019-04-02', 'rehearing denied: a week in dispute begins', [], ofTheReversed('contested')],
  ['2019-04-08', 'the last day of that week', [], {}],
  ['2019-04-09', 'the mandate', [], ofTheReversed('not-in-force')],
  ['2019-04-15', 'day 180 for Younan, stints added', [], { younan: ['ham-z2: met'] }],
  ['2020-01-03', 'the third injunction reversed', [arrested('at-large', '2019-11-14')], {}],
  ['2020-02-24', 'the day before the mandate', [], {}],
  ['2020-02-25', 'the mandate', [], { ...all(HELD_IN_2018, 'ham-z1: not-in-force'), ...all(['younan', 'yonan'], 'ham-z2: not-in-force') }],
  ['2020-06-01', 'day 200 for one first held in November 2019', [], {}],
  ['2024-06-04', 'the settlement preliminarily approved', [ended('at-large', '2020-08-14', 'order-of-supervision')], {}],
  ['2024-07-31', 'the settlement finally approved', [contact('coerced', '2024-07-30', 'ice', 'wish-to-return'), contact('coerced', '2024-07-31', 'ice', 'wish-to-return'), arrested('at-large', '2024-07-31')], {
    coerced: ['ham-c6 of 2024-07-30: met', 'ham-c6 of 2024-07-31: unknown'], 'at-large': ['ham-s4 of 2024-07-31: unknown'],
  }],
];

interface Row { detainee_id: string; authority: string; clause: string; result: string; unverified: boolean; event_key: string; event_on: string | null; as_of: string; superseded_reason: string | null; standing: boolean }

/** Every finding there ever was, with the day of the event that it judged: of custody, the day on which it ended as the clause forbids, or else began. */
const findings = () => app.database.query<Row>(`
  select f.*, f.superseded_at is null as standing, coalesce(
    (select e.on_day from case_event e where e.id::text = f.event_key and e.superseded_at is null),
    (select c.on_day from ice_contact c where c.id::text = f.event_key and c.superseded_at is null),
    (select case when f.clause in ('ham-r0', 'ham-r1') then s.to_on else s.from_on end from custody_stint s where s.id::text = f.event_key and s.superseded_at is null)) as event_on
  from finding f order by f.authority, f.clause, event_on`);

/** What is on the list for orders of the case and comes from a source that was seen: clause (and day of the event) by its result. */
function listOf(who: Who, rows: readonly Row[]): Map<string, string> {
  const theirs = rows.filter((row) => row.standing && row.detainee_id === ids[who] && row.authority.startsWith('hamama-') && !row.unverified);
  return new Map(theirs.map(({ clause, event_on, result }) => [event_on === null ? clause : `${clause} of ${event_on}`, result]));
}

function changesOf(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort();
  return names.filter((name) => before.get(name) !== now.get(name)).map((name) => `${name}: ${now.get(name) ?? 'gone'}`);
}

/** A finding that asks for a lawyer, though its clause had no force on the day that matters. */
function raisedWithoutForce(rows: readonly Row[], today: string): string[] {
  return rows.filter(({ result }) => result === 'met' || result === 'approaching').flatMap(({ clause, authority, event_key, event_on, as_of, standing }) => {
    if (event_key !== '' && event_on === null) throw new Error(`of which day the event of ${clause} was is not known`);
    const days = event_on !== null ? [event_on] : standing ? [as_of, today] : [as_of];
    return days.filter((day) => !inForce(authority, clause, day)).map((day) => `${clause} on ${day}`);
  });
}

function inForce(authority: string, clause: string, day: string): boolean {
  if (authority.startsWith('hamama-')) {
    const [, from, to] = IN_FORCE.find(([clauses]) => clauses.test(clause))!;
    return from <= day && day < to;
  }
  const { status } = AUTHORITIES.find(({ id }) => id === authority)!.clauses.find(({ id }) => id === clause)!;
  return forcePeriods(status).findLast(({ from }) => from <= parseDay(day))?.force === 'in-force';
}

describe('Hamama v. Adducci, told again from June 2017 to July 2024', () => {
  it('changes the list on each day of the docket as it must, and no clause without force raises anything', async () => {
    let before = new Map(PEOPLE.map((who) => [who, new Map<string, string>()]));
    for (const [day, , steps, expected] of CHAPTERS) {
      app.clock.set(`${day}T16:00:00Z`);
      for (const step of steps) await step();
      await app.sweep(day);
      const rows = await findings();
      const now = new Map(PEOPLE.map((who) => [who, listOf(who, rows)]));
      const changes = Object.fromEntries(PEOPLE.map((who) => [who, changesOf(before.get(who)!, now.get(who)!)] as const).filter(([, changed]) => changed.length > 0));
      expect({ day, changes }).toEqual({ day, changes: expected });
      expect({ day, raised: raisedWithoutForce(rows, day) }).toEqual({ day, raised: [] });
      before = now;
      [{ at: knownOn[day] }] = await app.database.query<{ at: string }>(`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`) as [{ at: string }];
    }
  }, 60_000);

  it('looked at what was raised in all those years, by the case and by the law beside it', async () => {
    const raised = (await findings()).filter(({ result }) => result === 'met' || result === 'approaching');
    expect(new Set(raised.map(({ clause }) => clause)).size).toBeGreaterThan(12);
    expect(raised.some(({ authority }) => authority === 'zadvydas-v-davis')).toBe(true);
    expect(raisedWithoutForce([{ ...raised.find(({ clause }) => clause === 'ham-b1')!, standing: true }], '2019-04-09')).toEqual(['ham-b1 on 2019-04-09']);
  });

  it('says of each finding that was superseded why', async () => {
    const reasons = (await findings()).filter(({ superseded_reason }) => superseded_reason !== null);
    const of = (who: Who, clause: string, result: string) => reasons.filter((row) => row.detainee_id === ids[who] && row.clause === clause && row.result === result).map((row) => row.superseded_reason);
    expect(of('held', 'ham-b1', 'approaching')).toEqual(['Days passed from 2018-01-03 to 2018-02-03: the result went from approaching to met.']);
    expect(of('alone', 'ham-b1', 'met')).toEqual(['Facts on file changed: the result went from met to not-met.']);
    expect(of('held', 'ham-b1', 'met')).toEqual([expect.stringMatching(/^Days passed from 2018-02-03 to 2019-04-02: the result went from met to contested/)]);
    expect(of('held', 'ham-b1', 'contested')).toEqual([expect.stringMatching(/from contested to not-in-force.*Without force since 2019-04-09: mandate, computed/)]);
    expect(of('held', 'ham-z1', 'met')).toEqual([expect.stringMatching(/from met to not-in-force.*Without force since 2020-02-25: mandate, computed/)]);
    expect(of('removed', 'ham-r1', 'met')).toEqual([]); // what an order raised while in force stays
    expect((await findings()).filter(({ clause, unverified }) => clause === 'ham-r5' && !unverified)).toEqual([]); // from memory: shown, never counted
  });

  it('reads the file as it was known, whatever became known later', async () => {
    const resultOf = async (who: Who, clause: string, asOf: string, known?: string): Promise<string[]> =>
      (await get(`/v1/detainees/${ids[who]}/evaluation?asOf=${asOf}${known === undefined ? '' : `&asKnownOn=${knownOn[known]}`}`)).findings
        .filter((finding: Recorded) => finding.clause === clause).map(({ result }: Recorded) => result);
    expect(await resultOf('alone', 'ham-b1', '2018-02-03', '2018-02-03')).toEqual(['met']);
    expect(await resultOf('alone', 'ham-b1', '2018-02-03')).toEqual(['not-met']);
    expect(await resultOf('coerced', 'ham-c5', '2018-07-10', '2018-07-10')).toEqual(['not-in-force', 'not-met', 'not-met']);
    expect(await resultOf('coerced', 'ham-c5', '2018-07-10')).toEqual(['not-in-force', 'not-met', 'not-met', 'met']);
    expect(await resultOf('at-large', 'six-months', '2020-06-01')).toEqual(['met']); // review is due by the statute, and no order is broken
    expect(await resultOf('at-large', 'ham-z2', '2020-06-01')).toEqual(['not-in-force']);

    const membershipsOf = async (who: Who, known: string) => Object.fromEntries((await get(`/v1/detainees/${ids[who]}/memberships?asKnownOn=${knownOn[known]}`))
      .items.map((each: Recorded) => [each.class, [each.from, each.to]]));
    expect(await membershipsOf('alone', '2017-07-24')).toEqual({ 'hamama-removal-2017': ['2017-06-24', null] });
    expect((await membershipsOf('alone', '2018-02-03'))['hamama-final-order']).toEqual(['2018-01-02', null]);
    expect(await membershipsOf('alone', '2018-03-20')).toEqual({
      'hamama-removal-2017': ['2017-06-24', null], 'hamama-primary': ['2017-06-24', null], 'hamama-final-order': ['2018-01-02', '2018-03-01'],
    });
    expect((await membershipsOf('reopened', '2018-02-02'))['hamama-1226c']).toEqual(['2018-01-16', null]);
  });
});
