import type { Authority, Clause, StatusEntry } from '../authority.js';

const ORDERED_ON = '2018-11-20';

/** The mandate of 946 F.3d 875 was not seen: 45 days, past a holiday to 2020-02-18, and seven more (FRAP 41(b)). */
const STATUS: readonly StatusEntry[] = [
  { from: ORDERED_ON, state: 'in_force', cause: 'renewed preliminary injunction entered', source: 'ECF 490, 349 F. Supp. 3d 665', grade: 'V1' },
  {
    from: '2020-01-03', state: 'announced', grade: 'V1',
    cause: 'vacated on appeal, 946 F.3d 875 (6th Cir. 2020); operative until the mandate issues', source: '946 F.3d 875',
  },
  { from: '2020-02-25', state: 'vacated', cause: 'mandate, computed', source: 'FRAP 41(b)', grade: 'INF' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'citation' | 'grade' | 'check' | 'warningDays'>): Clause => ({
  ...parts, unverified: false, weight: 1, status: STATUS, checkedOn: '2026-11-24',
});

/** Release under supervision of class members detained six months; in this case 180 days, stints added together. */
export const releaseInjunction: Authority = {
  id: 'hamama-release-injunction',
  kind: 'injunction',
  caption: 'Hamama v. Adducci: release',
  citation: '349 F. Supp. 3d 665 (E.D. Mich. 2018), vacated, 946 F.3d 875 (6th Cir. 2020)',
  court: 'E.D. Mich.',
  docket: '2:17-cv-11910, ECF 490',
  judge: 'Goldsmith, J.',
  binds: ['dhs', 'ice'],
  where: 'nationwide, this class only',
  places: null,
  protects: {
    kind: 'class', class: 'hamama-primary', citizenship: 'IRQ', since: ORDERED_ON,
    reaching: { count: 'custody.total', n: 180, unit: 'day' },
  },
  clauses: [
    clause({
      id: 'ham-z1',
      text:
        'A member detained six months or more on 2018-11-20 is released under an order of supervision within 30 days, by 2018-12-20, unless the ' +
        'government shows a strong special justification or removes in that time.',
      citation: '349 F. Supp. 3d 665 (E.D. Mich. 2018)',
      grade: 'V2/V1',
      warningDays: 30,
      check: {
        kind: 'deadline', trigger: { kind: 'order', on: ORDERED_ON }, offset: { n: 30, unit: 'day' },
        satisfiedBy: [], requires: 'any', countsFrom: 0, due: 'by', release: 'satisfies',
      },
    }),
    clause({
      id: 'ham-z2',
      text: 'A member who reaches 180 days later is released not later than that point.',
      citation: 'ECF 555 (E.D. Mich. 2019)',
      grade: 'V2',
      warningDays: 0,
      check: {
        kind: 'deadline', trigger: { kind: 'line-reached-after', on: ORDERED_ON }, offset: { n: 0, unit: 'day' },
        satisfiedBy: [], requires: 'any', countsFrom: 0, due: 'before', release: 'satisfies',
      },
    }),
    clause({
      id: 'ham-z3',
      text: 'Stints of immigration custody are added together; criminal custody between them is not counted and does not reset the count.',
      citation: 'ECF 555 (E.D. Mich. 2019)',
      grade: 'V1/V2',
      warningDays: 0,
      check: null,
    }),
    clause({
      id: 'ham-z4',
      text: 'Re-detention after release needs leave of the court and a justification; a new petty crime whose sentence was served did not suffice.',
      citation: 'ECF 538 (E.D. Mich. 2019)',
      grade: 'V1',
      warningDays: 0,
      check: null,
    }),
  ],
};
