import type { Fault } from '../common/problem.js';
import { readANumber } from './a-number.js';
import { CITIZENSHIPS } from './citizenship.js';
import { type FactKind, inColumns, KNOWN_LISTS, type KnownList } from './fact.js';
import { inOrder, notAfterToday, possible } from './fact-faults.js';
import { canonicalLanguage } from './language.js';
import { scriptOf } from './name-script.js';
import { nameSearchKeys } from './name-search-key.js';

export const GENDERS = ['female', 'male', 'unknown', 'other'] as const;
export const NAME_KINDS = ['primary', 'spelling', 'alias'] as const;
export const IDENTIFIER_KINDS = ['a-number', 'ice-anonymized-id', 'other'] as const;

export interface IdentityValues {
  birthDate?: string | null;
  birthYear?: number | null;
  citizenship?: string | null;
  language?: string | null;
  gender?: (typeof GENDERS)[number] | null;
}

const EARLIEST_BIRTH_YEAR = 1880;

export const IDENTITY: FactKind<IdentityValues> = {
  name: 'identity',
  table: 'detainee_identity',
  orderBy: 'version_id',
  ...inColumns<IdentityValues>({
    birthDate: 'birth_date', birthYear: 'birth_year', citizenship: 'citizenship', language: 'language', gender: 'gender',
  }),
  // The year of the former date goes with it.
  implied: ({ birthDate }) => (birthDate ? { birthYear: null } : {}),
  normalise: ({ birthDate, birthYear, language, ...rest }) => ({
    ...rest,
    birthDate,
    // A date says its year; a year alone, as the government releases it, says no date.
    birthYear: birthDate ? birthYear ?? Number(birthDate.slice(0, 4)) : birthYear,
    language: language ? canonicalLanguage(language) ?? language : language,
  }),
  faults: ({ birthDate, birthYear, citizenship, language }, today) => {
    const faults: Fault[] = notAfterToday(today, { birthDate });
    const thisYear = Number(today.slice(0, 4));
    if (birthYear && (birthYear > thisYear || birthYear < EARLIEST_BIRTH_YEAR)) {
      faults.push({ path: 'birthYear', problem: `must be from ${EARLIEST_BIRTH_YEAR} to ${thisYear}` });
    }
    if (birthDate && birthYear && birthYear !== Number(birthDate.slice(0, 4))) {
      faults.push({ path: 'birthYear', problem: 'must be the year of birthDate' });
    }
    if (citizenship && !CITIZENSHIPS.has(citizenship)) {
      faults.push({ path: 'citizenship', problem: 'must be a country by its ISO 3166-1 alpha-3 code, e.g. IRQ, or XXA for stateless' });
    }
    if (language && canonicalLanguage(language) === null) {
      faults.push({ path: 'language', problem: 'must be a BCP 47 language tag, e.g. ar, cld or ckb-Arab' });
    }
    return faults;
  },
  conflicts: async (tx, { id, detaineeId }) => {
    if (id !== null) return [];
    const there = await tx.query('select 1 from detainee_identity where detainee_id = $1 and superseded_at is null', [detaineeId]);
    return there.length === 0 ? [] : [{ path: '', problem: 'This person has an identity on file: correct that one' }];
  },
};

export interface NameValues {
  kind: (typeof NAME_KINDS)[number];
  fullName: string;
  /** ISO 15924, read from the letters */
  script?: string;
}

export const NAME: FactKind<NameValues> = {
  name: 'name',
  table: 'detainee_name',
  orderBy: "kind <> 'primary', version_id",
  toColumns: ({ kind, fullName }) => ({ kind, full_name: fullName, script: scriptOf(fullName), search_keys: nameSearchKeys(fullName) }),
  toValues: ({ kind, full_name, script }) => ({ kind, fullName: full_name, script }) as NameValues,
  normalise: ({ kind, fullName }) => ({ kind, fullName: fullName.normalize('NFC').trim().replace(/\s+/gu, ' ') }),
  faults: ({ fullName }) => (/\p{L}/u.test(fullName) ? [] : [{ path: 'fullName', problem: 'must hold at least one letter' }]),
  conflicts: async (tx, { id, detaineeId, values }) => {
    if (values.kind !== 'primary') return [];
    const others = await tx.query(
      "select 1 from detainee_name where detainee_id = $1 and kind = 'primary' and superseded_at is null and id is distinct from $2", [detaineeId, id]);
    return others.length === 0 ? [] : [{ path: 'kind', problem: 'cannot be primary: this person has a primary name on file; correct that one' }];
  },
};

