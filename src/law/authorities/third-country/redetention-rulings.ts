import type { Authority } from '../authority.js';

/** Rulings on re-detention after an order of supervision: text only, the duty itself is that of 8 C.F.R. § 241.13(i). */
export const robleAndSarail: Authority = {
  id: 'roble-v-bondi',
  kind: 'precedent',
  caption: 'Roble v. Bondi; Sarail A. v. Bondi',
  citation: 'D. Minn. 2025',
  court: 'D. Minn.',
  docket: null,
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'the parties; elsewhere it persuades',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'revocation-without-showing',
      text: 'An order of supervision was revoked without the showing and notice of 8 C.F.R. § 241.13(i): the petitioners were released.',
      citation: 'Roble v. Bondi; Sarail A. v. Bondi (D. Minn. 2025), each by its caption; no docket number was seen',
      grade: 'V2',
      unverified: false,
      status: [{ from: '2025-09-30', state: 'in_force', cause: 'both decided by this day, in August and September 2025; their own days were not seen', source: 'ratkowskilaw.com', grade: 'V2' }],
      weight: 3,
      warningDays: 0,
      check: null,
      checkedOn: '2026-11-24',
    },
  ],
};

export const abediVCarter: Authority = {
  id: 'abedi-v-carter',
  kind: 'precedent',
  caption: 'Abedi v. Carter',
  citation: 'No. 25-3179 (10th Cir.)',
  court: '10th Cir.',
  docket: '25-3179',
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'Tenth Circuit',
  places: { circuits: ['10'] },
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'moot-after-release',
      text: 'Whether a petition against re-detention is moot once the petitioner has been released again on an order of supervision: argued in 2026, no decision seen.',
      citation: 'No. 25-3179 (10th Cir.)',
      grade: 'V2',
      unverified: false,
      status: [{ from: null, state: 'unknown', cause: 'argued in 2026; no decision was seen', source: 'No. 25-3179 (10th Cir.)', grade: 'V2' }],
      weight: 3,
      warningDays: 0,
      check: null,
      checkedOn: '2026-11-24',
    },
  ],
};
