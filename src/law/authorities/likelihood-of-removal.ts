import type { Authority, StatusEntry } from './authority.js';

const SINCE_2001: readonly StatusEntry[] = [
  { from: '2001-11-14', state: 'in_force', cause: 'interim rule effective', source: '66 FR 56967', grade: 'V1' },
];

/** Determination whether there is a significant likelihood of removal in the reasonably foreseeable future (SLRRF). */
export const likelihoodOfRemoval: Authority = {
  id: '8-cfr-241.13',
  kind: 'regulation',
  caption: 'Determination of whether there is a significant likelihood of removal in the reasonably foreseeable future',
  citation: '8 C.F.R. § 241.13',
  court: null,
  docket: null,
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'determination-six-months',
      text:
        'Headquarters need not release before six months from the beginning of the removal period, as extended by failures to cooperate; then its determination is due. ' +
        'The six months were seen in a source; that they are extended with the removal period is from memory.',
      citation: '8 C.F.R. § 241.13(b)(2)(ii)',
      grade: 'V2/M',
      unverified: false,
      status: SINCE_2001,
      weight: 2,
      warningDays: 30,
      check: { kind: 'time-limit', line: { count: 'removal-period', n: 6, unit: 'month' }, readings: [], satisfiedBy: ['slrrf-decision'] },
      checkedOn: '2026-11-24',
    },
    {
      id: 'acknowledgement',
      text: 'Headquarters acknowledges a written request within ten business days.',
      citation: '8 C.F.R. § 241.13(e)(1)',
      grade: 'M',
      unverified: true,
      status: SINCE_2001,
      weight: 2,
      warningDays: 3,
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'slrrf-request' }, offset: { n: 10, unit: 'business-day' },
        satisfiedBy: ['slrrf-acknowledged'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
      checkedOn: '2026-11-24',
    },
    {
      id: 'redetention',
      text: 'A person held again after release is told the reasons and has a prompt informal interview, with a chance to submit evidence.',
      citation: '8 C.F.R. § 241.13(i)(3)',
      grade: 'V2',
      unverified: false,
      status: SINCE_2001,
      weight: 2,
      warningDays: 0,
      check: {
        kind: 'deadline', trigger: { kind: 'redetention' }, offset: null,
        satisfiedBy: ['redetention-notice', 'redetention-interview'], requires: 'all', countsFrom: 0, due: 'by', release: 'ends',
      },
      checkedOn: '2026-11-24',
    },
  ],
};
