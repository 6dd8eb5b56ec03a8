/**
 * How many people one core can ask the law about in a second: four stints, one order each, every authority that ships,
 * the day of the next change found; without a sentence, and with every sentence built.
 */
import { COUNT_IDS } from '../src/law/answer.js';
import { AUTHORITIES } from '../src/law/authorities/index.js';
import { addDays, parseDay, type Day } from '../src/law/calendar/day.js';
import { answerOf, evaluate } from '../src/law/evaluate.js';
import type { Facts, RemovalOrder, Stint, StintEnd } from '../src/law/facts.js';
import { median, publish } from './support/result.js';

const PEOPLE = 20_000;
const ROUNDS = 9;
const BAR = 100_000;
const AS_OF = parseDay('2019-03-15');
const STINTS = 4;

const random = randomFrom(20_190_315);
const people = Array.from({ length: PEOPLE }, (_, i) => person(i));
const open = people.filter(({ stints }) => stints!.some(({ to }) => to === null)).length;

const plain: number[] = [];
const prose: number[] = [];
let findings = 0;
for (let round = 0; round < ROUNDS; round++) {
  findings = 0;
  plain.push(rate(PEOPLE, (i) => { findings += evaluate(people[i], AS_OF).findings.length; }));
  prose.push(rate(PEOPLE / 10, (i) => { answerOf(evaluate(people[i], AS_OF)); }));
}

const ratio = median(plain) / BAR;
publish({
  name: 'law-core',
  figures: {
    'people': PEOPLE,
    'still held': open,
    'authorities': AUTHORITIES.length,
    'counts a person': COUNT_IDS.length,
    'findings a person': findings / PEOPLE,
    'evaluated a second, without prose (median of rounds)': Math.round(median(plain)),
    'fastest round': Math.round(Math.max(...plain)),
    'slowest round': Math.round(Math.min(...plain)),
    'evaluated a second, every sentence built': Math.round(median(prose)),
    'without prose against with': median(plain) / median(prose),
  },
  ratio,
  bar: `at least ${BAR} people a second on one core`,
  holds: ratio >= 1,
});

function rate(times: number, ask: (i: number) => void): number {
  const from = performance.now();
  for (let i = 0; i < times; i++) ask(i);
  return (times / (performance.now() - from)) * 1000;
}

/** Somebody held four times, four in ten of them still, most joined by transfers; finality on file in one of four ways. */
function person(index: number): Facts {
  const stints: Stint[] = [];
  const stillHeld = random(10) < 4;
  let to: Day | null = stillHeld ? null : addDays(AS_OF, -1 - random(900));
  for (let left = STINTS; left > 0; left--) {
    const last = left === STINTS;
    const endedBy: StintEnd | null = to === null ? null : last ? 'removed' : random(5) > 0 ? 'transfer' : 'order-of-supervision';
    const from = addDays(to ?? AS_OF, -1 - random(stillHeld ? 250 : 90));
    stints.unshift({ facility: `F${random(9)}`, circuit: '6', custodian: 'ice', from, to, endedBy });
    to = addDays(from, endedBy === 'order-of-supervision' ? -random(300) : -random(2));
  }
  return {
    circuit: null, person: { citizenship: 'IRQ', birthDate: null }, stints, otherCustody: [], removalOrders: [order(addDays(AS_OF, -random(700)), index)],
    cooperation: [], memberships: index % 4 === 0 ? [{ class: 'hamama-primary', from: parseDay('2017-06-24'), to: null }] : [], events: [], contacts: [],
  };
}

function order(decidedOn: Day, index: number): RemovalOrder {
  const [waived, lapsed, dismissed] = [index % 4 === 0, index % 4 === 1, index % 4 === 2];
  return {
    kind: 'removal', decidedOn, decidedBy: 'immigration-judge', inAbsentia: index % 4 === 3, voluntaryDeparture: null,
    statedFinalOn: null, originalFinalOn: null, reinstatedOn: null, events: [],
    appeal: {
      waivedOn: waived ? decidedOn : null, filed: !waived && !lapsed, filedOn: dismissed ? addDays(decidedOn, 20) : null,
      decidedOn: dismissed ? addDays(decidedOn, 150) : null, outcome: dismissed ? 'dismissed' : null, certifiedOn: null,
    },
  };
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
