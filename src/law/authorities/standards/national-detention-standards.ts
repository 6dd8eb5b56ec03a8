import type { Authority, Clause, StatusEntry } from '../authority.js';

const REWRITTEN = 'a later rewrite of the detention standards is reported by the press, its day not seen: check which text binds before a number is loaded';

const clause = (parts: Pick<Clause, 'id' | 'text' | 'citation' | 'grade'>, status: readonly StatusEntry[]): Clause => ({
  ...parts, status, unverified: parts.grade === 'M', weight: 2, warningDays: 0, check: null, checkedOn: '2026-11-24',
});

const STANDARD = {
  kind: 'standard', court: null, docket: null, judge: null, binds: ['ice', 'jail'],
  where: 'facilities that are not dedicated to ICE, such as county jails, whose contract names it', protects: { kind: 'everyone' },
} as const;

const IN_2019: readonly StatusEntry[] = [
  { from: '2019-12-19', state: 'in_force', cause: `issued, in place of the standards of 2000; ${REWRITTEN}`, source: 'immigrationissues.com; aila.org', grade: 'V2' },
];

/** Its numbers were not seen: text alone. */
export const nds2019: Authority = {
  ...STANDARD,
  id: 'nds-2019',
  caption: 'National Detention Standards 2019',
  citation: 'NDS 2019',
  places: { standards: ['nds-2019'] },
  clauses: [
    clause({
      id: 'access-to-counsel',
      text: 'The standard provides for legal visits, legal calls, group presentations on legal rights and a law library. Its hours and periods were not seen.',
      citation: 'NDS 2019',
      grade: 'V2',
    }, IN_2019),
    clause({
      id: 'over-72-hours',
      text: 'The standards apply in full to facilities that hold people for more than 72 hours.',
      citation: 'American Bar Association, on the detention standards',
      grade: 'V2',
    }, IN_2019),
  ],
};

/** Known from memory alone: neither its text nor the day on which it took effect was found. */
export const nds2025: Authority = {
  ...STANDARD,
  id: 'nds-2025',
  caption: 'National Detention Standards 2025',
  citation: 'NDS 2025',
  places: { standards: ['nds-2025'] },
  clauses: [
    clause({
      id: 'access-to-counsel',
      text: 'A revision of the National Detention Standards. Its text was not found: what it provides is for an attorney to say.',
      citation: 'NDS 2025; from memory',
      grade: 'M',
    }, [{ from: null, state: 'unknown', cause: `the day on which it took effect was not found; ${REWRITTEN}`, source: 'from memory', grade: 'M' }]),
  ],
};
