import type { Predicate } from '../predicates/predicate.js';
import type { Authority, Clause, StatusEntry } from './authority.js';

const STATUS: readonly StatusEntry[] = [
  { from: '2025-03-04', state: 'in_force', cause: 'settlement effective; approved in December 2024', source: 'immigrantjustice.org/node/15062', grade: 'V2' },
  { from: '2030-03-04', state: 'expired', cause: 'the five years of its term have run, computed', source: 'immigrantjustice.org/node/15062', grade: 'INF' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check'>): Clause => ({
  ...parts, citation: 'settlement, Gonzalez v. ICE, 13-cv-04416 (C.D. Cal.)', grade: 'V2', unverified: false, status: STATUS, weight: 1, warningDays: 0, checkedOn: '2026-11-24',
});

/** Only of somebody against whom a detainer was lodged is it asked whether a covered office did. */
const SUBJECT_TO_A_COVERED_DETAINER: Predicate = {
  all: [{ known: { event: ['detainer-lodged'], from: null, to: null } }, { member: 'gonzalez-v-ice' }],
};

/**
 * A neutral person reviews probable cause before a detainer asks a jail to hold somebody. Which offices are covered was
 * in no source that was seen, so that whether a detainer came from one of them is a membership that the office enters.
 */
export const gonzalez: Authority = {
  id: 'gonzalez-v-ice',
  kind: 'settlement',
  caption: 'Gonzalez v. ICE',
  citation: 'C.D. Cal. 13-cv-04416, settlement effective 2025-03-04',
  court: 'C.D. Cal.',
  docket: '13-cv-04416',
  judge: null,
  binds: ['ice'],
  where: 'detainers issued by the offices that the settlement covers',
  places: null,
  protects: { kind: 'those', who: SUBJECT_TO_A_COVERED_DETAINER, class: 'gonzalez-v-ice' },
  clauses: [
    clause({
      id: 'probable-cause-review',
      text: 'A covered office issues no detainer (Form I-247A) before a neutral review of probable cause.',
      check: { kind: 'required-before', events: ['detainer-lodged'], contacts: null, required: 'probable-cause-reviewed', n: 0, unit: 'day', onlyAfter: null },
    }),
    clause({
      id: 'advance-notice',
      text: 'A request to be told of a release in advance (Form I-247G), which asks for no hold, is allowed.',
      check: null,
    }),
  ],
};
