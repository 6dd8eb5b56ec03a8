import fc from 'fast-check';
import { AUTHORITIES } from '../../src/law/authorities/index.js';
import { readAuthority } from '../../src/law/authorities/authority-json.js';
import { compileLaw, type Law } from '../../src/law/authorities/compile.js';
import { formatDay, type Day } from '../../src/law/calendar/day.js';
import { classNames } from '../../src/law/classes/index.js';
import { evaluate } from '../../src/law/evaluate.js';
import type { Evaluation } from '../../src/law/evaluation.js';
import { readFacts } from '../../src/law/facts-json.js';
import { num, text } from './days.js';

/** What an office may enter, on files on which something happens every few days: stepping day by day is the oracle. */

const START = num('2026-03-01');
const SPAN = 60;
const STEPS = 90;

const aDay = fc.integer({ min: 0, max: SPAN }).map((n) => text(START + n));
const anInstant = fc.record({ n: fc.integer({ min: 0, max: SPAN }), hour: fc.integer({ min: 0, max: 23 }), offset: fc.constantFrom('-05:00', '-08:00', '+00:00') })
  .map(({ n, hour, offset }) => `${text(START + n)}T${String(hour).padStart(2, '0')}:30:00${offset}`);

const KINDS = ['arrest', 'release-ordered', 'counsel-meeting', 'released', 'hearing'] as const;
const anEvent = fc.oneof(fc.record({ kind: fc.constantFrom(...KINDS), on: aDay }), fc.record({ kind: fc.constantFrom(...KINDS), at: anInstant }));

const aStint = fc.record({
  facility: fc.constantFrom('CALHOMI', 'STWRTGA'), custodian: fc.constantFrom('ice', 'ice', 'cbp', 'orr'), state: fc.constantFrom('MI', 'GA', null), from: fc.option(aDay, { freq: 10 }),
  days: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 3 }), endedBy: fc.constantFrom('transfer', 'bond', 'removed', 'court-order'),
}).map(({ days, endedBy, from, ...row }) => ({ ...row, from, to: days === null ? null : text(num(from ?? text(START)) + days), endedBy: days === null ? null : endedBy }));

const anOrder = fc.record({ decidedOn: aDay, on: aDay, kind: fc.constantFrom('motion-to-reopen-filed', 'reopened', 'judicial-stay-entered'), known: fc.boolean() }).map(({ decidedOn, on, kind, known }) => ({
  kind: 'removal', decidedOn, decidedBy: 'immigration-judge', inAbsentia: false, appeal: { waivedOn: decidedOn, filed: false }, voluntaryDeparture: null, statedFinalOn: null,
  events: known ? [{ kind, on }] : null,
}));

const aContact = fc.record({
  at: anInstant, actor: fc.constantFrom('ice', 'consular'), topics: fc.constantFrom(['force'], ['document-signing'], []), counselPresent: fc.constantFrom(true, false, null),
  counselNotifiedOn: fc.option(aDay), documents: fc.constant([]), narrative: fc.constant(null),
});

const mayBeUnknown = <T>(arb: fc.Arbitrary<T[]>): fc.Arbitrary<T[] | null> => fc.oneof({ weight: 6, arbitrary: arb }, { weight: 1, arbitrary: fc.constant(null) });

const someone = fc.record({
  asOf: aDay, circuit: fc.constantFrom('6', null),
  person: fc.record({ citizenship: fc.constantFrom('IRQ', null), birthDate: fc.option(fc.integer({ min: 0, max: SPAN }).map((n) => `2008${text(START + n).slice(4)}`), { freq: 4 }) }),
  stints: mayBeUnknown(fc.array(aStint, { maxLength: 3 })), otherCustody: fc.constant([]), removalOrders: mayBeUnknown(fc.array(anOrder, { maxLength: 1 })), cooperation: fc.constant([]),
  memberships: mayBeUnknown(fc.array(fc.record({ class: fc.constantFrom('of-a-b', 'order-in-a-b', 'hamama-primary'), from: fc.option(aDay, { freq: 8 }), days: fc.option(fc.integer({ min: 1, max: 40 })) })
    .map(({ days, from, ...row }) => ({ ...row, from, to: days === null || from === null ? null : text(num(from) + days) })), { maxLength: 2 })),
  events: mayBeUnknown(fc.array(anEvent, { maxLength: 5 })), contacts: mayBeUnknown(fc.array(aContact, { maxLength: 2 })),
});

