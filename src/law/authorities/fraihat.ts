import type { Authority, Clause, StatusEntry } from './authority.js';

/** Reversed, and with it all orders that rested on it. The mandate was not seen: computed, as where no rehearing is sought. */
const STATUS: readonly StatusEntry[] = [
  { from: '2020-04-20', state: 'in_force', cause: 'preliminary injunction of April 2020; the day is from memory', source: '16 F.4th 613 (9th Cir. 2021)', grade: 'V1/M' },
  { from: '2021-10-20', state: 'announced', cause: 'reversed on appeal; operative until the mandate issues', source: '16 F.4th 613 (9th Cir. 2021)', grade: 'V1' },
  { from: '2021-12-13', state: 'vacated', cause: 'mandate, computed: 45 days for a petition for rehearing, rolled off a Saturday, and seven', source: 'FRAP 41(b)', grade: 'INF' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check' | 'grade' | 'unverified'>): Clause => ({
  ...parts, citation: 'preliminary injunction of April 2020, Fraihat v. ICE, 19-cv-1546 (C.D. Cal.)', status: STATUS, weight: 1, warningDays: 0, checkedOn: '2026-11-24',
});

/** Detainees at medical risk in the pandemic. Without force today; what it raised while in force is kept. */
export const fraihat: Authority = {
  id: 'fraihat-v-ice',
  kind: 'injunction',
  caption: 'Fraihat v. ICE',
  citation: 'C.D. Cal. 19-cv-1546, reversed, 16 F.4th 613 (9th Cir. 2021)',
  court: 'C.D. Cal.',
  docket: '19-cv-1546',
  judge: null,
  binds: ['ice'],
  where: 'nationwide, two subclasses',
  places: null,
  protects: { kind: 'those', who: { known: { event: ['medical-risk-factor-found'], from: null, to: null } }, class: 'fraihat-v-ice' },
  clauses: [
    clause({ id: 'identify-and-track', grade: 'V1', unverified: false, text: 'ICE identifies and tracks detainees who have risk factors, and decides anew whether to keep them.', check: null }),
    clause({
      id: 'custody-decision-five-days', grade: 'M', unverified: true,
      text: 'Custody of a detainee who has a risk factor is decided within five days of arrival. The number is from memory.',
      check: {
        kind: 'time-limit', line: { count: 'custody.current-stay', n: 5, unit: 'day' }, readings: [], satisfiedBy: ['custody-review-decision'],
      },
    }),
    clause({ id: 'identify-ten-days', grade: 'M', unverified: true, text: 'Those held on the day of the order are identified within ten days. The number is from memory.', check: null }),
  ],
};
