import type { Authority, Clause, StatusEntry } from '../authority.js';

const SINCE_JULY_2025: readonly StatusEntry[] = [
  { from: '2025-07-09', state: 'in_force', cause: 'ICE memorandum', source: 'press reports of the memorandum', grade: 'V2' },
  {
    from: '2026-09-18', state: 'unknown', grade: 'INF',
    cause: 'a judgment of vacatur was affirmed for the most part (D.V.D. v. DHS); whether it reaches this memorandum was not seen', source: '1st Cir. No. 26-1212',
  },
  { from: '2026-09-29', state: 'in_force', cause: 'that judgment is stayed, 26A406', source: '26A406; No. 26-426', grade: 'INF' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check'>): Clause => ({
  ...parts, citation: 'ICE memorandum of 2025-07-09 on third-country removals', grade: 'V2', unverified: false, status: SINCE_JULY_2025, weight: 2, warningDays: 0,
  checkedOn: '2026-11-24',
});

/** What ICE itself says it does before it removes somebody to a third country. */
export const thirdCountryMemo: Authority = {
  id: 'ice-memo-2025-07-09',
  kind: 'policy',
  caption: 'ICE memorandum on removals to third countries',
  citation: 'ICE memorandum of 2025-07-09',
  court: null,
  docket: null,
  judge: null,
  binds: ['ice'],
  where: 'nationwide',
  places: null,
  // A fear that is voiced in other proceedings has rules of its own: this one asks only about those to whom a third country was named.
  protects: { kind: 'those', who: { event: ['third-country-notice', 'third-country-removal'], from: null, to: null }, class: null },
  clauses: [
    clause({
      id: 'notice-24-hours',
      text:
        'Written notice comes at least 24 hours before removal to a third country. In exigent circumstances six hours are enough (notice-6-hours), and with ' +
        'credible diplomatic assurances no notice is given (no-notice): whether either holds is for a lawyer to ask.',
      check: { kind: 'required-before', events: ['third-country-removal'], contacts: null, required: 'third-country-notice', n: 24, unit: 'hour', onlyAfter: null },
    }),
    clause({
      id: 'notice-6-hours',
      text: 'Even in exigent circumstances notice comes at least six hours before, with a chance to consult counsel.',
      check: { kind: 'required-before', events: ['third-country-removal'], contacts: null, required: 'third-country-notice', n: 6, unit: 'hour', onlyAfter: null },
    }),
    clause({
      id: 'no-notice',
      text: 'With credible diplomatic assurances from the third country no notice is given.',
      check: null,
    }),
    clause({
      id: 'fear-screening-24-hours',
      text: 'Whoever voices a fear of the third country is screened within 24 hours.',
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'fear-claimed' }, offset: { n: 24, unit: 'hour' },
        satisfiedBy: ['fear-screening'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
  ],
};
