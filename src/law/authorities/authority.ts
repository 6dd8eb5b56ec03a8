import { parseDay, type Day } from '../calendar/day.js';
import type { Check, Line } from '../checks/check.js';
import type { Places, Predicate } from '../predicates/predicate.js';

export const AUTHORITY_KINDS = ['statute', 'regulation', 'precedent', 'injunction', 'order', 'settlement', 'policy', 'standard'] as const;

/** Grade of a source: V1 primary text seen, V2 secondary, V3 third party, INF computed, M from memory; parts may differ. */
export const GRADE = /^(V1|V2|V3|INF|M)(\/(V1|V2|V3|INF|M))?$/;

/**
 * An authority is whatever imposes a rule: a statute, a regulation, a precedent, an injunction, a settlement, one
 * person's release order, a detention standard. What an office enters has the same shape as what ships in these files.
 */
export interface Authority {
  /** slug; unique */
  id: string;
  kind: (typeof AUTHORITY_KINDS)[number];
  caption: string;
  citation: string;
  court: string | null;
  docket: string | null;
  /** who ordered it, e.g. Goldsmith, J. */
  judge: string | null;
  /** whom it binds */
  binds: readonly string[];
  /** where it applies, in words */
  where: string;
  /** where the person must be held for it to apply; null: everywhere */
  places: Places | null;
  protects: Protection;
  clauses: readonly Clause[];
}

/** Whom an authority protects. */
export type Protection =
  | { kind: 'everyone' }
  /**
   * Members of a class; if it has a line, those held on or after `since` (the day of the order), once their custody has
   * reached it. `citizenship`: what a member must be, where that can rule somebody out of whom membership is not known.
   */
  | { kind: 'class'; class: string; citizenship: string | null; reaching: Line | null; since: string }
  /**
   * Whoever satisfies the predicate on the day. If the class has a name, a membership on file decides for whom there is
   * one (confirmed, or ended by opting out), and the predicate for everybody else.
   */
  | { kind: 'those'; who: Predicate; class: string | null }
  /**
   * Named persons: whoever entered the order says who, by a membership whose class is the id of the authority. Nobody
   * else is asked about, so that a membership that is not on file is none.
   */
  | { kind: 'persons' };

export interface Clause {
  id: string;
  /** in our words */
  text: string;
  /** pin cite */
  citation: string;
  /** grade of the source: V1 primary text seen, V2 secondary, V3 third party, INF computed, M from memory */
  grade: string;
  /** the parameters come from no source that was seen: shown, never counted, until an attorney verifies them */
  unverified: boolean;
  /** oldest first; each state holds until the next entry */
  status: readonly StatusEntry[];
  /**
   * How it weighs on the morning's list: 1 what a court ordered for this class, or a limit on detention itself; 2 a
   * review or an act that is due; 3 a period that has run out, from which nothing is yet due
   */
  weight: 1 | 2 | 3;
  /** days before the line or deadline from which the clause warns */
  warningDays: number;
  /** null: text only, nothing is computed from it. A parameter in it that is null was not found: the clause refuses to evaluate */
  check: Check<null> | null;
  /**
   * Only events on or after it are judged. A duty (`deadline`) that an order creates about events before its entry is
   * counted from the entry; an act before the entry broke nothing.
   */
  lookBackTo?: string | null;
  /** the day on which a person last checked the clause against its source */
  checkedOn: string;
  /** by whom a clause that ships unverified was verified, in which source; only in an office's own law (compile.ts) */
  verified?: { verifiedBy: string; on: string; source: string };
}

export const CLAUSE_STATES = [
  'announced', 'in_force', 'stayed', 'partially_stayed', 'contested', 'vacated', 'superseded', 'expired', 'unknown',
] as const;
/** `announced`: a change was announced and has no effect yet; the clause keeps the force it had. */
export type ClauseState = (typeof CLAUSE_STATES)[number];

export interface StatusEntry {
  /** `YYYY-MM-DD`; null: since before our records */
  from: string | null;
  state: ClauseState;
  cause: string;
  source: string;
  grade: string;
}

export type Force = 'in-force' | 'not-in-force' | 'contested' | 'unknown';

export interface ForcePeriod {
  from: Day;
  force: Force;
  entry: StatusEntry;
}

/** The status timeline as periods of force, oldest first; before the first there was none. */
export function forcePeriods(status: readonly StatusEntry[]): ForcePeriod[] {
  let before: Force = 'not-in-force';
  return status.map((entry) => {
    const force = entry.state === 'announced' ? before : FORCE[entry.state];
    before = force;
    return { from: entry.from === null ? (-Infinity as Day) : parseDay(entry.from), force, entry };
  });
}

/** The entry that says which force a clause has on a day: an announcement says nothing yet. Null: before the first. */
export function entryOn(status: readonly StatusEntry[], day: Day): StatusEntry | null {
  return status.filter(({ from, state }) => state !== 'announced' && (from === null || parseDay(from) <= day)).at(-1) ?? null;
}

const FORCE: Readonly<Record<Exclude<ClauseState, 'announced'>, Force>> = {
  in_force: 'in-force',
  stayed: 'not-in-force',
  partially_stayed: 'contested',
  contested: 'contested',
  vacated: 'not-in-force',
  superseded: 'not-in-force',
  expired: 'not-in-force',
  unknown: 'unknown',
};
