import type { Authority, Clause, StatusEntry } from '../authority.js';
import { vacatedByTheFirstAppeal } from './sixth-circuit.js';

const ORDERED_ON = '2017-07-24';

const STATUS: readonly StatusEntry[] = [
  { from: ORDERED_ON, state: 'in_force', cause: 'preliminary injunction entered', source: '261 F. Supp. 3d 820', grade: 'V1/V2' },
  ...vacatedByTheFirstAppeal,
];

/** The stay that stood until then. Whether somebody was under the Detroit field office in its first days is not asked of the file. */
const BEFORE_THE_INJUNCTION: readonly StatusEntry[] = [
  {
    from: '2017-06-22', state: 'unknown', grade: 'V2', source: '2017 WL 2684477; michiganpublic.org, 2017-06-27',
    cause: 'stay of 14 days entered, for the Detroit field office only: whether the person came under it is for a lawyer to say',
  },
  {
    from: '2017-06-26', state: 'in_force', grade: 'V2', source: 'michiganpublic.org, 2017-06-27; reuters.com',
    cause: 'widened to all Iraqi nationals in the United States with final orders, then to run to 2017-07-10',
  },
  { from: '2017-07-06', state: 'in_force', cause: 'extended to 2017-07-24', source: 'jurist.org, July 2017; reuters.com', grade: 'V2' },
  { from: ORDERED_ON, state: 'superseded', cause: 'preliminary injunction entered', source: '261 F. Supp. 3d 820', grade: 'V1/V2' },
];

const clause = (parts: Omit<Clause, 'status' | 'checkedOn' | 'unverified' | 'weight'> & { unverified?: boolean; status?: readonly StatusEntry[] }): Clause => ({
  unverified: false, status: STATUS, ...parts, weight: 1, checkedOn: '2026-11-24',
});

/** Nobody of the class is removed until that person's own stay has ended; files are produced, and ninety days run from them. */
export const removalStay: Authority = {
  id: 'hamama-removal-stay',
  kind: 'injunction',
  caption: 'Hamama v. Adducci: stay of removal',
  citation: '261 F. Supp. 3d 820 (E.D. Mich. 2017), vacated, 912 F.3d 869 (6th Cir. 2018)',
  court: 'E.D. Mich.',
  docket: '2:17-cv-11910',
  judge: 'Goldsmith, J.',
  binds: ['dhs', 'ice'],
  where: 'nationwide, this class only',
  places: null,
  protects: { kind: 'class', class: 'hamama-removal-2017', citizenship: 'IRQ', reaching: null, since: ORDERED_ON },
  clauses: [
    clause({
      id: 'ham-r0',
      text: 'Nobody of the class is removed while the court considers whether it has jurisdiction: the stay that came before the injunction.',
      citation: '2017 WL 2684477 (E.D. Mich. 2017)',
      grade: 'V2',
      status: BEFORE_THE_INJUNCTION,
      warningDays: 0,
      check: { kind: 'forbidden-act', endedBy: ['removed'], unless: null },
    }),
    clause({
      id: 'ham-r1',
      text:
        "No class member is removed until that member's own stay has ended. Of the ends (ham-r3) only the first is judged, no motion within 90 days of the files: " +
        'whether another had come is for a lawyer to say.',
      citation: '261 F. Supp. 3d 820 (E.D. Mich. 2017)',
      grade: 'V2',
      warningDays: 0,
      check: { kind: 'forbidden-act', endedBy: ['removed'], unless: { nothing: 'motion-to-reopen-filed', within: 90, after: 'files-produced' } },
    }),
    clause({
      id: 'ham-r2',
      text: "A member files a motion to reopen within 90 days of the production of the member's own A-file and record of proceedings; then the stay goes on.",
      citation: '261 F. Supp. 3d 820 (E.D. Mich. 2017)',
      grade: 'V2',
      warningDays: 30,
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'files-produced' }, offset: { n: 90, unit: 'day' },
        satisfiedBy: [], satisfiedByOrder: ['motion-to-reopen-filed'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
    clause({
      id: 'ham-r3',
      text: "A member's own stay ends if no motion is filed within 90 days of the files, no timely appeal or petition for review follows, or the court of appeals denies a stay.",
      citation: '261 F. Supp. 3d 820 (E.D. Mich. 2017)',
      grade: 'V2',
      warningDays: 0,
      check: null,
    }),
    clause({
      id: 'ham-r4',
      text: 'The government produces A-file and record of proceedings by 2017-11-06 for members who had moved to reopen, by 2017-11-27 for the others.',
      citation: '261 F. Supp. 3d 820 (E.D. Mich. 2017)',
      grade: 'V2',
      warningDays: 30,
      check: {
        kind: 'fixed-date', on: '2017-11-27', earlier: { on: '2017-11-06', orderEvent: 'motion-to-reopen-filed' },
        reachedBy: null, satisfiedBy: ['files-produced'], release: 'ends',
      },
    }),
    clause({
      id: 'ham-r5',
      text: 'Lists of detained members go to class counsel at a regular interval, every two weeks.',
      citation: 'Hamama v. Adducci (E.D. Mich.), order not seen',
      grade: 'M',
      unverified: true,
      warningDays: 3,
      check: { kind: 'recurring', from: ORDERED_ON, every: 14, satisfiedBy: ['list-produced'] },
    }),
    clause({
      id: 'ham-r6',
      text: 'A member who wishes to go is referred to class counsel; a stipulated order lifts the stay for that person only. A bare signature is not enough.',
      citation: 'Hamama v. Adducci (E.D. Mich.), order not seen',
      grade: 'M',
      unverified: true,
      warningDays: 0,
      check: null,
    }),
  ],
};
