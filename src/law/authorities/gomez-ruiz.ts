import type { Authority, Clause, StatusEntry } from './authority.js';

const STATUS: readonly StatusEntry[] = [
  { from: '2026-01-01', state: 'unknown', cause: 'preliminary injunction entered on a day of 2026 that was not seen', source: 'migrantusa/us-immigration-data, litigation_tracker.json', grade: 'V3' },
  { from: '2026-11-24', state: 'in_force', cause: 'in effect when it was last looked up; appeals 9th Cir. 26-1294 and 26-2302', source: 'migrantusa/us-immigration-data, litigation_tracker.json', grade: 'V3' },
];

const clause = (parts: Pick<Clause, 'id' | 'text'>): Clause => ({
  ...parts, citation: 'preliminary injunction of 2026, Gomez Ruiz v. ICE; 9th Cir. 26-1294, 26-2302', grade: 'V3', unverified: false, status: STATUS, weight: 2, warningDays: 0,
  // The words of the order were not seen.
  check: null, checkedOn: '2026-11-24',
});

/** One facility: lawyers, medicine and clothing. */
export const gomezRuiz: Authority = {
  id: 'gomez-ruiz-v-ice',
  kind: 'injunction',
  caption: 'Gomez Ruiz v. ICE',
  citation: 'preliminary injunction of 2026; 9th Cir. 26-1294, 26-2302',
  court: null,
  docket: null,
  judge: null,
  binds: ['ice'],
  where: 'the facility at California City, California',
  places: { facilities: ['CACTYCA'] },
  protects: { kind: 'everyone' },
  clauses: [
    clause({ id: 'attorney-access', text: 'Those held there have access to attorneys.' }),
    clause({ id: 'medical-care', text: 'Those held there have medical care.' }),
    clause({ id: 'clothing', text: 'Those held there have adequate clothing.' }),
  ],
};
