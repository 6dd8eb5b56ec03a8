import type { Predicate } from '../predicates/predicate.js';
import type { Authority, Clause, StatusEntry } from './authority.js';

const STATUS: readonly StatusEntry[] = [
  { from: '2016-11-01', state: 'unknown', cause: 'settled on a day of November 2016 that was not seen', source: 'latinousa.org; prisonlegalnews.org, June 2017', grade: 'V2' },
  { from: '2016-12-01', state: 'in_force', cause: 'settled in November 2016', source: 'latinousa.org; prisonlegalnews.org, June 2017', grade: 'V2/INF' },
  { from: '2021-11-01', state: 'unknown', cause: 'its term was about five years, from memory: it has probably expired', source: 'no source seen', grade: 'M' },
];

const clause = (parts: Pick<Clause, 'id' | 'text'>): Clause => ({
  ...parts, citation: 'settlement of 2016, Lyon v. ICE, 3:13-cv-05878 (N.D. Cal.)', grade: 'V2', unverified: false, status: STATUS, weight: 2, warningDays: 0,
  // Booths and cut-offs belong to a facility: no fact about a person shows whether they are kept.
  check: null, checkedOn: '2026-11-24',
});

/** The class is defined by the counties of the facilities: these are the places in them on ICE's list of facilities. */
const HELD_IN_THE_FOUR_COUNTIES: Predicate = {
  heldAt: {
    facilities: [
      'CONCOCA', 'CONWECA', // Contra Costa
      'CACFMES', 'CACTYCA', 'KERCOCA', // Kern
      'CASPSAC', 'RIOCCCA', 'SACHOLD', 'SACRACA', // Sacramento
      'YUBAJCA', // Yuba
    ],
  },
};

/** Telephones from which somebody who is detained reaches a lawyer. */
export const lyon: Authority = {
  id: 'lyon-v-ice',
  kind: 'settlement',
  caption: 'Lyon v. ICE',
  citation: 'N.D. Cal. 3:13-cv-05878, settlement of November 2016; class defined in 171 F. Supp. 3d 961 (N.D. Cal. 2016)',
  court: 'N.D. Cal.',
  docket: '3:13-cv-05878',
  judge: null,
  binds: ['ice', 'jail'],
  where: 'facilities for ICE in the counties of Contra Costa, Kern, Sacramento and Yuba, California',
  places: null,
  protects: { kind: 'those', who: HELD_IN_THE_FOUR_COUNTIES, class: 'lyon-v-ice' },
  clauses: [
    clause({ id: 'booths', text: 'At least forty telephone booths at the four facilities, and rooms for legal calls that nobody listens to.' }),
    clause({ id: 'speed-dials', text: 'Speed dials to lawyers are free, direct and not monitored.' }),
    clause({ id: 'cut-off', text: 'No call is cut off before 40 minutes (it was 20), and none on a legal speed dial before 60 (it was 15).' }),
    clause({ id: 'facilitators', text: 'Facilitators help to reach a lawyer by telephone.' }),
  ],
};
