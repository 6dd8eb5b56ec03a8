import type { Predicate } from '../predicates/predicate.js';
import type { Authority, Clause, StatusEntry } from './authority.js';

const A_MINOR: Predicate = { youngerThan: 18 };

/** What only a child's file has. */
const SIGN_OF_A_CHILD: Predicate = {
  any: [
    { heldBy: ['orr'] },
    { event: ['unaccompanied-child-determined', 'licensed-program-placement', 'held-with-unrelated-adults'], from: null, to: null },
  ],
};

/**
 * Minors, accompanied or not. A birth date that is on file decides. Where it is not, the question is asked only of
 * somebody whose file has a sign of a child: else every adult whose birth date nobody wrote down would have a row of
 * this settlement every morning, and the rows of the children would be lost among them.
 */
const MINORS: Predicate = { any: [{ known: A_MINOR }, { all: [A_MINOR, { known: SIGN_OF_A_CHILD }] }] };

const SINCE_1997: StatusEntry = { from: '1997-01-28', state: 'in_force', cause: 'settlement approved', source: 'everycrsreport.com IF11799', grade: 'V2' };

/** Customs and Border Protection and ICE are bound to this day. */
const FOR_DHS: readonly StatusEntry[] = [
  SINCE_1997,
  { from: '2025-08-15', state: 'in_force', cause: 'motion to terminate denied; appeal 9th Cir. 25-6308 pending', source: 'foxla.com; americanlawreporter.com', grade: 'V2' },
];

const FOR_HHS: readonly StatusEntry[] = [
  SINCE_1997,
  { from: '2024-07-01', state: 'superseded', cause: 'terminated for HHS, whose rule of 2024 largely replaces it; CBP and ICE are not touched', source: 'CNN at webjosh.com', grade: 'V2' },
];

const FAMILIES: readonly StatusEntry[] = [
  { from: '2015-08-21', state: 'in_force', cause: 'order on family facilities entered', source: 'order text at conservativedailynews.com; paperzz.com 8663659', grade: 'V2' },
  { from: '2015-10-23', state: 'in_force', cause: 'its remedies were due', source: 'paperzz.com 8663659', grade: 'V2' },
  { from: '2025-08-15', state: 'in_force', cause: 'motion to terminate denied; appeal 9th Cir. 25-6308 pending', source: 'foxla.com; americanlawreporter.com', grade: 'V2' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check'> & Partial<Clause>): Clause => ({
  citation: 'Flores settlement (C.D. Cal. 2:85-cv-04544, 1997)', grade: 'V2', unverified: false, status: FOR_DHS, weight: 1, warningDays: 0, checkedOn: '2026-11-24',
  ...parts,
});

export const flores: Authority = {
  id: 'flores-settlement',
  kind: 'settlement',
  caption: 'Flores settlement',
  citation: 'C.D. Cal. 2:85-cv-04544 (1997)',
  court: 'C.D. Cal.',
  docket: '2:85-cv-04544',
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'those', who: MINORS, class: 'flores-settlement' },
  clauses: [
    clause({
      id: 'licensed-program',
      text:
        'A minor is moved to a licensed program within five days of arrest, and within three where it has a bed in the district: hence the warning from the third day on. ' +
        'In an emergency or influx it may take longer, but is done as expeditiously as possible. Counted from the first day of the stay.',
      citation: 'Flores settlement, para. 12',
      warningDays: 2,
      check: {
        kind: 'time-limit', line: { count: 'custody.current-stay', n: 5, unit: 'day' }, readings: [],
        satisfiedBy: ['licensed-program-placement'],
      },
    }),
    clause({
      id: 'unrelated-adults',
      text: 'A minor is not housed with unrelated adults for more than 24 hours.',
      check: {
        kind: 'time-limit', begins: 'held-with-unrelated-adults', ends: 'separated-from-unrelated-adults', endsWithCustodyOf: ['orr'],
        hours: [{ from: null, n: 24 }],
      },
    }),
    clause({
      id: 'twenty-days',
      text:
        'Families with a positive finding of credible or reasonable fear are released from family facilities within an average of twenty days of their arrival in ICE custody, ' +
        'some time not counted (before fear is voiced, a review that turns a negative finding, delay that family or counsel ask for). An average over families is no limit for one: nothing is computed from it.',
      citation: 'order of 2015-08-21 (C.D. Cal.)',
      status: FAMILIES,
      check: null,
    }),
    clause({ id: 'release', text: 'A minor is released to a parent, guardian or another on the list of the settlement, in its order of preference.', check: null }),
    clause({ id: 'notice-of-rights', text: 'A minor is given notice of his or her rights.', check: null }),
    clause({ id: 'bond-hearing', text: 'A minor has a bond hearing.', check: null }),
    clause({ id: 'hhs-custody', text: 'The duties of the settlement in the custody of the Department of Health and Human Services.', status: FOR_HHS, check: null }),
  ],
};
