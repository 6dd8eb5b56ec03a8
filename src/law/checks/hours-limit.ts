import { addDays, formatDay, parseDay, type Day } from '../calendar/day.js';
import type { CaseEvent } from '../facts.js';
import type { HoursLimit } from './check.js';
import { judged, NO_EVENTS, ofEvent, type EventJudgement, type Judgement, type Situation } from './situation.js';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;
const HOURS_PER_DAY = 24;

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
  const events = facts.events!;
  const entered = events[index];
  const exitIndex = exitAfter(events, entered, check);
  const left = exitIndex === null ? null : events[exitIndex];
  const event = `events[${index}]`;
  const enteredOn = entered.on!;
  const limits = limitsOver(check, enteredOn, left?.on ?? null);
  const say = () => [
    `Entered on ${instant(entered)} (${event})${left === null ? ' and is not known to have left' : `, left on ${instant(left)} (events[${exitIndex}])`}.`,
    ...limits.map((limit) => `The limit is ${limit} hours.`),
  ];

  const results = limits.map((limit) => ({ limit, ...exceeds(limit, entered, left, asOf) }));
  for (const { on } of results) horizon.mayChangeOn(on);
  const missing = results.flatMap(({ missing }) => missing ?? []);
  const on = results.length === 0 ? null : results[0].on;
  if (missing.length > 0) return judged('unknown', null, 'hours', say, { missing: [...new Set(missing.map((which) => `events[${which === 'entered' ? index : exitIndex}].at`))] });
  const [first] = results;
  if (results.every(({ result }) => result === first.result)) return judged(first.result, on, 'hours', say);
  return judged('contested', on, 'hours', () => [...say(), 'The stay crosses the day on which the limit changed.'], {
    readings: results.map(({ limit, on, result }) => ({ policy: `${limit}-hours`, citation: 'the limit in force on entering, or on leaving', days: null, on, result })),
  });
}

function exitAfter(events: readonly CaseEvent[], entered: CaseEvent, check: HoursLimit): number | null {
  let exit: number | null = null;
  for (let i = 0; i < events.length; i++) {
    const event = events[i];
    if (event.kind !== check.ends || event.on === null || !isAfter(event, entered)) continue;
    if (exit === null || isAfter(events[exit], event)) exit = i;
  }
  return exit;
}

const isAfter = (a: CaseEvent, b: CaseEvent): boolean => (a.at !== null && b.at !== null ? a.at >= b.at : a.on! >= b.on!);

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

/** Whether the state lasted longer than `limit` hours ("exceeds": exactly the limit is allowed), and the day on which it did. */
function exceeds(limit: number, entered: CaseEvent, left: CaseEvent | null, asOf: Day): { result: 'met' | 'not-met'; on: Day | null; missing?: ('entered' | 'left')[] } {
  if (entered.at !== null && (left === null || left.at !== null)) {
    const on = localDay(entered, entered.at + limit * MS_PER_HOUR);
    if (left === null) return { result: on <= asOf ? 'met' : 'not-met', on };
    return left.at! - entered.at > limit * MS_PER_HOUR ? { result: 'met', on } : { result: 'not-met', on: null };
  }
  // Only days are known: between n and m of them lie more than (m - n - 1) and less than (m - n + 1) full days.
  const days = (left?.on ?? asOf) - entered.on!;
  if ((days - 1) * HOURS_PER_DAY >= limit) return { result: 'met', on: addDays(entered.on!, Math.ceil(limit / HOURS_PER_DAY) + 1) };
  if (left !== null && (days + 1) * HOURS_PER_DAY <= limit) return { result: 'not-met', on: null };
  return { result: 'not-met', on: addDays(entered.on!, Math.ceil(limit / HOURS_PER_DAY) + 1), missing: entered.at === null ? ['entered'] : ['left'] };
}

const localDay = (event: CaseEvent, at: number): Day => Math.floor((at + (event.offsetMinutes ?? 0) * 60_000) / MS_PER_DAY) as Day;

function instant({ on, at, offsetMinutes }: CaseEvent): string {
  if (at === null) return formatDay(on!);
  return `${formatDay(on!)} ${new Date(at + (offsetMinutes ?? 0) * 60_000).toISOString().slice(11, 16)}`;
}
