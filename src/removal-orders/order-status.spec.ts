import { parseDay } from '../law/calendar/day.js';
import { answerOf, evaluate } from '../law/evaluate.js';
import { readFacts } from '../law/facts-json.js';
import type { DatedEvent, OrderOnFile } from './order-on-file.js';
import { removalOrderStatus, type StatusFacts } from './order-status.js';

const ORDER: OrderOnFile = {
  id: 'an-order', kind: 'removal', decidedOn: '2026-09-24', decidedBy: 'immigration-judge', inAbsentia: false,
  appeal: { filed: false }, eventsComplete: true, events: [],
};
const HELD = [{ facility: 'GLADEFL', custodian: 'ice', from: '2026-03-02', to: null, endedBy: null }];

interface Told {
  order?: Partial<OrderOnFile>;
  orders?: OrderOnFile[];
  ordersComplete?: boolean;
  events?: DatedEvent[];
  eventsComplete?: boolean;
  stints?: object[] | null;
}

/** What the law says of the same facts. */
function told(asOf: string, { order = {}, orders = [{ ...ORDER, ...order }], ordersComplete = true, events = [], eventsComplete = true, stints = HELD }: Told = {}): StatusFacts {
  const facts = readFacts({
    asOf, stints, otherCustody: [], cooperation: [], memberships: [], contacts: [],
    removalOrders: orders.length > 0 || ordersComplete ? orders : null, events: events.length > 0 || eventsComplete ? events : null,
  }, () => '11');
  const evaluation = evaluate(facts.facts, parseDay(asOf));
  const { orderIndex } = evaluation.finality;
  return {
    evaluation: answerOf(evaluation), governingOrderId: orderIndex === null ? null : orders[orderIndex].id, orders, ordersComplete, events, eventsComplete,
  };
}
const on = (asOf: string, facts: Told = {}) => removalOrderStatus(told(asOf, facts));
const filing = (status: ReturnType<typeof on>, what: string) => status.filings.find((each) => each.what === what);
const event = (kind: string, day: string | null, court?: string) => ({ id: `${kind} ${day}`, kind, on: day, court }) as never;

