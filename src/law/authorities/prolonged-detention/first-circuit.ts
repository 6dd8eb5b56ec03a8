import { decidedOn, rulingWithoutLine } from '../ruling.js';

export const reidVDonelan = rulingWithoutLine({
  id: 'reid-v-donelan',
  caption: 'Reid v. Donelan',
  citation: '17 F.4th 1 (1st Cir. 2021)',
  court: '1st Cir.',
  circuits: ['1'],
  status: decidedOn('2021-10-26', '17 F.4th 1', 'V1'),
  clauses: [
    {
      id: 'no-six-month-line',
      text: 'There is no bright line at six months of detention under § 1226(c): each case is judged by itself. What had been ordered for a whole class was vacated.',
      citation: '17 F.4th 1 (1st Cir. 2021)',
      grade: 'V1',
    },
  ],
});

export const hernandezLara = rulingWithoutLine({
  id: 'hernandez-lara-v-lyons',
  caption: 'Hernandez-Lara v. Lyons',
  citation: '10 F.4th 19 (1st Cir. 2021)',
  court: '1st Cir.',
  circuits: ['1'],
  status: decidedOn('2021-08-19', '10 F.4th 19', 'V1'),
  clauses: [
    {
      id: 'burden-1226a',
      text:
        'At a bond hearing under § 1226(a) the government bears the burden: danger by clear and convincing evidence, flight risk by a preponderance. ' +
        'Elsewhere the Board puts it on the detainee (Matter of Guerra).',
      citation: '10 F.4th 19 (1st Cir. 2021)',
      grade: 'V1',
    },
  ],
});
