import type { Authority, Clause, StatusEntry } from '../authority.js';
import { vacatedByTheFirstAppeal } from './sixth-circuit.js';

const ORDERED_ON = '2018-01-02';
const HEARING_BY = '2018-02-02';

const STATUS: readonly StatusEntry[] = [
  { from: ORDERED_ON, state: 'in_force', cause: 'preliminary injunction entered', source: 'ECF 191, 285 F. Supp. 3d 997', grade: 'V1' },
  { from: '2018-03-13', state: 'in_force', cause: 'order on further proceedings, to carry it out (ECF 254)', source: 'ECF 273, which cites it', grade: 'V1' },
  ...vacatedByTheFirstAppeal,
];

/** The order on stays came after ECF 254 and before ECF 307, a motion of 2018-06-13. */
const ON_STAYS: readonly StatusEntry[] = [
  { from: '2018-03-14', state: 'unknown', cause: 'order on stays of bond grants entered on a day of spring 2018 that was not seen', source: 'ECF 273', grade: 'V1' },
  { from: '2018-06-13', state: 'in_force', cause: 'entered by this day, as the numbers on the docket say', source: 'ECF 273; ECF 307', grade: 'V1/INF' },
  ...vacatedByTheFirstAppeal,
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'citation' | 'grade' | 'check'> & { status?: readonly StatusEntry[] }): Clause => ({
  status: STATUS, ...parts, unverified: false, weight: 1, warningDays: 30, checkedOn: '2026-11-24',
});

/** Individual bond hearings for class members held six months or more, under 8 U.S.C. § 1231 and § 1226(c) alike. */
export const bondInjunction: Authority = {
  id: 'hamama-bond-injunction',
  kind: 'injunction',
  caption: 'Hamama v. Adducci: bond hearings',
  citation: '285 F. Supp. 3d 997 (E.D. Mich. 2018), vacated, 912 F.3d 869 (6th Cir. 2018)',
  court: 'E.D. Mich.',
  docket: '2:17-cv-11910, ECF 191',
  judge: 'Goldsmith, J.',
  binds: ['dhs', 'ice'],
  where: 'nationwide, this class only',
  places: null,
  protects: {
    kind: 'class', class: 'hamama-primary', citizenship: 'IRQ', since: ORDERED_ON,
    reaching: { count: 'custody.current-stay', n: 6, unit: 'month' },
  },
  clauses: [
    clause({
      id: 'ham-b1',
      text:
        'An immigration judge holds an individual bond hearing by 2018-02-02 for each member already held six months, unless the government objects ' +
        'with evidence in the district court or the detainee acted in bad faith.',
      citation: '285 F. Supp. 3d 997 (E.D. Mich. 2018)',
      grade: 'V2',
      check: { kind: 'fixed-date', on: HEARING_BY, reachedBy: ORDERED_ON, satisfiedBy: ['bond-hearing-held'], release: 'satisfies' },
    }),
    clause({
      id: 'ham-b2',
      text: 'A member who had no hearing by 2018-02-02, and against whom no objection is pending, is released.',
      citation: '285 F. Supp. 3d 997 (E.D. Mich. 2018)',
      grade: 'V2',
      check: { kind: 'fixed-date', on: HEARING_BY, reachedBy: ORDERED_ON, satisfiedBy: ['bond-hearing-held'], release: 'satisfies' },
    }),
    clause({
      id: 'ham-b3',
      text: 'The same rights for a member who reaches six months later. The number of days for these hearings was found in no source.',
      citation: '285 F. Supp. 3d 997 (E.D. Mich. 2018)',
      grade: 'V2',
      check: {
        kind: 'deadline', trigger: { kind: 'line-reached-after', on: ORDERED_ON }, offset: { n: null, unit: 'day' },
        satisfiedBy: ['bond-hearing-held'], requires: 'any', countsFrom: 0, due: 'by', release: 'satisfies',
      },
    }),
    clause({
      id: 'ham-b4',
      text: 'The judge keeps a member detained only on clear and convincing evidence, by the government, of flight risk or danger.',
      citation: '285 F. Supp. 3d 997 (E.D. Mich. 2018)',
      grade: 'V2',
      check: null,
    }),
    clause({
      id: 'ham-b5',
      text: 'Stays of bond grants under 8 C.F.R. §§ 1003.6(c) and 1003.19(i) violate due process as applied; notice and a chance to respond come first.',
      citation: 'ECF 273 (E.D. Mich. 2018)',
      grade: 'V1/V2',
      status: ON_STAYS,
      check: null,
    }),
  ],
};
