import type { Authority } from './authority.js';

export const removalPeriodStatute: Authority = {
  id: '8-usc-1231',
  kind: 'statute',
  caption: 'Detention and removal of persons ordered removed',
  citation: '8 U.S.C. § 1231',
  court: null,
  docket: null,
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'removal-period',
      text: 'Removal is to take place within ninety days, extended by failures to cooperate. After that a person is supervised, or held only under paragraph (a)(6).',
      citation: '8 U.S.C. § 1231(a)(1)(A), (a)(3)',
      grade: 'V1',
      unverified: false,
      status: [{ from: '1997-04-01', state: 'in_force', cause: 'IIRIRA took effect', source: '8 U.S.C. § 1231', grade: 'V1' }],
      weight: 3,
      warningDays: 30,
      check: { kind: 'time-limit', line: { count: 'removal-period', n: 90, unit: 'day' }, readings: [], satisfiedBy: [] },
      checkedOn: '2026-11-24',
    },
  ],
};
