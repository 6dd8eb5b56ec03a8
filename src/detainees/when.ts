import { offsetMinutesOf, withOffset } from '../common/local-instant.js';
import type { Fault } from '../common/problem.js';
import type { Columns } from './fact.js';

/** When something happened, of which the hour may be known: how every kind of fact that has one keeps and checks it. */
export interface When {
  /** the day on which it fell where it happened */
  on?: string | null;
  /** the instant, where that is known: RFC 3339 with the offset of the place, which is kept with it */
  at?: string | null;
}

export const whenColumns = ({ on, at }: When): Columns =>
  ({ on_day: on ?? null, at_instant: at ? new Date(at) : null, at_offset_minutes: at ? offsetMinutesOf(at) : null });

export const whenOf = ({ on_day, at_instant, at_offset_minutes }: Columns): When => ({
  on: on_day as string | null,
  at: at_instant instanceof Date ? withOffset(at_instant, at_offset_minutes as number | null) : null,
});

/** An instant says its day by the clock of the place, which its offset is. */
export const withDay = ({ on, at }: When): When => ({ at, on: at ? on ?? at.slice(0, 10) : on });

/** A new instant brings its own day, and a new day is not that of the former instant. */
export const impliedByWhen = ({ on, at }: When): When => ({ ...(at && { on: null }), ...(on && { at: null }) });

export const whenFaults = ({ on, at }: When): Fault[] => [
  ...(on || at ? [] : [{ path: 'on', problem: 'or `at` must say when it happened' }]),
  ...(on && at && at.slice(0, 10) !== on ? [{ path: 'on', problem: 'must be the day of `at`, by the offset given there' }] : []),
];
