import { num } from './days.js';
import type { FactsJson, StintJson } from './facts.js';

export interface OracleStay { from: number; to: number | null }

export interface OracleCustody {
  stays: OracleStay[];
  /** every day of immigration custody up to and including the day asked about, if the person is held on it */
  days: Set<number>;
  inCustody: boolean;
}

interface Held { from: number; to: number | null; endedBy: string }

/** Stays, found by laying each stint on the calendar day by day. For stints whose beginnings are all known. */
export function custodyOf(facts: FactsJson, asOf: number): OracleCustody | null {
  if (!facts.stints) return null;
  const happened = facts.stints.filter(({ from }) => num(from!) <= asOf);
  const held = happened.filter(({ custodian }) => custodian !== 'orr').map((stint) => asHeld(stint, happened, asOf));
  const days = new Set<number>();
  const closedOn = new Set<number>();
  for (const { from, to, endedBy } of held) {
    for (let day = from; day < (to ?? asOf + 1); day++) days.add(day);
    if (to === null) continue;
    if (endedBy !== 'transfer' && endedBy !== 'unknown') {
      closedOn.add(to);
      continue;
    }
    if (held.some((other) => other.from < to && (other.to === null || other.to > to))) continue; // another row goes on
    const next = Math.min(...held.map((each) => each.from).filter((each) => each >= to));
    if (next - to <= 3) for (let day = to; day < next; day++) days.add(day); // being moved
  }
  return { days, stays: staysOf(days, closedOn, asOf), inCustody: days.has(asOf) };
}

/** A stint that never ended, followed by a later one, ended when that began. */
function asHeld({ from, to, endedBy }: StintJson, all: StintJson[], asOf: number): Held {
  const begins = num(from!);
  if (to && num(to) <= asOf) return { from: begins, to: num(to), endedBy: endedBy ?? 'unknown' };
  const later = all.map((each) => num(each.from!)).filter((each) => each > begins);
  if (!to && later.length > 0) return { from: begins, to: Math.min(...later), endedBy: 'unknown' };
  return { from: begins, to: null, endedBy: '' };
}

function staysOf(days: Set<number>, closedOn: Set<number>, asOf: number): OracleStay[] {
  const stays: OracleStay[] = [];
  let open: number | null = null;
  for (let day = Math.min(...days); day <= asOf + 1; day++) {
    if (open !== null && (!days.has(day) || closedOn.has(day))) {
      stays.push({ from: open, to: day === asOf + 1 ? null : day });
      open = null;
    }
    if (open === null && days.has(day)) open = day;
  }
  return stays;
}