const kinds = fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 2 });
const ends = fc.uniqueArray(fc.constantFrom('bond', 'removed', 'court-order', 'transfer'), { minLength: 1, maxLength: 2 });
const anOffset = fc.oneof(
  fc.constant(null),
  fc.record({ n: fc.integer({ min: 0, max: 12 }), unit: fc.constantFrom('day', 'business-day'), rolls: fc.constantFrom('no-roll', 'frcp-6a') }),
  fc.record({ n: fc.integer({ min: 0, max: 1 }), unit: fc.constant('month') }),
);
const release = fc.constantFrom('ends', 'satisfies');
const deadline = (trigger: fc.Arbitrary<unknown>, offset: fc.Arbitrary<unknown>, more: Record<string, fc.Arbitrary<unknown>>) => fc.record({
  kind: fc.constant('deadline'), trigger, offset, satisfiedBy: kinds, requires: fc.constantFrom('any', 'all'), release, ...more,
});
const onEvent = kinds.map(([event]) => ({ kind: 'event', event }));
const anew = fc.oneof(fc.constant({ kind: 'redetention' }), ends.map((after) => ({ kind: 'redetention', after })));

const aCheck: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  deadline(fc.oneof(onEvent, anew, aDay.map((on) => ({ kind: 'order', on })), fc.constant({ kind: 'removal-period' })), anOffset, {
    countsFrom: fc.integer({ min: 0, max: 2 }), due: fc.constantFrom('before', 'by'), satisfiedByOrder: fc.constant(['motion-to-reopen-filed']),
  }),
  deadline(fc.oneof(onEvent, anew), fc.record({ n: fc.integer({ min: 0, max: 80 }), unit: fc.constant('hour'), rolls: fc.constantFrom('no-roll', 'frcp-6a') }), { countsFrom: fc.constant(0), due: fc.constant('by') }),
  fc.record({ kind: fc.constant('fixed-date'), at: anInstant, satisfiedBy: kinds, release }).map((check) => ({ ...check, on: check.at.slice(0, 10), reachedBy: null })),
  fc.record({ kind: fc.constant('fixed-date'), on: fc.constant(text(START + 50)), earlier: fc.record({ on: fc.integer({ min: 0, max: 49 }).map((n) => text(START + n)), orderEvent: fc.constant('motion-to-reopen-filed') }), reachedBy: fc.constant(null), satisfiedBy: kinds, release }),
  fc.record({ kind: fc.constant('forbidden-content'), actors: fc.constant(['ice']), topics: fc.constant(['force', 'document-signing']), unless: fc.constantFrom(['counsel-present'], ['counsel-notified'], ['counsel-notified', 'counsel-present']) }),
  fc.record({ kind: fc.constant('forbidden-act'), endedBy: ends, events: kinds, heldAgainAfter: ends, unless: fc.constantFrom(null, { nothing: 'motion-to-reopen-filed', within: 7, after: 'counsel-meeting' }) }),
  fc.record({
    kind: fc.constant('required-before'), events: kinds, contacts: fc.constantFrom(null, { actors: ['ice'], topics: ['document-signing'] }), required: fc.constantFrom(...KINDS),
    n: fc.integer({ min: 0, max: 10 }), unit: fc.constantFrom('day', 'hour'), stands: fc.boolean(), onlyAfter: fc.constantFrom(null, 'arrest'),
  }),
  fc.record({ kind: fc.constant('recurring'), from: aDay, every: fc.integer({ min: 1, max: 20 }), satisfiedBy: kinds }),
  fc.record({ kind: fc.constant('time-limit'), line: fc.record({ count: fc.constantFrom('custody.current-stay', 'custody.total', 'post-order.cumulative', 'removal-period'), n: fc.integer({ min: 1, max: 20 }), unit: fc.constant('day') }), readings: fc.constant([]), satisfiedBy: fc.oneof(fc.constant([]), kinds) }),
  fc.record({
    kind: fc.constant('time-limit'), begins: fc.constant('arrest'), ends: fc.constantFrom('released', 'hearing'), n: fc.integer({ min: 0, max: 80 }), changes: aDay, then: fc.integer({ min: 0, max: 80 }), changed: fc.boolean(), excluded: fc.boolean(), custody: fc.boolean(),
  }).map(({ n, then, changes, changed, excluded, custody, ...check }) => ({
    ...check, hours: [{ from: null, n }, ...(changed ? [{ from: changes, n: then }] : [])], ...(excluded ? { excluding: 'closed-days' } : {}), ...(custody ? { endsWithCustodyOf: ['ice'] } : {}),
  })),
);

