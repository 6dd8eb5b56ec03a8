import fc from 'fast-check';
import { num, text } from './days.js';
import type { FactsJson, LapseJson, OrderJson, StintJson } from './facts.js';

/**
 * People as the file room knows them: transfers and moves, rows twice or overlapping, orders of every kind, lapses,
 * sentences in between. Left out is what the contract does not settle: a release in the middle of an overlapping row.
 */
const DAY_ZERO = num('2016-09-01');
const RELEASES = ['bond', 'order-of-supervision', 'recognizance', 'parole', 'removed', 'departed', 'criminal-custody', 'court-order', 'died'];
const FACILITIES = ['GLADEFL', 'CALHOMI', 'STCDFTX', null];

const orNotKnown = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> => fc.option(arb, { freq: 8 }).chain((value) => (value === null ? fc.constantFrom(null, undefined) : fc.constant(value)));

const aSegment = fc.record({
  how: fc.constantFrom('after', 'after', 'after', 'after', 'overlap', 'nested', 'twice'),
  length: fc.oneof(fc.integer({ min: 1, max: 250 }), fc.constantFrom(1, 2, 90, 180)),
  gap: fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 30, 200),
  end: fc.constantFrom('transfer', 'transfer', 'unknown', 'open', ...RELEASES),
  custodian: fc.constantFrom('ice', 'ice', 'ice', 'county-for-ice', 'cbp'),
  facility: fc.constantFrom(...FACILITIES),
});

const someStints: fc.Arbitrary<StintJson[]> = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.array(aSegment, { maxLength: 5 }), fc.boolean())
  .map(([start, segments, stillHeld]) => {
    const stints: StintJson[] = [];
    let end = DAY_ZERO + start; // the last day that any row so far reaches
    segments.forEach(({ how, length, gap, end: reason, custodian, facility }, i) => {
      const before = stints.at(-1);
      const place = before === undefined || before.to === null ? 'after' : how;
      if (place !== 'after' && before!.endedBy !== 'transfer') before!.endedBy = 'transfer';
      const nested = place === 'nested' && num(before!.to!) - num(before!.from!) > 2;
      const from = place === 'after' ? end + (before === undefined ? 0 : before.to === null ? Math.max(1, length) : gap)
        : nested ? num(before!.from!) + 1 : place === 'twice' ? num(before!.from!) : Math.max(num(before!.from!), num(before!.to!) - 2);
      const to = place === 'twice' ? num(before!.to!) : nested ? from + 1 : Math.max(from + length, end + 1);
      const last = i === segments.length - 1;
      const open = place === 'after' && (last ? stillHeld : reason === 'open');
      end = open ? from : Math.max(end, to);
      const endedBy = nested || place === 'twice' ? 'transfer' : reason === 'open' ? 'transfer' : reason;
      stints.push({ facility, custodian, from: text(from), to: open ? null : text(to), endedBy: open ? null : endedBy });
    });
    return stints;
  });

const aDay = (min: number, max: number) => fc.integer({ min, max }).map((n) => text(DAY_ZERO + n));
const later = (day: string, days: number): string => text(num(day) + days);

const anOrder: fc.Arbitrary<OrderJson> = fc
  .record({
    decidedOn: aDay(0, 900),
    route: fc.constantFrom('waived', 'lapsed', 'pending', 'dismissed', 'withdrawn', 'sustained', 'remanded', 'not-known', 'in-absentia',
      'bia', 'dhs', 'administrative', 'reinstated', 'departure', 'departure', 'stated'),
    a: fc.integer({ min: 0, max: 30 }),
    b: fc.integer({ min: 1, max: 250 }),
    departed: fc.boolean(),
    bondPosted: fc.boolean(),
    happens: fc.constantFrom('nothing', 'nothing', 'nothing', 'reopened', 'remanded', 'vacated', 'denied', 'stayed', 'stayed', 'petition', 'withheld', 'not-known'),
    c: fc.integer({ min: 0, max: 200 }),
    d: fc.integer({ min: 1, max: 200 }),
    ruled: fc.boolean(),
  })
  .map(({ decidedOn, route, a, b, departed, bondPosted, happens, c, d, ruled }): OrderJson => {
    const appeal = { waivedOn: null, filed: false, filedOn: null, decidedOn: null, outcome: null, certifiedOn: null };
    // what un-does an order comes after what made it final; an appeal period and a departure may be cut short
    const ends = ['dismissed', 'withdrawn', 'stated'].includes(route) ? later(decidedOn, a + b) : decidedOn;
    const base: OrderJson = { kind: 'removal', decidedOn, decidedBy: 'immigration-judge', inAbsentia: false, appeal, voluntaryDeparture: null, statedFinalOn: null, events: eventsOf(ends, happens, c, d, ruled) };
    const appealed = (outcome: string | null): OrderJson =>
      ({ ...base, appeal: { ...appeal, filed: true, filedOn: later(decidedOn, a), decidedOn: outcome && later(decidedOn, a + b), outcome } });
    switch (route) {
      case 'waived': return { ...base, appeal: { ...appeal, waivedOn: decidedOn } };
      case 'lapsed': return base;
      case 'pending': return appealed(null);
      case 'dismissed': case 'withdrawn': case 'sustained': case 'remanded': return appealed(route);
      case 'not-known': return { ...base, appeal: a < 15 ? null : { ...appeal, filed: null } };
      case 'in-absentia': return { ...base, inAbsentia: true, appeal: null };
      case 'bia': return { ...base, decidedBy: 'bia', appeal: null };
      case 'dhs': return { ...base, kind: 'expedited', decidedBy: 'dhs', appeal: null };
      case 'administrative': return { ...base, kind: 'administrative', decidedBy: 'dhs', appeal: null };
      case 'reinstated': return { ...base, kind: 'reinstated', decidedBy: 'dhs', appeal: null, originalFinalOn: later(decidedOn, a), reinstatedOn: later(decidedOn, a + b), events: [] };
      case 'stated': return { ...base, appeal: null, inAbsentia: null, statedFinalOn: later(decidedOn, b) };
      case 'departure': return { ...base, kind: 'voluntary-departure-alternate', voluntaryDeparture: departureOf(decidedOn, b, d, departed, bondPosted) };
    }
  });

