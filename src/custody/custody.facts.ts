import type { Tx } from '../common/database.js';
import type { Fault } from '../common/problem.js';
import { type FactKind, inColumns } from '../detainees/fact.js';
import { inOrder, notAfterToday } from '../detainees/fact-faults.js';
import type { Custodian, OtherCustody, StintEnd } from '../law/facts.js';
import { unknownFacility } from './facility-faults.js';

export interface StintValues {
  facility?: string | null;
  custodian: Custodian;
  from?: string | null;
  to?: string | null;
  endedBy?: StintEnd | null;
  /** wall time of the facility, as a release gives it; what counts is the day */
  fromTime?: string | null;
  toTime?: string | null;
  /** the stay to which a government release itself counts the stint, by its book-in */
  releaseStayOn?: string | null;
}

export const STINT: FactKind<StintValues> = {
  name: 'stint',
  table: 'custody_stint',
  list: 'stints',
  orderBy: 'from_on nulls last, from_time nulls first, version_id',
  ...inColumns<StintValues>({
    facility: 'facility', custodian: 'custodian', from: 'from_on', to: 'to_on', endedBy: 'ended_by',
    fromTime: 'from_time', toTime: 'to_time', releaseStayOn: 'release_stay_on',
  }),
  // The time of a former day says nothing about the day that replaces it.
  implied: ({ from, to }) => ({ ...(from !== undefined && { fromTime: null }), ...(to !== undefined && { toTime: null }) }),
  faults: ({ from, to, endedBy }, today) => {
    const faults: Fault[] = [...notAfterToday(today, { from, to }), ...inOrder(['from', from], ['to', to])];
    if (endedBy && !to) faults.push({ path: 'endedBy', problem: 'needs `to`, the day on which the person left; leave it out while the stint is open' });
    return faults;
  },
  // A government release may hold an unknown code, or two open stints: what a correction leaves as it was, it may leave.
  conflicts: async (tx, { id, detaineeId, values, before }) => [
    ...(values.facility === before?.facility ? [] : await unknownFacility(tx, values.facility)),
    ...(values.to || (before && !before.to) ? [] : await otherOpenStint(tx, detaineeId, id)),
  ],
};

/** Nobody is held in two places, nor twice in one. */
async function otherOpenStint(tx: Tx, detaineeId: string, id: string | null): Promise<Fault[]> {
  const open = await tx.query(
    'select 1 from custody_stint where detainee_id = $1 and to_on is null and superseded_at is null and id is distinct from $2', [detaineeId, id]);
  return open.length === 0 ? [] : [{
    path: 'to', problem: 'must be given: this person has another open stint on file, and nobody is held in two places at once; end that one first',
  }];
}

export interface OtherCustodyValues {
  kind: OtherCustody['kind'];
  from?: string | null;
  to?: string | null;
}

export const OTHER_CUSTODY: FactKind<OtherCustodyValues> = {
  name: 'other-custody',
  table: 'other_custody',
  list: 'otherCustody',
  orderBy: 'from_on nulls last, version_id',
  ...inColumns<OtherCustodyValues>({ kind: 'kind', from: 'from_on', to: 'to_on' }),
  faults: ({ from, to }, today) => [...notAfterToday(today, { from, to }), ...inOrder(['from', from], ['to', to])],
};
