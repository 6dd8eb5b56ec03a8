import type { FinalityResult } from '../answer.js';
import type { Day } from '../calendar/day.js';

/** How one order becomes final under 8 C.F.R. § 1241.1, reopening and remand left aside (finality.ts adds them). */
export interface Route {
  result: FinalityResult;
  on: Day | null;
  basis: string | null;
  citation: string | null;
  missing: readonly string[];
  /** true: the order was taken away on appeal, or never took effect; it does not stand */
  fell: boolean;
  because: () => string[];
}

export const final = (on: Day, basis: string, citation: string, because: () => string[]): Route => ({
  result: 'final', on, basis, citation, missing: [], fell: false, because,
});

export const notFinal = (citation: string | null, because: () => string[], fell = false): Route => ({
  result: 'not-final', on: null, basis: null, citation, missing: [], fell, because,
});

export const unknown = (path: string, citation: string | null, because: () => string[]): Route => ({
  result: 'unknown', on: null, basis: null, citation, missing: [path], fell: false,
  because: () => [...because(), `Not known: ${path}.`],
});
