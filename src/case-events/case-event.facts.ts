import { offsetMinutesOf, withOffset } from '../common/local-instant.js';
import type { Fault } from '../common/problem.js';
import type { FactKind } from '../detainees/fact.js';
import { notAfterToday, possible } from '../detainees/fact-faults.js';
import type { CaseEventKind } from '../law/facts.js';

export interface CaseEventValues {
  kind: CaseEventKind;
  /** the day on which it fell where it happened */
  on?: string | null;
  /** the instant, where that is known: RFC 3339 with the offset of the place, which is kept with it */
  at?: string | null;
  note?: string | null;
}

/** What a notice sets for a day to come. Everything else is recorded once it has happened. */
const SET_AHEAD: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>([
  'hearing', 'consular-interview', 'custody-review-interview', 'redetention-interview', 'counsel-meeting',
]);

export const CASE_EVENT: FactKind<CaseEventValues> = {
  name: 'case-event',
  table: 'case_event',
  list: 'events',
  orderBy: 'on_day nulls last, at_instant nulls first, version_id',
  toColumns: ({ kind, on, at, note }) => ({
    kind, on_day: on ?? null, at_instant: at ? new Date(at) : null, at_offset_minutes: at ? offsetMinutesOf(at) : null, note: note ?? null,
  }),
  toValues: ({ kind, on_day, at_instant, at_offset_minutes, note }) =>
    ({ kind, on: on_day, at: at_instant instanceof Date ? withOffset(at_instant, at_offset_minutes as number | null) : null, note }) as CaseEventValues,
  // An instant says its day by the clock of the place, which its offset is.
  normalise: ({ on, at, ...rest }) => ({ ...rest, at, on: at ? on ?? at.slice(0, 10) : on }),
  // A new instant brings its own day, and a new day is not that of the former instant.
  implied: ({ on, at }) => ({ ...(at && { on: null }), ...(on && { at: null }) }),
  faults: ({ kind, on, at }, today) => {
    const faults: Fault[] = SET_AHEAD.has(kind) ? possible({ on }) : notAfterToday(today, { on });
    if (!on && !at) faults.push({ path: 'on', problem: 'or `at` must say when it happened' });
    if (on && at && at.slice(0, 10) !== on) faults.push({ path: 'on', problem: 'must be the day of `at`, by the offset given there' });
    return faults;
  },
};
