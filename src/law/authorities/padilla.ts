import type { Authority, Clause, StatusEntry } from './authority.js';

const ENTERED: readonly StatusEntry[] = [
  { from: '2019-04-05', state: 'in_force', cause: 'preliminary injunction entered (Dkt. 110)', source: 'law.justia.com, W.D. Wash. 2:18-cv-00928, doc. 110', grade: 'V1' },
  { from: '2019-07-02', state: 'in_force', cause: 'modified (Dkt. 149)', source: '387 F. Supp. 3d 1219', grade: 'V1' },
];

/** The part that the Ninth Circuit vacated. Its mandate was not seen: computed, as where no rehearing is sought and the United States is a party. */
const PART_A: readonly StatusEntry[] = [
  ...ENTERED,
  { from: '2020-03-27', state: 'announced', cause: 'vacated on appeal; operative until the mandate issues', source: '953 F.3d 1134 (9th Cir. 2020)', grade: 'V2' },
  { from: '2020-05-18', state: 'vacated', cause: 'mandate, computed: 45 days for a petition for rehearing, and seven', source: 'FRAP 41(b)', grade: 'INF' },
];

/** The part that was affirmed, and vacated later. */
const PART_B: readonly StatusEntry[] = [
  ...ENTERED,
  { from: '2020-03-27', state: 'in_force', cause: 'affirmed on appeal', source: '953 F.3d 1134 (9th Cir. 2020)', grade: 'V2' },
  { from: '2020-03-28', state: 'unknown', cause: 'vacated after the decision in Thuraissigiam, on a day that was not seen', source: 'lexisnexis.com, 2020-03-27 and 2023-11-02', grade: 'V2' },
  { from: '2023-11-02', state: 'vacated', cause: 'vacated by then', source: 'lexisnexis.com, 2023-11-02', grade: 'V2/INF' },
];

/** Ordered with the seven days; that they fell with them on the first appeal was not seen. */
const PROCEDURE: readonly StatusEntry[] = [
  ...ENTERED,
  { from: '2020-03-27', state: 'unknown', cause: 'whether the part that was vacated on appeal has this in it was not seen', source: '953 F.3d 1134 (9th Cir. 2020)', grade: 'V2' },
  { from: '2023-11-02', state: 'vacated', cause: 'vacated by then', source: 'lexisnexis.com, 2023-11-02', grade: 'V2/INF' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check' | 'status'> & Partial<Clause>): Clause => ({
  citation: '387 F. Supp. 3d 1219 (W.D. Wash. 2019)', grade: 'V1', unverified: false, weight: 1, warningDays: 0, checkedOn: '2026-11-24',
  ...parts,
});

/** Bond hearings for asylum seekers after a positive finding of credible fear: vacated; what lives on is about the finding's own timing. */
export const padilla: Authority = {
  id: 'padilla-v-ice',
  kind: 'injunction',
  caption: 'Padilla v. ICE',
  citation: '387 F. Supp. 3d 1219 (W.D. Wash. 2019), affirmed in part, vacated in part, 953 F.3d 1134 (9th Cir. 2020)',
  court: 'W.D. Wash.',
  docket: '2:18-cv-00928',
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'those', who: { event: ['credible-fear-found'], from: null, to: null }, class: 'padilla-v-ice' },
  clauses: [
    clause({
      id: 'bond-hearing-seven-days',
      text: 'An immigration judge holds a bond hearing within seven days of the request for one.',
      status: PART_A,
      warningDays: 3,
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'bond-hearing-requested' }, offset: { n: 7, unit: 'day', rolls: 'frcp-6a' },
        satisfiedBy: ['bond-hearing-held'], requires: 'any', countsFrom: 0, due: 'by', release: 'satisfies',
      },
    }),
    clause({
      id: 'hearing-procedure',
      text: 'A member who has no hearing in that time is released; the government bears the burden; the hearing is recorded and the decision written.',
      status: PROCEDURE,
      check: null,
    }),
    clause({ id: 'bond-hearing', text: 'Members have bond hearings at all.', citation: '953 F.3d 1134 (9th Cir. 2020)', grade: 'V2', status: PART_B, check: null }),
    clause({
      id: 'credible-fear-timing',
      text: 'When the interview on credible fear and its result are due. The settlement has numbers; they were found in no source, so that nothing is computed.',
      citation: 'settlement, W.D. Wash. 2:18-cv-00928',
      grade: 'V2',
      status: [
        { from: '2023-11-02', state: 'unknown', cause: 'settlement preliminarily approved in November 2023; its final approval was not seen', source: 'lexisnexis.com, 2023-11-02', grade: 'V2' },
      ],
      check: null,
    }),
  ],
};
