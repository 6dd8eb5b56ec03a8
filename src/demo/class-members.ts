import { addDays, dayOf, formatDay, parseDay, type Day } from '../law/calendar/day.js';
import { FAMILIES, MEN, WOMEN, type NameWithSpellings } from './class-names.js';
import { randomFrom, type Random } from './random.js';
import {
  appealDecided, arabic, completeFile, held, heldUntil, latin, noAppeal, order, waived, type DemoOrder, type DemoPerson, type DemoStint,
} from './telling.js';

/** In June 2018 about 130 of about 1,400 members were detained. */
const DETAINED_NOW = 130 / 1400;
/** Members who were arrested from June 2017 on and released or removed since. */
const HELD_UNDER_THE_ORDERS = 0.24;

const CLASS_BEGINS = '2017-06-24';
const ARRESTS_BEGIN = parseDay('2017-06-11');

const FACILITIES: readonly (readonly [detloc: string, weight: number])[] = [
  ['CALHOMI', 30], ['CCANOOH', 24], ['STCLAMI', 14], ['NRLKCMI', 12], ['MONROMI', 8], ['CHIPPMI', 6], ['BUTLEOH', 6],
  ['STWRTGA', 4], ['JENADLA', 4], ['ADLNTCA', 3], ['EAZ', 3], ['DENICDF', 2], ['MSVPCPA', 2], ['STCDFTX', 2],
];

/** Members of the class, all invented. The n-th is the same person for the same seed and day, however many are asked for. */
export function* classMembers(count: number, seed: number, today: Day): Generator<DemoPerson> {
  for (let i = 0; i < count; i++) yield member(i, isHeldToday(i), today, randomFrom(Math.imul(seed, 0x9e37_79b1) + i));
}

/** Spread evenly, so that any first part of the class has its share of people who are held. */
const isHeldToday = (index: number): boolean => Math.floor((index + 1) * DETAINED_NOW) > Math.floor(index * DETAINED_NOW);

function member(index: number, heldNow: boolean, today: Day, random: Random): DemoPerson {
  const woman = random.chance(0.11);
  const orderFinal = orderOf(random);
  const born = dayOf(random.integer(1948, 1994), random.integer(1, 12), random.integer(1, 28));
  return {
    key: `class-${index + 1}`,
    story: heldNow ? 'A member of the class, held.' : 'A member of the class, at liberty.',
    names: namesOf(random.pick(woman ? WOMEN : MEN), random.pick(MEN), random.pick(FAMILIES), random),
    aNumber: `A901${String(index + 1).padStart(6, '0')}`,
    ...(random.chance(0.12) ? { birthYear: Number(formatDay(born).slice(0, 4)) } : { birthDate: formatDay(born) }),
    citizenship: 'IRQ',
    language: random.weighted([['cld', 55], ['ar', 30], ['ckb', 15]]),
    gender: woman ? 'female' : 'male',
    source: 'List of class members, produced in the case',
    facts: completeFile({
      stints: [...(random.chance(HELD_UNDER_THE_ORDERS) ? staysUnderTheOrders(random) : []), ...(heldNow ? [stayToday(today, random)] : [])],
      removalOrders: [orderFinal],
      memberships: [{ class: 'hamama-primary', from: CLASS_BEGINS, to: null }],
    }),
  };
}

function namesOf(given: NameWithSpellings, father: NameWithSpellings, family: NameWithSpellings, random: Random): DemoPerson['names'] {
  const spelled = () => [given, father, family].map(([, ...spellings]) => random.pick(spellings)).join(' ');
  const first = spelled();
  const second = spelled();
  return [
    latin(first), ...(second === first ? [] : [latin(second, 'Notice to Appear')]),
    arabic(`${given[0]} ${father[0]} ${family[0]}`, 'Iraqi identity document'),
  ];
}

/** Most orders are old; some were never appealed, some were, some of the cases have been reopened since. */
function orderOf(random: Random): DemoOrder {
  const decided = dayOf(random.integer(1994, 2016), random.integer(1, 12), random.integer(1, 28));
  const decidedOn = formatDay(decided);
  const events = random.chance(0.18)
    ? [
        { kind: 'motion-to-reopen-filed' as const, on: formatDay(addDays(ARRESTS_BEGIN, random.integer(60, 240))) },
        { kind: 'reopened' as const, on: formatDay(addDays(ARRESTS_BEGIN, random.integer(260, 700))) },
      ]
    : [];
  return random.weighted<() => DemoOrder>([
    [() => order({ decidedOn, appeal: noAppeal, events }), 50],
    [() => order({ decidedOn, appeal: waived(decidedOn), events }), 25],
    [() => order({
      decidedOn, events,
      appeal: appealDecided(formatDay(addDays(decided, 20)), 'dismissed', formatDay(addDays(decided, random.integer(150, 400)))),
    }), 20],
    // The file says that there is an order and not whether it was appealed.
    [() => order({ decidedOn, appeal: null }), 5],
  ])();
}

function staysUnderTheOrders(random: Random): DemoStint[] {
  const from = addDays(ARRESTS_BEGIN, random.chance(0.6) ? random.integer(0, 10) : random.integer(11, 420));
  const to = addDays(from, random.integer(30, 560));
  const moved = random.chance(0.4) ? addDays(from, Math.floor((to - from) / 3)) : null;
  const end = random.weighted([['order-of-supervision', 50], ['bond', 28], ['court-order', 12], ['parole', 10]] as const);
  const first = facilityOf(random);
  if (moved === null) return [heldUntil(first, formatDay(from), formatDay(to), end)];
  return [
    heldUntil(first, formatDay(from), formatDay(moved), 'transfer'),
    heldUntil(facilityOf(random), formatDay(moved), formatDay(to), end),
  ];
}

/** A third in the first ninety days, a third up to six months, a third beyond. */
function stayToday(today: Day, random: Random): DemoStint {
  const days = random.weighted<() => number>([
    [() => random.integer(1, 90), 34], [() => random.integer(91, 184), 33], [() => random.integer(185, 640), 33],
  ])();
  return held(facilityOf(random), formatDay(addDays(today, -days)));
}

const facilityOf = (random: Random): string => random.weighted(FACILITIES);
