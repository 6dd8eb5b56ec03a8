import type { Authority, StatusEntry } from './authority.js';

const SINCE_2000: readonly StatusEntry[] = [
  { from: '2000-12-21', state: 'in_force', cause: 'effective; amended 2001-11-14 (66 FR 56967)', source: '65 FR 80281', grade: 'V1' },
];

/** Post-order custody review. Paragraphs (c) to (l) were not seen in the text: what rests on memory alone is unverified. */
export const custodyReview: Authority = {
  id: '8-cfr-241.4',
  kind: 'regulation',
  caption: 'Continued detention of inadmissible, criminal, and other persons beyond the removal period',
  citation: '8 C.F.R. § 241.4',
  court: null,
  docket: null,
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'review-90-day',
      text:
        'The field office reviews custody before day 90 of the removal period, if removal is not achievable. The 90-day review was seen in its sources; ' +
        'that it comes before day 90 and not on it is from memory.',
      citation: '8 C.F.R. § 241.4(k)(1)(i); ICE memorandum of 2007-11-14',
      grade: 'V2/M',
      unverified: false,
      status: SINCE_2000,
      weight: 2,
      warningDays: 30,
      check: {
        kind: 'deadline', trigger: { kind: 'removal-period' }, offset: { n: 90, unit: 'day' },
        satisfiedBy: ['custody-review-decision'], requires: 'any', countsFrom: 0, due: 'before', release: 'ends',
      },
      checkedOn: '2026-11-24',
    },
    {
      id: 'notice-30-day',
      text: 'Written notice of the records review reaches the detainee about 30 days in advance, so that documents can be submitted.',
      citation: '8 C.F.R. § 241.4(h)(2)',
      grade: 'M',
      unverified: true,
      status: SINCE_2000,
      weight: 2,
      warningDays: 14,
      check: {
        kind: 'deadline', trigger: { kind: 'removal-period' }, offset: { n: 60, unit: 'day' },
        satisfiedBy: ['custody-review-notice'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
      checkedOn: '2026-11-24',
    },
    {
      id: 'review-180-day',
      text:
        'Three months after the removal period authority passes to headquarters, which reviews custody at about day 180. A 180-day review missed by ' +
        'three months was held a violation of due process: Bonitto v. BICE, 547 F. Supp. 2d 747 (S.D. Tex. 2008).',
      citation: '8 C.F.R. § 241.4(k)(1)(ii), (k)(2)',
      grade: 'V1/V2',
      unverified: false,
      status: SINCE_2000,
      weight: 2,
      warningDays: 30,
      check: {
        kind: 'deadline', trigger: { kind: 'removal-period' }, offset: { n: 180, unit: 'day' },
        satisfiedBy: ['custody-review-decision'], requires: 'any', countsFrom: 91, due: 'before', release: 'ends',
      },
      checkedOn: '2026-11-24',
    },
    {
      id: 'review-annual',
      text: 'After headquarters has denied release, the next review follows about one year later.',
      citation: '8 C.F.R. § 241.4(k)(2)(ii)',
      grade: 'M',
      unverified: true,
      status: SINCE_2000,
      weight: 2,
      warningDays: 30,
      check: {
        kind: 'deadline', trigger: { kind: 'review-after-day-90' }, offset: { n: 12, unit: 'month' },
        satisfiedBy: ['custody-review-decision'], requires: 'any', countsFrom: 1, due: 'by', release: 'ends',
      },
      checkedOn: '2026-11-24',
    },
    {
      id: 'revocation-interview',
      text: 'A person returned to custody from an order of supervision has a prompt informal interview, to respond to the reasons for the revocation.',
      citation: '8 C.F.R. § 241.4(l)(1)',
      grade: 'V3',
      unverified: false,
      status: SINCE_2000,
      weight: 2,
      warningDays: 0,
      check: {
        kind: 'deadline', trigger: { kind: 'redetention' }, offset: null,
        satisfiedBy: ['redetention-interview'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
      checkedOn: '2026-11-24',
    },
  ],
};
