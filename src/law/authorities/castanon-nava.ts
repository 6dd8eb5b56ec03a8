import type { Predicate } from '../predicates/predicate.js';
import type { Authority, Clause, StatusEntry } from './authority.js';

/**
 * Arrested in the Chicago area of responsibility. No fact says where an arrest was made; where the person was held on
 * that day stands for it, and a membership on file says it outright. The State decides, the field office where it is known.
 */
const ARRESTED_IN_THE_CHICAGO_AREA: Predicate = {
  any: [
    { heldAt: { states: ['IL', 'IN', 'WI', 'MO', 'KS', 'KY'] } },
    { known: { heldAt: { fieldOffices: ['CHI'] } } },
    { member: 'castanon-nava-v-dhs' },
  ],
};

const TERM: readonly StatusEntry[] = [
  { from: '2022-02-08', state: 'in_force', cause: 'consent decree approved', source: 'immigrantjustice.org/NavaSettlement', grade: 'V2' },
  { from: '2025-05-01', state: 'unknown', cause: 'the term ran to a day of May 2025 that was not seen, nor what stood until the extension', source: 'immigrantjustice.org/NavaSettlement', grade: 'V2' },
  { from: '2025-06-11', state: 'announced', cause: 'the Department announced that it would no longer comply', source: 'factually.co; isba.org', grade: 'V2' },
  { from: '2025-10-07', state: 'in_force', cause: 'extended by 118 days, to 2026-02-02', source: 'particle.news; isba.org', grade: 'V2' },
  { from: '2025-12-11', state: 'in_force', cause: 'the Seventh Circuit kept the extension (25-3050)', source: 'particle.news', grade: 'V2' },
  { from: '2026-02-03', state: 'unknown', cause: 'the extension ran to 2026-02-02; what followed was not seen', source: 'immigrantjustice.org/NavaSettlement', grade: 'V2' },
];

/** The same court of appeals stayed the release of many at once, and nothing else. */
const RELEASE: readonly StatusEntry[] = TERM.map((entry) =>
  entry.from === '2025-12-11' ? { ...entry, state: 'partially_stayed', cause: 'the Seventh Circuit stayed the release of many at once (25-3050)' } : entry,
);

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check'> & Partial<Clause>): Clause => ({
  citation: 'consent decree, Castañon Nava v. DHS, 18-cv-3757 (N.D. Ill.)', grade: 'V2', unverified: false, status: TERM, weight: 1, warningDays: 0, checkedOn: '2026-11-24',
  ...parts,
});

/** No arrest without a warrant unless there is probable cause, and a likelihood that the person escapes before one can be had. */
export const castanonNava: Authority = {
  id: 'castanon-nava-v-dhs',
  kind: 'settlement',
  caption: 'Castañon Nava v. DHS',
  citation: 'N.D. Ill. 18-cv-3757, consent decree approved 2022-02-08',
  court: 'N.D. Ill.',
  docket: '18-cv-3757',
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'arrests in the Chicago area of responsibility: Illinois, Indiana, Wisconsin, Missouri, Kansas, Kentucky',
  places: null,
  protects: { kind: 'those', who: ARRESTED_IN_THE_CHICAGO_AREA, class: 'castanon-nava-v-dhs' },
  clauses: [
    clause({
      id: 'warrantless-arrest',
      text:
        'Nobody is arrested without a warrant unless there is probable cause that the person is removable and likely to escape before a warrant can be had. ' +
        'What the officers had is what they wrote down (facts-in-i-213).',
      check: null,
    }),
    clause({
      id: 'facts-in-i-213',
      text: 'The facts that justified a warrantless arrest are documented in the Form I-213. The text that was seen names no number of days.',
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'warrantless-arrest' }, offset: null,
        satisfiedBy: ['arrest-facts-documented'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
    clause({
      id: 'monthly-list',
      text: 'Class counsel is given names, A-numbers and arrest papers monthly, so that each arrest is in the hands of class counsel within a month.',
      warningDays: 7,
      weight: 2,
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'warrantless-arrest' }, offset: { n: 1, unit: 'month' },
        satisfiedBy: ['list-produced'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
    clause({ id: 'blank-warrant', text: 'No blank Form I-200 is carried along and filled in at the scene.', check: null }),
    clause({ id: 'vehicle-stop', text: 'No vehicle is stopped without reasonable suspicion.', check: null }),
    clause({ id: 'release', text: 'Whoever was arrested in violation of the decree is released without bond and without conditions.', status: RELEASE, check: null }),
    clause({ id: 'training', text: 'Officers who violate the decree are trained again.', check: null }),
  ],
};
