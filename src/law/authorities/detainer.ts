import type { Authority } from './authority.js';

/** A jail that holds somebody for ICE beyond release, on a detainer, may do so for 48 hours and no longer. */
export const detainer: Authority = {
  id: '8-cfr-287.7',
  kind: 'regulation',
  caption: 'Detainers: temporary detention at the request of the Department',
  citation: '8 C.F.R. § 287.7',
  court: null,
  docket: null,
  judge: null,
  binds: ['jail', 'ice', 'dhs'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'forty-eight-hours',
      text:
        'Whoever would be released, and is held on a detainer alone, is held no longer than 48 hours, excluding Saturdays, Sundays and holidays. ' +
        'The hold ends when it is recorded to have ended, or when immigration custody begins.',
      citation: '8 C.F.R. § 287.7(d)',
      grade: 'V2',
      unverified: false,
      status: [
        { from: '1997-01-01', state: 'unknown', cause: 'in force since some day of 1997 that was not seen', source: 'clearinghouse.net/case/15557', grade: 'V2' },
        { from: '1998-01-01', state: 'in_force', cause: 'in force since 1997', source: 'nortontooby.com/node/15804, which quotes paragraph (d)', grade: 'V2' },
      ],
      weight: 1,
      warningDays: 0,
      check: {
        kind: 'time-limit', begins: 'detainer-hold-began', ends: 'detainer-hold-ended', endsWithCustodyOf: ['ice', 'county-for-ice', 'cbp'],
        hours: [{ from: null, n: 48 }], excluding: 'closed-days',
      },
      checkedOn: '2026-11-24',
    },
  ],
};
