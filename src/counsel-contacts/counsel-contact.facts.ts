import { Permission } from '../common/permissions.js';
import type { Fault } from '../common/problem.js';
import { unknownFacility } from '../custody/facility-faults.js';
import type { Columns, FactKind } from '../detainees/fact.js';
import { inOrder, notAfterToday, possible } from '../detainees/fact-faults.js';
import { impliedByWhen, type When, whenColumns, whenFaults, whenOf, withDay } from '../detainees/when.js';
import type { Access } from '../law/access/access-to-counsel.js';

/** `on` and `at` say when it was asked for. */
export interface CounselContactValues extends When {
  manner: Access['manner'];
  outcome: Access['outcome'];
  facility?: string | null;
  /** when it came about */
  grantedOn?: string | null;
  grantedAt?: string | null;
  /** how long after, where both instants are known; it follows from them */
  waitMinutes?: number | null;
  /** how long it lasted */
  minutes?: number | null;
  /** whether somebody listened or watched; null: not known */
  monitored?: boolean | null;
  interpreted?: boolean | null;
  /** of mail: whether it was opened in the client's presence */
  openedInPresence?: boolean | null;
  /** who tried, and whom of the facility they dealt with */
  who?: string | null;
  said?: string | null;
}

const CAME_ABOUT: ReadonlySet<Access['outcome']> = new Set<Access['outcome']>(['granted', 'late', 'cut-off']);
const MS_PER_MINUTE = 60_000;

/** An attempt to reach a client: what was asked, and what came of it. A failed one is as much a fact as one that did not fail. */
export const COUNSEL_CONTACT: FactKind<CounselContactValues> = {
  name: 'counsel-contact',
  table: 'counsel_contact',
  orderBy: 'on_day, at_instant nulls first, version_id',
  read: Permission.ReadCounselContacts,
  toColumns: (values) => ({
    ...whenColumns(values), ...grantedColumns(whenColumns(grantedOf(values))),
    manner: values.manner, outcome: values.outcome, facility: values.facility ?? null, minutes: values.minutes ?? null, monitored: values.monitored ?? null,
    interpreted: values.interpreted ?? null, opened_in_presence: values.openedInPresence ?? null, who: values.who ?? null, said: values.said ?? null,
  }),
  toValues: (columns) => {
    const granted = whenOf({ on_day: columns.granted_on, at_instant: columns.granted_at_instant, at_offset_minutes: columns.granted_offset_minutes });
    return {
      ...whenOf(columns), manner: columns.manner, outcome: columns.outcome, facility: columns.facility,
      grantedOn: granted.on, grantedAt: granted.at, waitMinutes: wait(columns.at_instant, columns.granted_at_instant), minutes: columns.minutes,
      monitored: columns.monitored, interpreted: columns.interpreted, openedInPresence: columns.opened_in_presence, who: columns.who, said: columns.said,
    } as CounselContactValues;
  },
  normalise: (values) => {
    const granted = withDay(grantedOf(values));
    return { ...values, ...withDay(values), grantedOn: granted.on, grantedAt: granted.at };
  },
  implied: (changes) => {
    const granted = impliedByWhen(grantedOf(changes));
    return { ...impliedByWhen(changes), ...('on' in granted && { grantedOn: null }), ...('at' in granted && { grantedAt: null }) };
  },
  faults: (values, today) => [
    ...(values.at ? possible({ on: values.on }) : notAfterToday(today, { on: values.on })),
    ...(values.grantedAt ? possible({ grantedOn: values.grantedOn }) : notAfterToday(today, { grantedOn: values.grantedOn })),
    ...whenFaults(values), ...grantedFaults(values), ...accessFaults(values),
  ],
  conflicts: async (tx, { values, before }) => (values.facility === before?.facility ? [] : unknownFacility(tx, values.facility)),
};

const grantedOf = ({ grantedOn, grantedAt }: Partial<CounselContactValues>): When => ({ on: grantedOn, at: grantedAt });

const grantedColumns = ({ on_day, at_instant, at_offset_minutes }: Columns): Columns =>
  ({ granted_on: on_day, granted_at_instant: at_instant, granted_offset_minutes: at_offset_minutes });

const wait = (asked: unknown, granted: unknown): number | null =>
  asked instanceof Date && granted instanceof Date ? Math.floor((granted.getTime() - asked.getTime()) / MS_PER_MINUTE) : null;

function grantedFaults({ on, at, outcome, grantedOn, grantedAt }: CounselContactValues): Fault[] {
  const cameAbout = CAME_ABOUT.has(outcome);
  if (!grantedOn && !grantedAt) return cameAbout ? [{ path: 'grantedOn', problem: 'or `grantedAt` must say when it came about' }] : [];
  if (!cameAbout) return [{ path: 'grantedOn', problem: 'and `grantedAt` are of what came about: leave them out where it was denied or not answered yet' }];
  return [
    ...whenFaults(grantedOf({ grantedOn, grantedAt })).map((fault) => ({ ...fault, path: 'grantedOn', problem: fault.problem.replace('`at`', '`grantedAt`') })),
    ...inOrder(['on', on], ['grantedOn', grantedOn]),
    ...(at && grantedAt && new Date(grantedAt) < new Date(at) ? [{ path: 'grantedAt', problem: 'must not be before `at`, when it was asked for' }] : []),
  ];
}

function accessFaults({ manner, outcome, minutes, monitored, openedInPresence }: CounselContactValues): Fault[] {
  const known = (value: unknown): boolean => value !== undefined && value !== null;
  const cameAbout = CAME_ABOUT.has(outcome);
  return [
    ...(known(minutes) && (!cameAbout || manner === 'mail') ? [{ path: 'minutes', problem: 'is of a visit or a call that came about' }] : []),
    ...(known(monitored) && (!cameAbout || manner === 'mail') ? [{ path: 'monitored', problem: 'is of a visit or a call that came about' }] : []),
    ...(known(openedInPresence) && manner !== 'mail' ? [{ path: 'openedInPresence', problem: 'is of mail' }] : []),
  ];
}