const departureOf = (decidedOn: string, b: number, d: number, departed: boolean, bondPosted: boolean) => ({
  departBy: later(decidedOn, b + 10),
  departed,
  departedOn: departed ? later(decidedOn, d) : null,
  bondDueOn: later(decidedOn, 7),
  bondPosted,
  bondPostedOn: bondPosted ? later(decidedOn, 3) : null,
});

function eventsOf(decidedOn: string, happens: string, c: number, d: number, ruled: boolean): OrderJson['events'] {
  const on = later(decidedOn, c + 1);
  if (happens === 'not-known') return null;
  if (happens === 'reopened') return [{ kind: 'motion-to-reopen-filed', on: later(decidedOn, c) }, { kind: 'reopened', on }];
  if (happens === 'denied') return [{ kind: 'motion-to-reopen-filed', on }, { kind: 'reopening-denied', on: later(on, d) }];
  if (happens === 'withheld') return [{ kind: c % 2 === 0 ? 'withholding-granted' : 'cat-granted', on }];
  if (happens === 'petition') return [{ kind: 'petition-for-review-filed', on }];
  if (happens === 'stayed') {
    const stay = [{ kind: 'petition-for-review-filed', on }, { kind: 'judicial-stay-entered', on: later(on, d % 9) }];
    return ruled ? [...stay, { kind: 'petition-for-review-decided', on: later(on, d + 9) }] : stay;
  }
  return happens === 'nothing' ? [] : [{ kind: happens, on }];
}

/** A second order follows one that fell: whether two that stand side by side are one after the other is not settled. */
const someOrders: fc.Arbitrary<OrderJson[]> = fc.tuple(fc.array(anOrder, { maxLength: 2 }), fc.integer({ min: 1, max: 300 })).map(([orders, more]) => {
  const [first, second] = orders;
  if (first === undefined || second === undefined) return orders;
  const fellOn = first.events?.find(({ kind }) => ['reopened', 'remanded', 'vacated'].includes(kind))?.on
    ?? (['sustained', 'remanded'].includes(first.appeal?.outcome ?? '') ? first.appeal!.decidedOn : null);
  return fellOn ? [first, shifted(second, num(fellOn) + more - num(second.decidedOn!))] : [first];
});

/** The same thing on other days. */
function shifted<T>(value: T, days: number): T {
  if (typeof value === 'string') return (/^\d{4}-\d{2}-\d{2}$/.test(value) ? later(value, days) : value) as T;
  if (Array.isArray(value)) return value.map((each) => shifted(each as unknown, days)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shifted(each as unknown, days)])) as T;
}

const aLapse: fc.Arbitrary<LapseJson> = fc
  .record({ from: aDay(100, 1200), length: fc.integer({ min: 1, max: 60 }), ongoing: fc.boolean(), served: fc.boolean(), disputed: fc.constantFrom(true, false, false, null) })
  .map(({ from, length, ongoing, served, disputed }) => ({
    from, to: ongoing ? null : later(from, length), ongoing, act: 'refused-travel-document-form', noticeServedOn: served ? from : null, disputed,
  }));

type Sentence = { kind: 'criminal'; from: string; to: string | null };
const aSentence: fc.Arbitrary<Sentence> = fc.record({ from: aDay(0, 900), length: fc.integer({ min: 1, max: 300 }), open: fc.boolean() })
  .map(({ from, length, open }) => ({ kind: 'criminal', from, to: open ? null : later(from, length) }));

/** Nobody is in a prison and in immigration custody on one day: sentences that overlap a stint are not on file. */
function apart(facts: FactsJson): FactsJson {
  const ends = (to: string | null | undefined) => to ?? '9999-12-31';
  const clear = facts.otherCustody?.filter((sentence) => !(facts.stints ?? []).some((stint) => stint.from! < ends(sentence.to) && sentence.from! < ends(stint.to)));
  return { ...facts, otherCustody: clear ?? facts.otherCustody };
}

export const someFacts: fc.Arbitrary<FactsJson> = fc.record({
  asOf: aDay(300, 1500),
  circuit: fc.constantFrom('2', '3', '6', '9'),
  person: fc.constant({ citizenship: 'IRQ', birthDate: null }),
  stints: orNotKnown(someStints),
  otherCustody: fc.oneof({ weight: 3, arbitrary: fc.constant<Sentence[]>([]) }, { weight: 2, arbitrary: fc.array(aSentence, { minLength: 1, maxLength: 1 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  removalOrders: orNotKnown(someOrders),
  cooperation: fc.oneof({ weight: 4, arbitrary: fc.constant<LapseJson[]>([]) }, { weight: 2, arbitrary: fc.array(aLapse, { minLength: 1, maxLength: 2 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  memberships: fc.constantFrom<FactsJson['memberships'][]>([], [], null, [{ class: 'hamama-primary', from: '2017-06-24', to: null }]),
  events: fc.constantFrom<FactsJson['events'][]>([], [], null),
  contacts: fc.constant<unknown[]>([]),
}).map(apart);
