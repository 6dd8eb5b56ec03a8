import type { Check } from './check.js';

/** A check ready to be evaluated, and the paths of the parameters that are not known: with one, its clause refuses. */
export interface CompleteCheck {
  check: Check;
  missing: readonly string[];
}

/**
 * What stands in for a number that is not known. It is never reported: a check with one only finds the events that it
 * would judge, and each of them is answered with what is missing.
 */
const STAND_IN = 0;

export function complete(check: Check<null>): CompleteCheck {
  const missing: string[] = [];
  const known = (n: number | null, path: string): number => {
    if (n === null) missing.push(path);
    return n ?? STAND_IN;
  };
  const day = (text: string | null, path: string): string => {
    if (text === null) missing.push(path);
    return text ?? '1970-01-01';
  };
  switch (check.kind) {
    case 'time-limit':
      return 'hours' in check
        ? { check: { ...check, hours: check.hours.map((limit, i) => ({ ...limit, n: known(limit.n, `hours[${i}].n`) })) }, missing }
        : { check: { ...check, line: { ...check.line, n: known(check.line.n, 'line.n') } }, missing };
    case 'fixed-date':
      return { check: { ...check, on: day(check.on, 'on') }, missing };
    case 'required-before':
      return { check: { ...check, n: known(check.n, 'n') }, missing };
    case 'recurring':
      return { check: { ...check, from: day(check.from, 'from'), every: known(check.every, 'every') }, missing };
    case 'deadline': // says itself, event by event, that its number is missing (deadline.ts)
    case 'forbidden-content':
    case 'forbidden-act':
      return { check, missing };
  }
}
