import type { Authority, Clause, StatusEntry } from '../authority.js';

const REVISED: readonly StatusEntry[] = [
  { from: '2011-12-31', state: 'in_force', cause: 'issued by this day, in 2011; its own day was not seen', source: 'pdf4pro.com; American Bar Association', grade: 'V2' },
  { from: '2016-12-31', state: 'in_force', cause: 'revised by this day, in 2016', source: 'pdf4pro.com; American Bar Association', grade: 'V2' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'citation' | 'grade' | 'check'> & { status?: readonly StatusEntry[] }): Clause => ({
  status: REVISED, ...parts, unverified: parts.grade === 'M', weight: 2, warningDays: 0, checkedOn: '2026-11-24',
});

const STANDARD = {
  kind: 'standard', court: null, docket: null, judge: null, binds: ['ice', 'jail'],
  where: 'facilities whose contract names it; the standard of a facility on a day is a fact (stints[].standard)', places: { standards: ['pbnds-2011'] },
} as const;

/** Which standard binds is contract data: where it is not known, what these clauses could judge is `unknown`. */
export const pbnds2011: Authority = {
  ...STANDARD,
  id: 'pbnds-2011',
  caption: 'Performance-Based National Detention Standards 2011, revised 2016',
  citation: 'PBNDS 2011 (rev. 2016)',
  protects: { kind: 'everyone' },
  clauses: [
    clause({
      id: 'legal-visit-confidential',
      text: 'Legal visits are confidential: nobody listens.',
      citation: 'PBNDS 2011, standard 5.7',
      grade: 'V1',
      check: { kind: 'forbidden-act', endedBy: [], events: ['legal-visit-monitored'], unless: null },
    }),
    clause({
      id: 'legal-visit-hours',
      text: 'Legal visits are possible on seven days a week, at least eight hours on business days and at least four on weekends and holidays.',
      citation: 'PBNDS 2011, standard 5.7; from memory',
      grade: 'M',
      check: null,
    }),
    clause({
      id: 'family-visit-hours',
      text: 'Family visits are possible on Saturdays, Sundays and holidays, for at least an hour.',
      citation: 'PBNDS 2011, standard 5.7',
      grade: 'V2',
      check: null,
    }),
    clause({
      id: 'legal-call-24-hours',
      text: 'A legal call is made possible within 24 hours of the request, ordinarily within eight waking hours.',
      citation: 'PBNDS 2011, on telephone access; from memory',
      grade: 'M',
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'legal-call-requested' }, offset: { n: 24, unit: 'hour' },
        satisfiedBy: ['legal-call-made'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
    clause({
      id: 'over-72-hours',
      text: 'The standards apply in full to facilities that hold people for more than 72 hours.',
      citation: 'American Bar Association, on the detention standards',
      grade: 'V2',
      check: null,
    }),
  ],
};

/** The standard on transfers, for whoever has an attorney of record on file: nobody else's attorney can be told. */
export const pbnds2011Transfers: Authority = {
  ...STANDARD,
  id: 'pbnds-2011-transfers',
  caption: 'Performance-Based National Detention Standards 2011, revised 2016: detainee transfers',
  citation: 'PBNDS 2011 (rev. 2016), on detainee transfers',
  protects: { kind: 'those', who: { event: ['counsel-of-record-entered'], from: null, to: null, until: ['counsel-of-record-ended'] }, class: null },
  clauses: [
    clause({
      id: 'counsel-told-within-24-hours',
      text:
        'The attorney of record is told of a transfer as soon as practicable and no later than 24 hours after it, and not before it: word that came before ' +
        'the person had left does not count as this notice. Judged by the standard of the place in which the person is after the transfer.',
      citation: 'PBNDS 2011, on detainee transfers',
      grade: 'V2',
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'transferred' }, offset: { n: 24, unit: 'hour' },
        satisfiedBy: ['counsel-told-of-transfer'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
    clause({
      id: 'counsel-told-en-route',
      text: 'Under the standard of 2004 counsel is not told until the person is on the way.',
      citation: 'detainee transfer standard of 2004',
      grade: 'V1',
      status: [{ from: null, state: 'unknown', cause: 'a standard of 2004; whether it binds anybody beside that of 2011 was not seen', source: 'scribd.com 22092326', grade: 'V1' }],
      check: null,
    }),
    clause({
      id: 'detainee-transfer-notice',
      text: 'The person who is transferred is given a notice of the transfer.',
      citation: 'PBNDS 2011, on detainee transfers; from memory',
      grade: 'M',
      check: null,
    }),
  ],
};
