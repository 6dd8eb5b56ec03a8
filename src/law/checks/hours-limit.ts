import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { isClosed, isClosedByStatute, type Closed } from '../calendar/rolling.js';
import type { CaseEvent, Custodian, Facts } from '../facts.js';
import type { HoursLimit } from './check.js';
import { hoursPassOn, openBetween, type Moment } from './open-hours.js';
import { judged, NO_EVENTS, ofEvent, type EventJudgement, type Judgement, type Situation } from './situation.js';

const MS_PER_HOUR = 3_600_000;

/** One judgement for each entry into the state, matched with the exit that followed it. */
export function judgeHoursLimit(check: HoursLimit, situation: Situation): readonly EventJudgement[] {
  const { facts } = situation;
  if (!facts.events?.length) return NO_EVENTS;
  const judgements: EventJudgement[] = [];
  const { events } = facts;
  for (let index = 0; index < events.length; index++) {
    const { kind, on } = events[index];
    if (kind === check.begins && on !== null) judgements.push(ofEvent(judgeEntry(check, index, situation), `events[${index}]`, on));
  }
  return judgements;
}

function judgeEntry(check: HoursLimit, index: number, situation: Situation): Judgement {
  const { facts, asOf, horizon } = situation;
  const entered = momentOf(facts.events![index]);
  const left = exitAfter(entered, check, situation);
  const ways = waysOver(check, entered.on, left?.on ?? null);
  const say = () => [
    `Entered on ${instant(entered)} (events[${index}])${left === null ? ' and is not known to have left' : `, left on ${instant(left)} (${left.path})`}.`,
    ...ways.map(({ limit, leaveOut }) => `The limit is ${limit} hours${leaveOut === null ? '' : `, without those of Saturdays, Sundays and ${leaveOut.words}`}.`),
  ];

  const results = ways.map((way) => ({ way, ...exceeds(way, entered, left, asOf) }));
  if (left === null) {
    for (const { soonestOn, on } of results) {
      horizon.mayChangeOn(soonestOn);
      horizon.mayChangeOn(on);
    }
  }
  const [first] = results;
  if (results.some(({ result }) => result === 'unknown')) {
    return judged('unknown', first.on, 'hours', say, { missing: [entered.at === null ? `events[${index}].at` : left!.hourIn] });
  }
  const custody = left === null && results.some(({ result }) => result === 'met') ? custodyNotKnown(check, facts) : [];
  if (custody.length > 0) {
    return judged('unknown', first.on, 'hours', () => [...say(), `Whether immigration custody began that ends it is not known (${custody.join(', ')}).`], { missing: custody });
  }
  if (results.every(({ result }) => result === first.result)) return judged(first.result, first.on, 'hours', say, { answeredOn: left?.on ?? null });
  const why = check.excluding === undefined ? 'The stay crosses the day on which the limit changed.' : 'Which days are holidays decides.';
  return judged('contested', first.on, 'hours', () => [...say(), why], {
    readings: results.map(({ way, on, result }) => ({ policy: way.policy, citation: way.citation, days: null, on, result })),
  });
}

interface Exit extends Moment {
  path: string;
  /** the fact that would say at what hour, where it is not known */
  hourIn: string;
}

/** The first exit on file, or the day on which custody began that ends the state, if that came sooner. */
function exitAfter(entered: Moment, check: HoursLimit, situation: Situation): Exit | null {
  const exit = exitOnFile(entered, check, situation);
  const custody = check.endsWithCustodyOf === undefined ? null : custodyAfter(entered, check.endsWithCustodyOf, situation);
  // of the same day, the event is kept: it may say the hour as well
  return custody === null || (exit !== null && exit.on <= custody.on) ? exit : custody;
}

function exitOnFile(entered: Moment, { ends }: HoursLimit, { facts }: Situation): Exit | null {
  let exit: Exit | null = null;
  const events = facts.events!;
  for (let i = 0; i < events.length; i++) {
    const { kind, on } = events[i];
    if (kind !== ends || on === null) continue;
    const moment = momentOf(events[i]);
    if (isAfter(moment, entered) && (exit === null || isAfter(exit, moment))) exit = { ...moment, path: `events[${i}]`, hourIn: `events[${i}].at` };
  }
  return exit;
}