export interface IdentifierValues {
  kind: (typeof IDENTIFIER_KINDS)[number];
  value: string;
}

/** By which the government's public releases know a person. It is a pseudonym that everybody has, so it is not sealed. */
export const PUBLIC_IDENTIFIER = 'ice-anonymized-id';
const ANONYMIZED_ID = /^[0-9a-f]{40}$/;

/** One identifier is one person's; whose it is already, the refusal does not say. */
export const IDENTIFIER_TAKEN: Fault = { path: 'value', problem: 'is the identifier of another person on file, or on file for this one already' };

export const IDENTIFIER: FactKind<IdentifierValues> = {
  name: 'identifier',
  table: 'detainee_identifier',
  orderBy: 'kind, version_id',
  ...inColumns<IdentifierValues>({ kind: 'kind', value: 'value' }),
  normalise: ({ kind, value }) => ({ kind, value: normalIdentifier(kind, value) }),
  faults: ({ kind, value }) => {
    if (kind === 'a-number') {
      const reading = readANumber(value);
      if (reading.kind === 'redacted') return [{ path: 'value', problem: 'is a redaction and no A-number: leave it out' }];
      if (reading.kind === 'refused') return [{ path: 'value', problem: `${reading.problem} (A and 7 to 9 digits, e.g. A123-456-789)` }];
    }
    return kind === 'ice-anonymized-id' && !ANONYMIZED_ID.test(value)
      ? [{ path: 'value', problem: 'must be 40 hexadecimal digits, as the government releases it' }] : [];
  },
  lookup: ({ kind, value }) => (kind === PUBLIC_IDENTIFIER ? null : { kind, value }),
  conflicts: async (tx, { id, values: { kind, value }, lookups }) => {
    const taken = kind === PUBLIC_IDENTIFIER
      ? await tx.query('select 1 from detainee_identifier where kind = $1 and value = $2 and superseded_at is null and id is distinct from $3', [kind, value, id])
      : await tx.query('select 1 from detainee_identifier where lookup = any($1::text[]) and superseded_at is null and id is distinct from $2', [lookups, id]);
    return taken.length === 0 ? [] : [IDENTIFIER_TAKEN];
  },
};

/** As it is kept and looked for. */
export function normalIdentifier(kind: IdentifierValues['kind'], value: string): string {
  if (kind === 'ice-anonymized-id') return value.trim().toLowerCase();
  if (kind === 'other') return value.trim();
  const reading = readANumber(value);
  return reading.kind === 'number' ? reading.value : value;
}

export interface MembershipValues {
  class: string;
  from?: string | null;
  to?: string | null;
}

export const MEMBERSHIP: FactKind<MembershipValues> = {
  name: 'membership',
  table: 'class_membership',
  list: 'memberships',
  orderBy: 'from_on nulls last, version_id',
  ...inColumns<MembershipValues>({ class: 'class', from: 'from_on', to: 'to_on' }),
  // A settlement may say today on which day a membership will end.
  faults: ({ from, to }, today) => [...notAfterToday(today, { from }), ...possible({ to }), ...inOrder(['from', from], ['to', to])],
};

export interface KnownListValues {
  list: KnownList;
}

/** That a list is complete as it stands: if it is empty, it is known to be none. */
export const KNOWN_LIST: FactKind<KnownListValues> = {
  name: 'known-list',
  table: 'known_list',
  orderBy: 'list',
  ...inColumns<KnownListValues>({ list: 'list' }),
  faults: ({ list }) => (KNOWN_LISTS.includes(list) ? [] : [{ path: 'list', problem: 'must be one of the lists of facts', allowed: KNOWN_LISTS }]),
};