const aLeaf = fc.oneof<fc.Arbitrary<unknown>[]>(
  fc.constantFrom({ youngerThan: 18 }, { citizenship: ['IRQ'] }, { held: true }, { orderFinal: true }, { orderEvent: ['motion-to-reopen-filed'] }, { hasBeenOrWillBeHeld: true }, { heldBy: ['ice'] }, { heldBy: ['orr'] },
    { heldAt: { facilities: ['CALHOMI'] } }, { heldAt: { states: ['MI'] } }, { member: 'hamama-primary' }, { toBeConfirmed: 'so it is' }),
  fc.integer({ min: 1, max: 20 }).map((heldFor) => ({ heldFor })),
  fc.record({ from: fc.integer({ min: 0, max: 30 }), days: fc.integer({ min: 0, max: 30 }) }).map(({ from, days }) => ({ finalOrder: { from: text(START + from), to: text(START + from + days) } })),
  fc.record({ event: kinds, from: fc.constant(text(START + 10)), to: fc.constantFrom(null, text(START + 40)) }),
);
const who = fc.oneof(aLeaf, aLeaf.map((not) => ({ not })), aLeaf.map((known) => ({ known })), fc.array(aLeaf, { minLength: 2, maxLength: 2 }).map((all) => ({ all })), fc.array(aLeaf, { minLength: 2, maxLength: 2 }).map((any) => ({ any })));

const protects = fc.oneof<fc.Arbitrary<unknown>[]>(
  fc.constant({ kind: 'everyone' }), fc.constant({ kind: 'everyone' }), fc.constant({ kind: 'persons' }), who.map((whom) => ({ kind: 'those', who: whom, class: null })), who.map((whom) => ({ kind: 'those', who: whom, class: 'of-a-b' })),
  fc.record({ kind: fc.constant('class'), class: fc.constant('hamama-primary'), citizenship: fc.constantFrom(null, 'IRQ'), since: aDay, reaching: fc.option(fc.record({ count: fc.constantFrom('custody.current-stay', 'custody.total'), n: fc.integer({ min: 1, max: 20 }), unit: fc.constant('day') })) }),
);

const states = fc.uniqueArray(fc.record({ n: fc.integer({ min: 0, max: SPAN }), state: fc.constantFrom('announced', 'in_force', 'in_force', 'in_force', 'stayed', 'contested', 'vacated', 'unknown') }), { selector: ({ n }) => n, minLength: 1, maxLength: 3 })
  .map((entries) => entries.sort((a, b) => a.n - b.n).map(({ n, state }, i) => ({ from: i === 0 && n % 2 === 0 ? null : text(START + n), state, cause: 'entered', source: 'ECF 12', grade: 'V1' })));

