import type { Day } from '../law/calendar/day.js';
import type { Stint } from '../law/facts.js';

/**
 * Where a person was held on a day: the stint that ran on it, the day on which the person left included, since what happens on
 * that day happens there; of several the one that began last. Where a stint itself was judged (`stints[2]`), there.
 */
export function placeOn(stints: readonly Stint[] | null, day: Day, event: string | null): { facility: string | null; fieldOffice: string | null } | null {
  const judged = event === null ? undefined : /^stints\[(\d+)\]$/.exec(event)?.[1];
  const stint = judged === undefined ? lastOn(stints ?? [], day) : (stints?.[Number(judged)] ?? null);
  return stint === null ? null : { facility: stint.facility, fieldOffice: stint.fieldOffice ?? null };
}

function lastOn(stints: readonly Stint[], day: Day): Stint | null {
  let last: Stint | null = null;
  for (const stint of stints) {
    if (stint.from === null || stint.from > day || (stint.to !== null && stint.to < day)) continue;
    if (last === null || stint.from >= last.from!) last = stint;
  }
  return last;
}
