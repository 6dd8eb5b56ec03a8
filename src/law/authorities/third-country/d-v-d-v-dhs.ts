import type { Authority, Clause, StatusEntry } from '../authority.js';

const STAYED: readonly StatusEntry[] = [
  { from: '2025-06-23', state: 'stayed', cause: 'stayed by the Supreme Court, 24A1153', source: '145 S. Ct. 2153', grade: 'V3' },
  { from: '2025-07-03', state: 'stayed', cause: 'the Supreme Court clarifies its stay', source: '145 S. Ct. 2627', grade: 'V3' },
];

/** The preliminary injunction bound from its entry to the stay. */
const INJUNCTION: readonly StatusEntry[] = [
  { from: '2025-04-18', state: 'in_force', cause: 'preliminary injunction', source: 'D. Mass. 1:25-cv-10676', grade: 'V2' },
  ...STAYED,
];

/** The judgment that followed it. On which day it was entered, and whether it bound before the second stay, was not seen. */
const JUDGMENT: readonly StatusEntry[] = [
  {
    from: '2025-07-03', state: 'unknown', grade: 'INF',
    cause: 'entered after the stay of the injunction was clarified; the day, and whether it bound during the appeal, were not seen', source: '1st Cir. No. 26-1212',
  },
  { from: '2026-09-18', state: 'unknown', cause: 'affirmed for the most part; that it bound before the stay of 2026-09-29 was not seen', source: '1st Cir. No. 26-1212', grade: 'V3' },
  {
    from: '2026-09-29', state: 'stayed', grade: 'V3',
    cause: 'stayed by the Supreme Court, 26A406, which took the application as a petition and granted it, No. 26-426, for December', source: '26A406; No. 26-426',
  },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'citation' | 'grade' | 'status' | 'check'>): Clause => ({
  ...parts, unverified: false, weight: 1, warningDays: 0, checkedOn: '2026-11-24',
});

/** Nobody is removed to a country that no order names without notice of it and a chance to say why not. */
export const thirdCountryRemovals: Authority = {
  id: 'd-v-d-v-dhs',
  kind: 'injunction',
  caption: 'D.V.D. v. DHS',
  citation: '1:25-cv-10676 (D. Mass.); No. 26-1212 (1st Cir. 2026); No. 26-426 (U.S.)',
  court: 'D. Mass.',
  docket: '1:25-cv-10676',
  judge: null,
  binds: ['dhs', 'ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    clause({
      id: 'injunction-notice',
      text: 'Before removal to a third country the person has written notice of it in a language that the person understands.',
      citation: 'preliminary injunction of 2025-04-18',
      grade: 'V2',
      status: INJUNCTION,
      check: { kind: 'required-before', events: ['third-country-removal'], contacts: null, required: 'third-country-notice', n: 0, unit: 'day', onlyAfter: null },
    }),
    clause({
      id: 'injunction-fear-screening',
      text: 'Before removal to a third country the fear of it is screened.',
      citation: 'preliminary injunction of 2025-04-18',
      grade: 'V2',
      status: INJUNCTION,
      check: { kind: 'required-before', events: ['third-country-removal'], contacts: null, required: 'fear-screening', n: 0, unit: 'day', onlyAfter: null },
    }),
    clause({
      id: 'judgment-notice',
      text: 'The statutes require notice and an opportunity to be heard before removal to a third country: declaratory judgment and vacatur.',
      citation: 'final judgment, affirmed for the most part, No. 26-1212 (1st Cir. 2026-09-18)',
      grade: 'V3',
      status: JUDGMENT,
      check: { kind: 'required-before', events: ['third-country-removal'], contacts: null, required: 'third-country-notice', n: 0, unit: 'day', onlyAfter: null },
    }),
  ],
};
