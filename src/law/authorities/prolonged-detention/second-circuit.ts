import { decidedOn, rulingWithoutLine } from '../ruling.js';

export const blackVDecker = rulingWithoutLine({
  id: 'black-v-decker',
  caption: 'Black v. Decker',
  citation: '103 F.4th 133 (2d Cir. 2024)',
  court: '2d Cir.',
  circuits: ['2'],
  status: decidedOn('2024-05-31', '103 F.4th 133', 'V1'),
  clauses: [
    {
      id: 'mathews-test',
      text:
        'Whether prolonged detention under § 1226(c) without a bond hearing violates due process is weighed by the Mathews test. Seven months and ' +
        'twenty-one months were before the court.',
      citation: '103 F.4th 133 (2d Cir. 2024)',
      grade: 'V1',
    },
    {
      id: 'burden',
      text: 'At the hearing the government must justify detention by clear and convincing evidence.',
      citation: '103 F.4th 133 (2d Cir. 2024)',
      grade: 'V1',
    },
  ],
});

/** The Supreme Court took the question up and let it go: trackers that still show the case as pending are stale. */
export const genaloVBlack = rulingWithoutLine({
  id: 'genalo-v-black',
  caption: 'Genalo v. Black',
  citation: 'No. 25-886 (U.S.)',
  court: 'Supreme Court of the United States',
  docket: '25-886',
  circuits: null,
  status: [
    { from: '2026-06-15', state: 'announced', cause: 'certiorari granted; argument was set for 2026-10-13', source: 'No. 25-886', grade: 'V3' },
    { from: '2026-09-11', state: 'expired', cause: 'dismissed after the case became moot by a pardon', source: 'No. 25-886', grade: 'V3' },
  ],
  clauses: [
    {
      id: 'question-open',
      text: 'Whether due process limits prolonged detention under § 1226(c) without a bond hearing was to be decided and was not: the case was dismissed and the question remains open.',
      citation: 'No. 25-886 (U.S. 2026-09-11)',
      grade: 'V3',
    },
  ],
});
