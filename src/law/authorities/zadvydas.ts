import type { Authority } from './authority.js';

export const zadvydas: Authority = {
  id: 'zadvydas-v-davis',
  kind: 'precedent',
  caption: 'Zadvydas v. Davis',
  citation: '533 U.S. 678 (2001)',
  court: 'Supreme Court of the United States',
  docket: null,
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'six-months',
      text:
        'Six months of post-order detention are presumptively reasonable. After that, if the detainee gives good reason to believe that there is no ' +
        'significant likelihood of removal in the reasonably foreseeable future, the government must rebut it. Review is due; the detention is not thereby unlawful.',
      citation: '533 U.S. 678, 701 (2001)',
      grade: 'V1',
      unverified: false,
      status: [{ from: '2001-06-28', state: 'in_force', cause: 'decided; same limit for inadmissible persons: Clark v. Martinez, 543 U.S. 371 (2005)', source: '533 U.S. 678, 701', grade: 'V1' }],
      weight: 1,
      warningDays: 30,
      check: {
        kind: 'time-limit',
        line: { count: 'post-order.current-stay', n: 6, unit: 'month' },
        readings: ['separate-stays', 'non-cooperation', 'start-after-removal-period'],
        satisfiedBy: [],
      },
      checkedOn: '2026-11-24',
    },
  ],
};