function custodyAfter(entered: Moment, custodians: readonly Custodian[], { facts, asOf }: Situation): Exit | null {
  let exit: Exit | null = null;
  const stints = facts.stints ?? [];
  for (let i = 0; i < stints.length; i++) {
    const { custodian, from } = stints[i];
    if (from === null || from < entered.on || from > asOf || !custodians.includes(custodian)) continue;
    if (exit === null || from < exit.on) exit = { on: from, at: null, offsetMinutes: null, path: `stints[${i}]`, hourIn: 'events' };
  }
  return exit;
}

/** The facts without which nobody can say that no custody began that ends the state. */
function custodyNotKnown({ endsWithCustodyOf = [] }: HoursLimit, { stints }: Facts): string[] {
  if (endsWithCustodyOf.length === 0) return [];
  return stints === null ? ['stints'] : stints.flatMap(({ custodian, from }, i) => (from === null && endsWithCustodyOf.includes(custodian) ? [`stints[${i}].from`] : []));
}

const momentOf = ({ on, at, offsetMinutes }: CaseEvent): Moment => ({ on: on!, at, offsetMinutes });

const isAfter = (a: Moment, b: Moment): boolean => (a.at !== null && b.at !== null ? a.at >= b.at : a.on >= b.on);

/** One way in which the limit may be read. */
interface Way {
  policy: string;
  citation: string;
  limit: number;
  leaveOut: LeftOut | null;
}

interface LeftOut {
  policy: string;
  words: string;
  citation: string;
  closed: Closed;
}

/** "Excluding … holidays": whether the day on which a holiday is only observed is one, the words do not say. */
const LEFT_OUT: readonly LeftOut[] = [
  { policy: 'holidays-as-observed', words: 'holidays, also where they are observed', citation: '5 U.S.C. § 6103(b)', closed: isClosed },
  { policy: 'holidays-on-their-own-day', words: 'holidays on their own day', citation: '5 U.S.C. § 6103(a)', closed: isClosedByStatute },
];

function waysOver(check: HoursLimit, enteredOn: Day, leftOn: Day | null): Way[] {
  return limitsOver(check, enteredOn, leftOn).flatMap((limit): Way[] =>
    check.excluding === undefined
      ? [{ policy: `${limit}-hours`, citation: 'the limit in force on entering, or on leaving', limit, leaveOut: null }]
      : LEFT_OUT.map((leaveOut) => ({ policy: leaveOut.policy, citation: leaveOut.citation, limit, leaveOut })),
  );
}

/** The limits between which the law does not choose: one, unless a longer limit ended while the person was inside. */
function limitsOver({ hours }: HoursLimit, enteredOn: Day, leftOn: Day | null): number[] {
  const limitOn = (day: Day): number => {
    let n = hours[0].n;
    for (const entry of hours) if (entry.from !== null && parseDay(entry.from) <= day) n = entry.n;
    return n;
  };
  const onEntering = limitOn(enteredOn);
  if (leftOn === null) return [onEntering];
  const onLeaving = limitOn(leftOn);
  return onLeaving >= onEntering ? [onLeaving] : [onEntering, onLeaving];
}

interface Exceeded {
  result: 'met' | 'not-met' | 'unknown';
  /** the day on which the limit passed, or will pass; the last on which it can, where hours are not known; null: it did not */
  on: Day | null;
  /** the first day on which it can have passed */
  soonestOn: Day;
}

/** Whether the state lasted longer than `limit` hours ("exceeds": exactly the limit is allowed), and the day on which it did. */
function exceeds({ limit, leaveOut }: Way, entered: Moment, left: Moment | null, asOf: Day): Exceeded {
  const closed = leaveOut?.closed ?? null;
  const { soonestOn, latestOn } = hoursPassOn(entered, limit, closed);
  if (left === null) return { result: latestOn <= asOf ? 'met' : soonestOn <= asOf ? 'unknown' : 'not-met', on: latestOn, soonestOn };
  const { least, most } = openBetween(entered, left, closed);
  const allowed = limit * MS_PER_HOUR;
  // where an hour is not known, the least is a bound that is never touched: entry comes before midnight, leaving after it
  if (least > allowed || (least === allowed && entered.at === null)) return { result: 'met', on: latestOn, soonestOn };
  return most <= allowed ? { result: 'not-met', on: null, soonestOn } : { result: 'unknown', on: latestOn, soonestOn };
}

function instant({ on, at, offsetMinutes }: Moment): string {
  if (at === null) return formatDay(on);
  return `${formatDay(on)} ${new Date(at + (offsetMinutes ?? 0) * 60_000).toISOString().slice(11, 16)}`;
}
