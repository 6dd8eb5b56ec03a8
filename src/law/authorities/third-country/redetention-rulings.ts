import { rulingWithoutLine } from '../ruling.js';

/** Rulings on re-detention after an order of supervision: text only, the duty itself is that of 8 C.F.R. § 241.13(i). */
export const robleAndSarail = rulingWithoutLine({
  id: 'roble-v-bondi',
  caption: 'Roble v. Bondi; Sarail A. v. Bondi',
  citation: 'D. Minn. 2025',
  court: 'D. Minn.',
  circuits: null,
  where: 'the parties; elsewhere it persuades',
  status: [{ from: '2025-09-30', state: 'in_force', cause: 'both decided by this day, in August and September 2025; their own days were not seen', source: 'ratkowskilaw.com', grade: 'V2' }],
  clauses: [
    {
      id: 'revocation-without-showing',
      text: 'An order of supervision was revoked without the showing and notice of 8 C.F.R. § 241.13(i): the petitioners were released.',
      citation: 'Roble v. Bondi; Sarail A. v. Bondi (D. Minn. 2025), each by its caption; no docket number was seen',
      grade: 'V2',
    },
  ],
});

export const abediVCarter = rulingWithoutLine({
  id: 'abedi-v-carter',
  caption: 'Abedi v. Carter',
  citation: 'No. 25-3179 (10th Cir.)',
  court: '10th Cir.',
  docket: '25-3179',
  circuits: ['10'],
  status: [{ from: null, state: 'unknown', cause: 'argued in 2026; no decision was seen', source: 'No. 25-3179 (10th Cir.)', grade: 'V2' }],
  clauses: [
    {
      id: 'moot-after-release',
      text: 'Whether a petition against re-detention is moot once the petitioner has been released again on an order of supervision: argued in 2026, no decision seen.',
      citation: 'No. 25-3179 (10th Cir.)',
      grade: 'V2',
    },
  ],
});
