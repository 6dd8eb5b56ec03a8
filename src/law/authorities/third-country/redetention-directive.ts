import type { Authority, StatusEntry } from '../authority.js';

const ISSUED: readonly StatusEntry[] = [{ from: '2025-02-18', state: 'in_force', cause: 'directive', source: 'immpolicytracking.org', grade: 'V2' }];

/** The directive after which people on orders of supervision were taken back. */
export const redetentionDirective: Authority = {
  id: 'ice-directive-2025-02-18',
  kind: 'policy',
  caption: 'ICE directive on re-detention',
  citation: 'ICE e-mail directive of 2025-02-18',
  court: null,
  docket: null,
  judge: null,
  binds: ['ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'review-for-redetention',
      text: 'Officers review the cases of people who are not detained for re-detention.',
      citation: 'ICE e-mail directive of 2025-02-18',
      grade: 'V2',
      unverified: false,
      status: ISSUED,
      weight: 3,
      warningDays: 0,
      check: null,
      checkedOn: '2026-11-24',
    },
    {
      id: 'interview-within-two-days',
      text:
        'Whoever is arrested again after release on an order of supervision has the reasons in writing and an informal interview, ideally within two days. ' +
        '"Ideally" makes it no duty; the duty is the prompt interview of 8 C.F.R. § 241.4(l)(1) and § 241.13(i)(3).',
      citation: 'ICE e-mail directive of 2025-02-18',
      grade: 'V2',
      unverified: false,
      status: ISSUED,
      weight: 3,
      warningDays: 0,
      check: {
        kind: 'deadline', trigger: { kind: 'redetention' }, offset: { n: 2, unit: 'day' },
        satisfiedBy: ['redetention-notice', 'redetention-interview'], requires: 'all', countsFrom: 0, due: 'by', release: 'ends',
      },
      checkedOn: '2026-11-24',
    },
  ],
};
