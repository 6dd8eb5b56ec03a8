import { decidedOn, rulingWithoutLine } from '../ruling.js';

export const germanSantos = rulingWithoutLine({
  id: 'german-santos-v-warden',
  caption: 'German Santos v. Warden',
  citation: '965 F.3d 203 (3d Cir. 2020)',
  court: '3d Cir.',
  circuits: ['3'],
  status: decidedOn('2020-07-07', '965 F.3d 203', 'V1'),
  clauses: [
    {
      id: 'four-factors',
      text:
        'Whether detention under § 1226(c) has become unreasonable is weighed: its duration, which weighs most; whether it is likely to go on; the reasons for ' +
        'delay; the conditions. There is no bright line. The petitioner had been held for more than two and a half years.',
      citation: '965 F.3d 203 (3d Cir. 2020)',
      grade: 'V1/V2',
    },
    {
      id: 'burden',
      text: 'At the hearing the government must justify detention by clear and convincing evidence. In that case a hearing was ordered in ten days; the ruling sets no such period for others.',
      citation: '965 F.3d 203 (3d Cir. 2020)',
      grade: 'V2',
    },
  ],
});
