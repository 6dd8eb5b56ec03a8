import { formatDay, type Day } from './calendar/day.js';
import type { Stay } from './evaluation.js';
import type { Stint, StintEnd } from './facts.js';
import type { Horizon } from './horizon.js';

/**
 * Stints to stays. A stay is unbroken immigration custody: a transfer is not a release, and a few days between two
 * rows of a spreadsheet are a journey, not freedom.
 */

/** The person was being moved: the days between two stints joined by a transfer count, up to this many. */
export const TRANSFER_GAP_DAYS = 3;

export interface Custody {
  /** null: not known */
  inCustody: boolean | null;
  /** oldest first, never overlapping */
  stays: readonly Stay[];
  /** the stay that stands open; null when there is none, or none is known */
  current: Stay | null;
  missing: readonly string[];
}

interface Row {
  from: Day;
  to: Day | null;
  endedBy: StintEnd | null;
  facility: string | null;
  index: number;
  immigration: boolean;
}

export function custodyOn(stints: readonly Stint[] | null, asOf: Day, horizon: Horizon): Custody {
  if (stints === null) return { inCustody: null, stays: [], current: null, missing: ['stints'] };

  const missing: string[] = [];
  const rows = rowsBegunBy(stints, asOf, horizon, missing);
  closeSupersededRows(rows);
  const stays = staysOf(rows, asOf, horizon);
  const current = stays.length > 0 && stays[stays.length - 1].to === null ? stays[stays.length - 1] : null;
  const certain = missing.length === 0 || (current !== null && !mayHaveEnded(current, stints));
  return { inCustody: certain ? current !== null : null, stays, current, missing };
}

/** A stint that began on a day that is not known may be the later one with which an open one ended. */
const mayHaveEnded = ({ lastStint }: Stay, stints: readonly Stint[]): boolean =>
  stints.some(({ from, to }) => from === null && (to === null || to >= stints[lastStint].from!));

/** The stints that have begun, in the order in which they began; of several begun on one day, the open one last. */
function rowsBegunBy(stints: readonly Stint[], asOf: Day, horizon: Horizon, missing: string[]): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < stints.length; index++) {
    const { from, to, endedBy, facility, custodian } = stints[index];
    if (from === null) {
      missing.push(`stints[${index}].from`);
      continue;
    }
    if (from > asOf) {
      horizon.mayChangeOn(from);
      continue;
    }
    const row: Row = { from, to, endedBy, facility, index, immigration: custodian !== 'orr' };
    let place = rows.length;
    while (place > 0 && comesAfter(rows[place - 1], row)) place--;
    if (place === rows.length) rows.push(row);
    else rows.splice(place, 0, row);
  }
  return rows;
}

function comesAfter(a: Row, b: Row): boolean {
  if (a.from !== b.from) return a.from > b.from;
  if (a.to === b.to) return false;
  return a.to === null || (b.to !== null && a.to > b.to);
}

/** A stint that has no end in the facts, followed by a later one, ended when the later one began. */
function closeSupersededRows(rows: Row[]): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (row.to !== null) continue;
    for (let j = i + 1; j < rows.length; j++) {
      if (rows[j].from > row.from) {
        row.to = rows[j].from;
        row.endedBy = 'unknown';
        break;
      }
    }
  }
}

function staysOf(rows: readonly Row[], asOf: Day, horizon: Horizon): Stay[] {
  const stays: Stay[] = [];
  let stay: Stay | null = null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!row.immigration || isRepeated(rows, i)) continue;
    let { to, endedBy } = row;
    if (to !== null && to > asOf) {
      horizon.mayChangeOn(to); // still running on the day asked about
      to = null;
    }
    if (to === null) endedBy = null;

    if (stay !== null && joins(stay, row.from)) {
      stay.stints += 1;
      extend(stay, to, endedBy, row.index);
    } else {
      stay = { from: row.from, to, stints: 1, endedBy, firstStint: row.index, lastStint: row.index };
      stays.push(stay);
    }
  }
  return stays;
}

/** The same facility and the same days twice is one stint that was written down twice. */
function isRepeated(rows: readonly Row[], at: number): boolean {
  const row = rows[at];
  for (let i = at - 1; i >= 0 && rows[i].from === row.from; i--) {
    const other = rows[i];
    if (other.immigration && other.to === row.to && other.facility === row.facility && sameEnd(other, row)) return true;
  }
  return false;
}

const sameEnd = (a: Row, b: Row): boolean => a.endedBy === b.endedBy || isHandOver(a.endedBy) === isHandOver(b.endedBy);

const isHandOver = (end: StintEnd | null): boolean => end === null || end === 'transfer' || end === 'unknown';

function joins(stay: Stay, from: Day): boolean {
  if (stay.to === null) return true;
  if (from < stay.to) return true; // rows that overlap are one custody, whatever one of them says of its end
  return isHandOver(stay.endedBy) && from - stay.to <= TRANSFER_GAP_DAYS;
}

function extend(stay: Stay, to: Day | null, endedBy: StintEnd | null, index: number): void {
  if (stay.to === null) {
    if (to === null) stay.lastStint = index;
    return;
  }
  if (to !== null && to < stay.to) return;
  if (to === stay.to && isHandOver(endedBy)) return; // a hand-over does not undo a release of the same day
  stay.to = to;
  stay.endedBy = endedBy;
  stay.lastStint = index;
}

/** The circuit of the place where the person is held on the day asked about. */
export const circuitOf = (custody: Custody, stints: readonly Stint[] | null): string | null =>
  custody.current === null || stints === null ? null : stints[custody.current.lastStint].circuit;

/** Days of a stay through `asOf`: the last day minus the first. */
export const daysOfStay = (stay: Stay, asOf: Day): number => (stay.to ?? asOf) - stay.from;

export function custodyBecause(custody: Custody, stints: readonly Stint[] | null, asOf: Day): string[] {
  if (stints === null) return ['No stints of custody are on file and it is not known that there were none (stints).'];
  const sentences = custody.missing.map((path) => `The day on which a stint began is not known (${path}).`);
  if (custody.stays.length === 0 && sentences.length === 0) {
    return [`No immigration custody on or before ${formatDay(asOf)} is on file (stints).`];
  }
  for (const stay of custody.stays) {
    const days = daysOfStay(stay, asOf);
    const joined = stay.stints === 1 ? 'one stint' : `${stay.stints} stints joined by transfers`;
    sentences.push(
      stay.to === null
        ? `In immigration custody since ${formatDay(stay.from)} (stints[${stay.firstStint}]), ${joined}: ${days} days through ${formatDay(asOf)}.`
        : `In immigration custody from ${formatDay(stay.from)} (stints[${stay.firstStint}]) to ${formatDay(stay.to)} ` +
            `(stints[${stay.lastStint}], ended by ${stay.endedBy ?? 'an end that is not known'}), ${joined}: ${days} days.`,
    );
  }
  return sentences;
}
