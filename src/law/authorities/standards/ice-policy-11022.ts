import type { Authority, Clause, StatusEntry } from '../authority.js';

const SINCE_2012: readonly StatusEntry[] = [
  { from: '2012-01-04', state: 'in_force', cause: 'issued', source: 'text of 2012-01-04 (vdocuments.mx)', grade: 'V1' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'citation' | 'grade' | 'check'>): Clause => ({
  ...parts, unverified: parts.grade === 'M', status: SINCE_2012, weight: 2, warningDays: 0, checkedOn: '2026-11-24',
});

/**
 * Transfers from one area of responsibility to another. It does not cover transfers within an area, nor those from hold
 * rooms or facilities that hold for less than 72 hours.
 */
export const transferPolicy: Authority = {
  id: 'ice-policy-11022.1',
  kind: 'policy',
  caption: 'ICE Policy 11022.1: detainee transfers',
  citation: 'ICE Policy 11022.1 (2012)',
  court: null,
  docket: null,
  judge: null,
  binds: ['ice'],
  where: 'nationwide, transfers between areas of responsibility',
  places: null,
  protects: { kind: 'those', who: { event: ['counsel-of-record-entered'], from: null, to: null, until: ['counsel-of-record-ended'] }, class: null },
  clauses: [
    clause({
      id: 'kept-in-the-area',
      text:
        'Nobody is transferred out of the area whose immediate family is in it, whose counsel of record (G-28 on file) is in it, whose removal case is pending in it, ' +
        'or to whom bond has been granted or a bond hearing set, unless the field office director deems it necessary.',
      citation: 'ICE Policy 11022.1, text of 2012-01-04',
      grade: 'V1',
      check: null,
    }),
    clause({
      id: 'approved-transfer',
      text:
        'Where such a person is transferred all the same, an assistant field office director approves it and the reasons are in the file. Judged of whoever has counsel ' +
        'of record on file; whether counsel, family or the case is in the area is for a lawyer to say.',
      citation: 'ICE Policy 11022.1, text of 2012-01-04',
      grade: 'V1',
      check: { kind: 'required-before', events: ['transferred-to-another-area'], contacts: null, required: 'transfer-approved', n: 0, unit: 'day', onlyAfter: null },
    }),
    clause({
      id: 'counsel-notified',
      text: 'Counsel of record is notified of the transfer. The period was not seen (counsel-notified-within-24-hours): what is asked for is owed until it is on file.',
      citation: 'ICE Policy 11022.1, 5.3',
      grade: 'V1',
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'transferred-to-another-area' }, offset: null,
        satisfiedBy: ['counsel-told-of-transfer'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
    clause({
      id: 'counsel-notified-within-24-hours',
      text: 'Counsel of record is notified within 24 hours after the transfer, and not before it.',
      citation: 'ICE Policy 11022.1, 5.3; the number from memory',
      grade: 'M',
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'transferred-to-another-area' }, offset: { n: 24, unit: 'hour' },
        satisfiedBy: ['counsel-told-of-transfer'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
  ],
};