const anAuthority = fc.record({ check: aCheck, whom: protects, status: states, warningDays: fc.integer({ min: 0, max: 5 }), lookBackTo: fc.oneof(fc.constantFrom(null, text(START)), aDay), places: fc.constantFrom(null, null, { facilities: ['CALHOMI'] }, { states: ['MI'] }) })
  .map(({ check, whom, status, warningDays, lookBackTo, places }) => ({
    id: 'order-in-a-b', kind: 'order', caption: 'A.B. v. Noem', citation: 'ECF 12', court: null, docket: null, judge: null, binds: ['ice'], where: 'everywhere', places, protects: whom,
    clauses: [{ id: 'clause', text: 'What it says.', citation: 'ECF 12 at 3', grade: 'V1', unverified: false, status, weight: 1, warningDays, check, lookBackTo, checkedOn: '2026-11-24' }],
  }));

const CLASSES = classNames(AUTHORITIES);
const lawOf = (json: unknown): Law => compileLaw([readAuthority(json, CLASSES)]);

function state({ asOf, finality, removalPeriod, governing, findings }: Evaluation): string {
  const over = removalPeriod.endsOn !== null && removalPeriod.endsOn <= asOf;
  const last = governing.at(-1);
  return JSON.stringify([
    finality.result, removalPeriod.result, over, last?.to === null ? last.authority : null, findings.map((each) => [each.event, each.result]),
  ]);
}

describe('an order that an office entered', () => {
  it('names on each day the next one, stepping one by one, on which what it says differs', () => {
    fc.assert(fc.property(anAuthority, someone, (order, json) => {
      const law = lawOf(order);
      const { facts, asOf } = readFacts(json, () => '6');
      const last = asOf + STEPS;
      let [said, claimed] = ['', null as Day | null];
      for (let day = asOf; day <= last; day = (day + 1) as Day) {
        const now = evaluate(facts, day, law);
        const says = state(now);
        if (day > asOf) expect([formatDay(day), says !== said]).toEqual([formatDay(day), day === claimed]);
        if (day === asOf || says !== said) [said, claimed] = [says, now.nextChangeOn];
      }
    }), { numRuns: 600 });
  });

  it('names the day on which somebody left custody of whom it is not known since when', () => {
    const act = { kind: 'forbidden-act', endedBy: ['removed'], events: ['arrest'], heldAgainAfter: ['bond'], unless: null };
    const law = lawOf({ ...fc.sample(anAuthority, 1)[0], places: null, protects: { kind: 'everyone' }, clauses: [{ ...fc.sample(anAuthority, 1)[0].clauses[0], check: act, lookBackTo: null }] });
    const stints = [{ facility: 'CALHOMI', custodian: 'ice', from: null, to: '2026-03-20', endedBy: 'removed' }];
    const { facts, asOf } = readFacts({ asOf: '2026-03-10', stints, removalOrders: [], events: [], memberships: [] }, () => '6');
    expect(evaluate(facts, asOf, law).nextChangeOn).toBe(num('2026-03-20'));
  });

  it('does not see what has not happened yet', () => {
    fc.assert(fc.property(anAuthority, someone, (order, json) => {
      const law = lawOf(order);
      const { facts, asOf } = readFacts(json, () => '6');
      const has = (on: Day | null) => on === null || on <= asOf;
      const past = {
        ...facts,
        contacts: facts.contacts?.filter(({ on }) => has(on)).map((row) => ({ ...row, counselNotifiedOn: has(row.counselNotifiedOn) ? row.counselNotifiedOn : null })) ?? null,
        events: facts.events?.filter(({ on }) => has(on)) ?? null,
        stints: facts.stints?.filter(({ from }) => has(from)) ?? null,
        memberships: facts.memberships?.filter(({ from }) => has(from)).map((row) => ({ ...row, to: has(row.to) ? row.to : null })) ?? null,
        removalOrders: facts.removalOrders?.map((row) => ({ ...row, events: row.events?.filter(({ on }) => has(on)) ?? null })) ?? null,
      };
      const results = [facts, past].map((each) => evaluate(each, asOf, law).findings.map(({ result, on, missing }) => [result, on, missing.length]));
      expect(results[0]).toEqual(results[1]);
    }), { numRuns: 600 });
  });
});