describe('an order of an immigration judge of 2026-09-24, of which thirty days end on a Saturday', () => {
  it.each([
    ['2026-10-26', 'due', 0, 'final'],
    ['2026-10-25', 'due', 1, 'not-final'],
    ['2026-10-27', 'lapsed', null, 'final'],
  ])('on %s the appeal is %s', (asOf, state, daysLeft, finality) => {
    const status = on(asOf);
    expect(filing(status, 'bia-appeal')).toMatchObject({ state, daysLeft, dueOn: '2026-10-26', triggerOn: '2026-09-24', citation: '8 C.F.R. § 1003.38(b)', missing: [] });
    expect(status.finality.result).toBe(finality);
  });

  it.each<[string, Partial<OrderOnFile>, string, string, string[]]>([
    ['nothing is known of an appeal, in time', { appeal: null }, '2026-10-26', 'due', ['appeal']],
    ['nothing is known of an appeal, the day after', { appeal: null }, '2026-10-27', 'unknown', ['appeal']],
    ['an appeal was filed', { appeal: { filed: true, filedOn: '2026-10-01' } }, '2026-10-05', 'filed', []],
    ['the day before an appeal was filed', { appeal: { filed: true, filedOn: '2026-10-06' } }, '2026-10-05', 'due', []],
    ['an appeal was dismissed', { appeal: { filed: true, filedOn: '2026-10-01', decidedOn: '2026-11-02', outcome: 'dismissed' } }, '2026-11-02', 'decided', []],
    ['the day before an appeal was dismissed', { appeal: { filed: true, filedOn: '2026-10-01', decidedOn: '2026-11-02', outcome: 'dismissed' } }, '2026-11-01', 'filed', []],
    ['appeal was waived', { appeal: { waivedOn: '2026-09-24', filed: false } }, '2026-09-25', 'waived', []],
    ['it was entered in absentia', { inAbsentia: true }, '2026-09-25', 'not-available', []],
    ['the day of the order is not known', { decidedOn: null }, '2026-10-05', 'unknown', ['decidedOn']],
    ['the order is older than the first text on file', { decidedOn: '1997-03-31' }, '2026-10-05', 'lapsed', []],
    ['whether it was in absentia is not known', { inAbsentia: null }, '2026-10-05', 'due', ['inAbsentia']],
  ])('where %s', (_what, order, asOf, state, missing) => {
    const expected = order.decidedOn === '1997-03-31' ? 'unknown' : state;
    expect(filing(on(asOf, { order }), 'bia-appeal')).toMatchObject({ state: expected, missing });
  });

  it('counts motions and the petition from finality, and says that they are not yet to be filed before it', () => {
    expect(filing(on('2026-10-25'), 'petition-for-review')).toMatchObject({ state: 'not-yet', dueOn: null });
    const final = on('2026-10-27', { order: { appeal: { waivedOn: '2026-09-24', filed: false } } });
    expect(filing(final, 'petition-for-review')).toMatchObject({ state: 'lapsed', dueOn: '2026-10-26' });
    expect(filing(final, 'motion-to-reconsider')).toMatchObject({ state: 'unknown', dueOn: '2026-10-26' });
    expect(filing(final, 'motion-to-reopen')).toMatchObject({ state: 'due', dueOn: '2026-12-23', daysLeft: 57, triggerOn: '2026-09-24' });
    expect(filing(on('2026-10-27', { order: { appeal: { waivedOn: '2026-09-24' }, eventsComplete: false, events: [event('cat-granted', '2026-09-24')] } }), 'petition-for-review'))
      .toMatchObject({ state: 'unknown', missing: ['events'] });
  });

  it('gives a motion against an order in absentia its 180 days, and stays removal while it is pending', () => {
    const told = { order: { inAbsentia: true, events: [event('motion-to-reopen-filed', '2026-10-01')] } };
    expect(filing(on('2026-09-30', told), 'motion-to-reopen-in-absentia')).toMatchObject({ state: 'due', dueOn: '2027-03-23' });
    const pending = on('2026-10-01', told);
    expect(filing(pending, 'motion-to-reopen-in-absentia')).toMatchObject({ state: 'filed', filedOn: '2026-10-01' });
    expect(pending.stays.items).toMatchObject([{ kind: 'statutory', state: 'in-force', since: '2026-10-01', citation: '8 U.S.C. § 1229a(b)(5)(C)' }]);
    const denied = on('2026-11-02', { order: { inAbsentia: true, events: [event('motion-to-reopen-filed', '2026-10-01'), event('reopening-denied', '2026-11-02')] } });
    expect([filing(denied, 'motion-to-reopen')?.outcome, denied.stays.items]).toEqual(['denied', []]);
  });

  it('is no longer there once reopened, and says so', () => {
    const told = { order: { appeal: { waivedOn: '2026-09-24' }, events: [event('motion-to-reopen-filed', '2026-10-01'), event('reopened', '2026-11-02')] } };
    expect(on('2026-11-01', told)).toMatchObject({ finality: { result: 'final' }, order: { governs: true } });
    const reopened = on('2026-11-02', told);
    expect(reopened).toMatchObject({ finality: { result: 'not-final' }, order: { id: 'an-order', governs: false } });
    expect(reopened.sentence).toMatch(/^The order of removal of 2026-09-24 no longer stands/);
  });

  it.each([['reinstated', 'not-available'], ['expedited', 'unknown'], ['administrative', 'due']] as const)('has a petition of its own where it is %s', (kind, state) => {
    const status = on('2026-10-01', { order: { kind, decidedBy: 'dhs', ...(kind === 'reinstated' && { decidedOn: '2009-05-14', originalFinalOn: '2009-05-14', reinstatedOn: '2026-09-24' }) } });
    expect(filing(status, 'petition-for-review')?.state).toBe(state);
    expect(filing(status, 'bia-appeal')).toBeUndefined();
    expect(status.next.some(({ what, earliestOn }) => what === 'order-may-be-executed' && earliestOn === '2026-10-08')).toBe(kind === 'administrative');
  });
});

it.each([['2026-10-07', '2026-10-08'], ['2026-10-08', undefined]])('an administrative order of 2026-09-24 may be executed on 2026-10-08; on %s that is to come: %s', (asOf, day) => {
  const { next } = on(asOf, { order: { kind: 'administrative', decidedBy: 'dhs' } });
  expect(next.find(({ what }) => what === 'order-may-be-executed')?.earliestOn).toBe(day);
});

