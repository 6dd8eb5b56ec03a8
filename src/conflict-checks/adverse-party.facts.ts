import { Permission } from '../common/permissions.js';
import type { FactKind } from '../detainees/fact.js';
import { scriptOf } from '../detainees/name-script.js';
import { nameSearchKeys } from '../detainees/name-search-key.js';

/** Who else a client's case touches. */
export const PARTY_RELATIONS = ['adverse-party', 'witness', 'officer', 'opposing-counsel'] as const;
/** As what somebody can be on file. */
export const RELATIONS = ['client', ...PARTY_RELATIONS] as const;
export type Relation = (typeof RELATIONS)[number];

export interface AdversePartyValues {
  relation: (typeof PARTY_RELATIONS)[number];
  fullName: string;
  /** ISO 15924, read from the letters */
  script?: string;
  note?: string | null;
}

/** Somebody whom a client's case touches and who is no client: found by a conflict check under any spelling, as clients are. */
export const ADVERSE_PARTY: FactKind<AdversePartyValues> = {
  name: 'adverse-party',
  table: 'adverse_party',
  orderBy: 'full_name, version_id',
  read: Permission.ReadAdverseParties,
  toColumns: ({ relation, fullName, note }) =>
    ({ relation, full_name: fullName, script: scriptOf(fullName), search_keys: nameSearchKeys(fullName), note: note ?? null }),
  toValues: ({ relation, full_name, script, note }) => ({ relation, fullName: full_name, script, note }) as AdversePartyValues,
  normalise: (values) => ({ ...values, fullName: normalName(values.fullName) }),
  faults: ({ fullName }) => (/\p{L}/u.test(fullName) ? [] : [{ path: 'fullName', problem: 'must hold at least one letter' }]),
};

/** As names are kept. */
export const normalName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ');
