import type { Authority, Clause, StatusEntry } from '../authority.js';

const STATUS: readonly StatusEntry[] = [
  { from: '2024-07-31', state: 'unknown', cause: 'finally approved at the fairness hearing; the signed order of August 2024 was not seen', source: 'aclumich.org, 2024-07-31', grade: 'V2' },
  { from: '2024-09-01', state: 'in_force', cause: 'signed in August 2024, day not seen', source: 'aclumich.org case page, read 2025-12-01', grade: 'V2/INF' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check' | 'grade'>): Clause => ({
  ...parts, citation: 'settlement of 2024 (E.D. Mich. 17-cv-11910), text not seen', unverified: false, weight: 1, status: STATUS, warningDays: 0, checkedOn: '2026-11-24',
});

/** Its numbers were found in no source: clauses that need one refuse to evaluate until an attorney enters it from the signed text. */
export const settlement: Authority = {
  id: 'hamama-settlement',
  kind: 'settlement',
  caption: 'Hamama v. Adducci: settlement',
  citation: 'E.D. Mich. 2:17-cv-11910, finally approved 2024-07-31',
  court: 'E.D. Mich.',
  docket: '2:17-cv-11910',
  judge: 'Goldsmith, J.',
  binds: ['dhs', 'ice'],
  where: 'nationwide, this class only',
  places: null,
  protects: { kind: 'class', class: 'hamama-primary', citizenship: 'IRQ', reaching: null, since: '2024-07-31' },
  clauses: [
    clause({ id: 'ham-s1', grade: 'V2', text: 'It does not stop removals; it limits why, when and how long members may be detained during and after removal proceedings.', check: null }),
    clause({ id: 'ham-s2', grade: 'V2', text: 'No indefinite detention; strict conditions on detention before a proposed removal.', check: null }),
    clause({ id: 'ham-s3', grade: 'V2', text: 'Members with old orders are not arrested or detained merely because they seek to regularize their status.', check: null }),
    clause({
      id: 'ham-s4',
      grade: 'V2',
      text: 'For how many days a member may be held again, the period of notice, the condition of a travel document, the day of expiry and the procedure for disputes were found in no source.',
      check: {
        kind: 'deadline', trigger: { kind: 'redetention' }, offset: { n: null, unit: 'day' },
        satisfiedBy: [], requires: 'any', countsFrom: 0, due: 'by', release: 'satisfies',
      },
    }),
  ],
};