describe('stays of removal', () => {
  const stays = (asOf: string, events: object[], more: Partial<OrderOnFile> = {}) => on(asOf, { order: { events: events as never, ...more } }).stays;
  it.each([['2026-10-31', []], ['2026-11-01', ['in-force']], ['2026-11-09', ['in-force']], ['2026-11-10', ['lifted']]])('entered on 2026-11-01 and lifted on 2026-11-10, on %s', (asOf, states) => {
    const found = stays(asOf, [event('judicial-stay-entered', '2026-11-01', '6th Cir.'), event('judicial-stay-lifted', '2026-11-10', 'Sixth Circuit')]);
    expect(found.items.map(({ state }) => state)).toEqual(states);
    expect(found).toMatchObject({ complete: true, missing: [] });
  });

  it('of two courts: that of the court that is named is lifted, and of neither it is not known which', () => {
    const two = [event('habeas-stay-entered', '2026-11-01', 'E.D. Mich.'), event('habeas-stay-entered', '2026-11-02', 'N.D. Ohio')];
    expect(stays('2026-11-24', [...two, event('habeas-stay-lifted', '2026-11-10', 'n.d. ohio')]).items.map(({ state }) => state)).toEqual(['in-force', 'lifted']);
    expect(stays('2026-11-24', [...two, event('habeas-stay-lifted', '2026-11-10')]).items.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  });

  it('are never said to be none where not every event is known', () => {
    expect(on('2026-11-24', { order: { events: null, eventsComplete: false } }).sentence).toContain('Whether a stay of removal is in force is not known.');
    expect(on('2026-11-24').sentence).toContain('No stay of removal is in force.');
    expect(on('2026-11-24', { orders: [], ordersComplete: false })).toMatchObject({ order: null, filings: [], stays: { complete: false, missing: ['removalOrders'] } });
  });
});

describe('a travel document', () => {
  const EVENTS = [event('travel-document-requested', '2026-10-01'), event('consular-interview', '2026-10-20'), event('travel-document-issued', '2026-11-02'), event('travel-document-expired', '2026-11-20')];
  it.each([['2026-09-30', 'none'], ['2026-10-01', 'requested'], ['2026-10-20', 'interviewed'], ['2026-11-19', 'issued'], ['2026-11-20', 'expired']])('on %s: %s', (asOf, state) => {
    expect(on(asOf, { events: EVENTS }).travelDocument.state).toBe(state);
  });

  it('of which nothing is on file is not known, until the events are said to be complete', () => {
    expect(on('2026-11-24', { eventsComplete: false }).travelDocument).toMatchObject({ state: 'unknown', missing: ['events'], statements: { standing: null } });
    expect(on('2026-11-24').travelDocument).toMatchObject({ state: 'none', missing: [] });
  });

  it.each([['2026-10-02', true], ['2026-10-03', false]])('a statement signed on 2026-10-02 and rescinded the day after, on %s', (asOf, standing) => {
    expect(on(asOf, { events: [event('statement-signed', '2026-10-02'), event('statement-rescinded', '2026-10-03')] }).travelDocument.statements.standing).toBe(standing);
  });
});

describe('supervision', () => {
  const released = (endedBy: string) => [{ facility: 'GLADEFL', custodian: 'ice', from: '2026-03-02', to: '2026-10-10', endedBy }];
  it.each<[string, object[] | null, string, string]>([
    ['the day before the release', released('order-of-supervision'), '2026-10-09', 'held'],
    ['on the day of the release', released('order-of-supervision'), '2026-10-10', 'supervised'],
    ['released otherwise', released('bond'), '2026-10-10', 'not-supervised'],
    ['released, nobody knows how', released('unknown'), '2026-11-24', 'unknown'],
    ['where the stints are not known', null, '2026-11-24', 'unknown'],
    ['held again', [...released('order-of-supervision'), { facility: 'GLADEFL', custodian: 'ice', from: '2026-11-01', to: null, endedBy: null }], '2026-11-24', 'held'],
  ])('%s', (_when, stints, asOf, state) => expect(on(asOf, { stints }).supervision.state).toBe(state));
});

describe('what comes next', () => {
  const WAIVED = { appeal: { waivedOn: '2026-09-24', filed: false } };
  it('is in the order of the days: the petition, the end of the removal period, the reviews', () => {
    const { next, sentence } = on('2026-10-01', { order: WAIVED });
    const days = next.map(({ earliestOn }) => earliestOn).filter((day) => day !== null);
    expect(days).toEqual([...days].sort());
    expect(next).toEqual(expect.arrayContaining([
      expect.objectContaining({ what: 'petition-for-review-due', earliestOn: '2026-10-26', daysLeft: 25 }),
      expect.objectContaining({ what: 'removal-period-ends', earliestOn: '2026-12-23' }),
      expect.objectContaining({ what: '8-cfr-241.4/review-90-day', earliestOn: '2026-12-23', citation: '8 C.F.R. § 241.4(k)(1)(i); ICE memorandum of 2007-11-14' }),
      expect.objectContaining({ what: '8-cfr-241.4/review-180-day' }),
    ]));
    expect(sentence).toContain('Next, on 2026-10-26: motion to reconsider due; petition for review due.');
  });

  it.each([['2026-10-26', true], ['2026-10-27', false]])('an appeal that nobody filed lapses on 2026-10-26; on %s that is still to come: %s', (asOf, ahead) => {
    expect(on(asOf).next.some(({ what }) => what === 'bia-appeal-due')).toBe(ahead);
  });

  it('becomes final on the day after voluntary departure, and a decision that is awaited has no day', () => {
    const departure = on('2026-10-01', { order: { kind: 'voluntary-departure-alternate', ...WAIVED, voluntaryDeparture: { departBy: '2026-11-23' } } });
    expect(departure.next).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'order-becomes-final', earliestOn: '2026-11-24', citation: '8 C.F.R. § 1241.1(f)' })]));
    expect(filing(departure, 'voluntary-departure-bond')).toMatchObject({ state: 'due', dueOn: '2026-10-01', daysLeft: 0 });
    const bond = (asOf: string, more: object) =>
      filing(on(asOf, { order: { kind: 'voluntary-departure-alternate', ...WAIVED, voluntaryDeparture: { departBy: '2026-11-23', bondDueOn: '2026-09-30', ...more } } }), 'voluntary-departure-bond');
    expect(bond('2026-09-30', {})).toMatchObject({ state: 'due', dueOn: '2026-09-30', daysLeft: 0 });
    expect(bond('2026-10-01', {})).toMatchObject({ state: 'unknown', daysLeft: null, missing: ['voluntaryDeparture.bondPosted'] });
    expect(bond('2026-10-01', { bondPosted: false })).toMatchObject({ state: 'lapsed', daysLeft: null });
    expect(bond('2026-10-01', { bondPosted: true, bondPostedOn: '2026-09-28' })).toMatchObject({ state: 'filed', filedOn: '2026-09-28' });
    const pending = on('2026-10-10', { order: { appeal: { filed: true, filedOn: '2026-10-01' } } });
    expect(pending.next.at(-1)).toMatchObject({ what: 'bia-decision', earliestOn: null });
  });
});

