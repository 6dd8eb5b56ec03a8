import { formatDay, type Day } from '../calendar/day.js';
import { covers } from '../calendar/span.js';
import type { Facts, Stint } from '../facts.js';
import type { Horizon } from '../horizon.js';
import type { Places } from './predicate.js';
import { allOf, no, unknown, yes, type Truth } from './truth.js';

/** The row of custody, in whose hands ever, that stands on a day. */
export type StintOn = { index: number; stint: Stint } | 'none' | { missing: readonly string[] };

/**
 * Of rows that overlap the one that began last; an open row followed by a later one ended with it. On the day on which
 * the person left, and was not taken elsewhere, it is the place that was left.
 */
export function stintOn({ stints }: Facts, day: Day): StintOn {
  if (stints === null) return { missing: ['stints'] };
  let lastFrom = -Infinity;
  for (const { from } of stints) if (from !== null && from <= day && from > lastFrom) lastFrom = from;
  let found = -1;
  let left = -1;
  for (let i = 0; i < stints.length; i++) {
    const { from, to } = stints[i];
    if (from === null || from > day) continue;
    if (to === null ? from === lastFrom : to > day) found = found === -1 || startsLater(stints[i], stints[found]) ? i : found;
    else if (to === day) left = left === -1 || startsLater(stints[i], stints[left]) ? i : left;
  }
  const at = found === -1 ? left : found;
  if (at !== -1) return { index: at, stint: stints[at] };
  const undated = stints.findIndex(({ from, to }) => from === null && (to === null || to >= day));
  return undated === -1 ? 'none' : { missing: [`stints[${undated}].from`] };
}

const startsLater = (a: Stint, b: Stint): boolean => a.from! > b.from! || (a.from === b.from && a.to === null);

type Dimension = keyof Places;
type PlaceField = 'facility' | 'fieldOffice' | 'state' | 'district' | 'circuit' | 'standard';

const FIELDS: Readonly<Record<Dimension, { field: PlaceField; called: string }>> = {
  facilities: { field: 'facility', called: 'facility' },
  fieldOffices: { field: 'fieldOffice', called: 'field office' },
  states: { field: 'state', called: 'State' },
  districts: { field: 'district', called: 'federal district' },
  circuits: { field: 'circuit', called: 'circuit' },
  standards: { field: 'standard', called: 'detention standard' },
};
const DIMENSIONS = Object.keys(FIELDS) as Dimension[];

const NOT_HELD = no(() => ['No place of custody stands on that day (stints).']);

export type PlaceQuestion = (facts: Facts, day: Day, horizon: Horizon) => Truth;

/** Names the days on which a person may be somewhere else, if no fact changes. */
export function mayMove({ stints }: Facts, horizon: Horizon): void {
  for (let i = 0; stints !== null && i < stints.length; i++) {
    const { from, to } = stints[i];
    horizon.mayChangeOn(from);
    if (to === null || to < horizon.asOf) continue;
    horizon.mayChangeOn(to);
    horizon.mayChangeOn((to + 1) as Day);
  }
}

/** A contract may come under another standard while the person stays where they are: that is no move. */
function standardsMayChange({ stints }: Facts, horizon: Horizon): void {
  for (const { standards } of stints ?? []) {
    for (const { from, to } of standards ?? []) {
      horizon.mayChangeOn(from);
      horizon.mayChangeOn(to);
    }
  }
}

/** The standard by which the place of a stint was bound on a day; null: not known. */
export function standardOn({ standard, standards }: Stint, day: Day): string | null {
  const bound = standards?.find(({ from, to }) => covers({ from: from ?? (-Infinity as Day), to }, day));
  return bound?.standard ?? standard ?? null;
}

/** Whether a row of custody that stands on a day is in one of the places, as `places` is read: in every list given. */
export function placesOn(places: Places): PlaceQuestion {
  const lists = DIMENSIONS.flatMap((dimension) => {
    const allowed = places[dimension];
    return allowed === undefined ? [] : [inList(FIELDS[dimension], new Set(allowed))];
  });
  return (facts, day, horizon) => {
    mayMove(facts, horizon);
    if (places.standards !== undefined) standardsMayChange(facts, horizon);
    const at = stintOn(facts, day);
    if (at === 'none') return NOT_HELD;
    if ('missing' in at) return unknown(at.missing, () => ['Where the person was held on that day is not known (stints).']);
    return allOf(lists, at, day);
  };
}

const inList = ({ field, called }: (typeof FIELDS)[Dimension], allowed: ReadonlySet<string>) =>
  ({ index, stint }: { index: number; stint: Stint }, day: Day): Truth => {
    const value = (field === 'standard' ? standardOn(stint, day) : stint[field]) ?? null;
    const path = `stints[${index}].${field}`;
    if (value === null) return unknown([path], () => [`The ${called} of the place of custody on ${formatDay(day)} is not known (${path}).`]);
    const say = () => [`On ${formatDay(day)} the ${called} of the place of custody was ${value} (${path}).`];
    return allowed.has(value) ? yes(say) : no(say);
  };
