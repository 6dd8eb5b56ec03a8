import { AUTHORITIES } from '../authorities/index.js';
import { parseDay } from '../calendar/day.js';
import { custodyOn } from '../custody.js';
import { factsOf, finalOn, held } from '../examples/example.js';
import { readFacts } from '../facts-json.js';
import { Horizon } from '../horizon.js';
import { neededEvents } from './needed-events.js';
import { questionOf } from './predicate-on.js';
import type { Predicate } from './predicate.js';

const FEAR: Predicate = { event: ['fear-claimed'], from: null, to: null };
const NOTICE: Predicate = { event: ['third-country-notice'], from: null, to: null };
const CHILD: Predicate = { youngerThan: 18 };

test.each<[string, Predicate, string[] | null]>([
  ['an event that may have happened where events are not known', FEAR, null],
  ['an event that is on file', { known: FEAR }, ['fear-claimed']],
  ['an event on file, of children', { all: [CHILD, { known: FEAR }] }, ['fear-claimed']],
  ['of children, on file and with an event', { known: { all: [CHILD, FEAR] } }, ['fear-claimed']],
  ['either of two events', { any: [{ known: FEAR }, { known: NOTICE }] }, ['fear-claimed', 'third-country-notice']],
  ['an event, or a child', { any: [{ known: FEAR }, CHILD] }, null],
  ['no such event', { not: { known: FEAR } }, null],
  ['no such event on file', { known: { not: FEAR } }, null],
])('%s', (_name, who, kinds) => {
  const needed = neededEvents(who);
  expect(needed === null ? null : [...needed].sort()).toEqual(kinds);
});

const DEFINED = AUTHORITIES.flatMap(({ id, protects }) => (protects.kind === 'those' && neededEvents(protects.who) !== null ? [[id, protects.who] as const] : []));

test.each(DEFINED)('%s protects nobody on whose file no such event is', (_id, who) => {
  for (const events of [[], null]) {
    for (const birthDate of ['2015-01-01', '1980-01-01', null]) {
      const given = { person: { citizenship: 'IRQ', birthDate }, stints: [held('2025-01-15')], removalOrders: [finalOn('2025-01-15')], events };
      const { facts, asOf } = readFacts(factsOf({ name: '', given, on: '2025-06-01', then: {} }), () => '9');
      const horizon = new Horizon(asOf);
      expect(questionOf(who)({ asOf, facts, custody: custodyOn(facts.stints, asOf, horizon), horizon }, parseDay('2025-06-01')).is).toBe('no');
    }
  }
});