it.each([['2026-11-24', 'due', 0], ['2026-11-25', 'unknown', null]])('the bond order of 2026-10-25 can be appealed until 2026-11-24; on %s that is %s', (asOf, state, daysLeft) => {
  const status = on(asOf, { events: [event('bond-granted', '2026-10-25'), event('slrrf-request', '2026-11-10')] });
  expect(filing(status, 'bond-appeal')).toMatchObject({ state, daysLeft, dueOn: '2026-11-24' });
  expect(filing(status, 'dhs-bond-stay-notice')).toMatchObject({ state: 'lapsed', dueOn: '2026-10-26' });
  // From memory: shown, and for an attorney to confirm.
  expect(filing(status, 'slrrf-acknowledgement')).toMatchObject({ unverified: true, dueOn: '2026-11-25', state: 'due' });
});

it('protection and countries are told apart from none', () => {
  const unknown = on('2026-11-24', { order: { eventsComplete: false, events: [event('withholding-granted', '2026-09-24')] } });
  expect(unknown.protection).toMatchObject({ granted: [{ kind: 'withholding', on: '2026-09-24' }], complete: false, missing: ['removalOrders[0].events'] });
  expect(unknown.countries).toEqual({ designated: null, missing: ['designatedCountries'] });
  expect(on('2026-11-24', { order: { designatedCountries: ['IRQ'] } }).countries).toEqual({ designated: ['IRQ'], missing: [] });
  expect(on('2026-09-23').order).toBeNull();
});

describe('of an order that was reinstated in 2026, and one of which the day is not known', () => {
  const REINSTATED: OrderOnFile = { ...ORDER, id: 'reinstated', kind: 'reinstated', decidedBy: 'dhs', decidedOn: '2009-05-14', originalFinalOn: '2009-05-14', reinstatedOn: '2026-09-24' };
  const UNDATED: OrderOnFile = { ...ORDER, id: 'undated', decidedOn: null, events: null, eventsComplete: false };

  it.each(['2026-09-23', '2026-09-24'])('on %s what is missing is named by where it stands among all of them', (asOf) => {
    const { order, stays, protection } = on(asOf, { orders: [REINSTATED, UNDATED] });
    expect([order?.id, stays.missing, protection.missing]).toEqual(['undated', ['removalOrders[1].events'], ['removalOrders[1].events']]);
  });
});

it.each([['2026-09-23', 'of-2015'], ['2026-09-24', 'reinstated']])('where none governs, it is about the one that was made last: on %s the one %s', (asOf, id) => {
  const orders: OrderOnFile[] = [
    { ...ORDER, id: 'reinstated', kind: 'reinstated', decidedBy: 'dhs', decidedOn: '2009-05-14', reinstatedOn: '2026-09-24' },
    { ...ORDER, id: 'of-2015', decidedOn: '2015-03-02', appeal: null },
  ];
  expect(removalOrderStatus({ ...told(asOf, { orders }), governingOrderId: null }).order).toMatchObject({ id, governs: false });
});
