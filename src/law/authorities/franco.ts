import type { Authority, Clause, StatusEntry } from './authority.js';

const STATUS: readonly StatusEntry[] = [
  { from: '2013-04-23', state: 'in_force', cause: 'permanent injunction entered', source: 'casetext.com, franco-gonzalez-v-holder', grade: 'V1' },
  { from: '2014-10-29', state: 'in_force', cause: 'order further implementing it (ECF 785)', source: 'casetext.com, franco-gonzalez-v-holder-1', grade: 'V1' },
  { from: '2015-03-02', state: 'in_force', cause: 'a special monitor watches it for 25 months', source: 'acluaz.org/en/cases/franco-gonzalez-v-holder', grade: 'V2' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check'> & Partial<Clause>): Clause => ({
  citation: 'permanent injunction of 2013-04-23 (C.D. Cal. CV 10-02211)', grade: 'V1/V2', unverified: false, status: STATUS, weight: 1, warningDays: 0, checkedOn: '2026-11-24',
  ...parts,
});

/**
 * Detained without a representative and with a serious mental disorder, in three States. Who has one is on file when
 * somebody found it, or by a membership; whether everybody else has one is not asked each morning.
 */
export const franco: Authority = {
  id: 'franco-gonzalez-v-holder',
  kind: 'injunction',
  caption: 'Franco-Gonzalez v. Holder',
  citation: 'C.D. Cal. CV 10-02211, permanent injunction of 2013-04-23; order of 2014-10-29 (ECF 785)',
  court: 'C.D. Cal.',
  docket: 'CV 10-02211',
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'California, Arizona, Washington',
  places: { states: ['CA', 'AZ', 'WA'] },
  protects: { kind: 'those', who: { known: { event: ['serious-mental-disorder-found'], from: null, to: null } }, class: 'franco-gonzalez-v-holder' },
  clauses: [
    clause({
      id: 'bond-hearing-180-days',
      text:
        'After 180 days, the period that is presumptively reasonable, a member has a bond hearing at which the government bears the burden by clear and convincing evidence. ' +
        'The order says 180 days, not six months.',
      warningDays: 30,
      check: {
        kind: 'time-limit', line: { count: 'custody.current-stay', n: 180, unit: 'day' }, readings: [],
        satisfiedBy: ['bond-hearing-held'],
      },
    }),
    clause({
      id: 'qualified-representative',
      text: 'There are no proceedings against a member who has no qualified representative.',
      check: { kind: 'required-before', events: ['hearing'], contacts: null, required: 'qualified-representative-appointed', n: 0, unit: 'day', stands: true, onlyAfter: null },
    }),
    clause({ id: 'screening', text: 'Detainees are screened for serious mental disorders.', check: null }),
  ],
};
