import type { Authority } from './authority.js';

/** Whoever decides that a child is unaccompanied hands the child to the Department of Health and Human Services. */
export const unaccompaniedChildren: Authority = {
  id: '8-usc-1232',
  kind: 'statute',
  caption: 'Custody of unaccompanied children',
  citation: '8 U.S.C. § 1232(b)(3)',
  court: null,
  docket: null,
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'nationwide',
  places: null,
  // The determination on file is what makes somebody one of them; a birth date that nobody wrote down changes nothing.
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'seventy-two-hours',
      text: 'A child is transferred to Health and Human Services within 72 hours of the determination that the child is unaccompanied, save in exceptional circumstances.',
      citation: '8 U.S.C. § 1232(b)(3)',
      grade: 'V1',
      unverified: false,
      status: [
        { from: '2008-01-01', state: 'unknown', cause: 'in force since some day of 2008 that was not seen', source: 'text of 8 U.S.C. § 1232', grade: 'V1' },
        { from: '2009-01-01', state: 'in_force', cause: 'in force since 2008', source: 'text of 8 U.S.C. § 1232', grade: 'V1' },
      ],
      weight: 1,
      warningDays: 0,
      check: {
        kind: 'time-limit', begins: 'unaccompanied-child-determined', ends: 'transferred-to-hhs', endsWithCustodyOf: ['orr'],
        hours: [{ from: null, n: 72 }],
      },
      checkedOn: '2026-11-24',
    },
  ],
};
