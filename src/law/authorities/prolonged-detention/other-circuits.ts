import { decidedOn, rulingWithoutLine } from '../ruling.js';

export const banyeeVGarland = rulingWithoutLine({
  id: 'banyee-v-garland',
  caption: 'Banyee v. Garland',
  citation: 'No. 22-2252 (8th Cir. 2024-09-17)', // its page in the reporter was not confirmed
  court: '8th Cir.',
  docket: '22-2252',
  circuits: ['8'],
  status: decidedOn('2024-09-17', 'No. 22-2252 (8th Cir.)', 'V1'),
  clauses: [
    {
      id: 'no-time-limit',
      text: 'Due process sets no limit of time on detention under § 1226(c) while removal proceedings run. The petitioner had been held for about twelve months.',
      citation: 'No. 22-2252 (8th Cir. 2024-09-17)',
      grade: 'V1/V2',
    },
  ],
});

export const lyVHansen = rulingWithoutLine({
  id: 'ly-v-hansen',
  caption: 'Ly v. Hansen',
  citation: '351 F.3d 263 (6th Cir. 2003)',
  court: '6th Cir.',
  circuits: ['6'],
  status: decidedOn('2003-11-26', '351 F.3d 263', 'V1'),
  clauses: [
    {
      id: 'reasonableness',
      text: 'Detention before a final order must be reasonable in its length.',
      citation: '351 F.3d 263 (6th Cir. 2003)',
      grade: 'V1',
    },
    {
      id: 'district-factors',
      text: 'Since Jennings v. Rodriguez the district courts of the circuit weigh several factors. The petitioner in Ly had been held for a year and a half.',
      citation: '351 F.3d 263 (6th Cir. 2003); district rulings not named',
      grade: 'M',
    },
  ],
});

export const sopo = rulingWithoutLine({
  id: 'sopo-v-us-attorney-general',
  caption: 'Sopo v. U.S. Attorney General',
  citation: '825 F.3d 1199 (11th Cir. 2016), vacated (11th Cir. 2018)',
  court: '11th Cir.',
  circuits: ['11'],
  status: [
    { from: '2016-06-15', state: 'in_force', cause: 'decided', source: '825 F.3d 1199', grade: 'V1' },
    { from: '2018-05-17', state: 'vacated', cause: 'vacated as moot', source: '11th Cir. 2018-05-17', grade: 'V1' },
  ],
  clauses: [
    {
      id: 'vacated-test',
      text: 'The Eleventh Circuit ruled on prolonged detention under § 1226(c) in 2016, and vacated the ruling as moot in 2018: it binds nobody.',
      citation: '825 F.3d 1199 (11th Cir. 2016), vacated 2018-05-17',
      grade: 'V1',
    },
  ],
});

export const circuitsWithoutTest = rulingWithoutLine({
  id: 'prolonged-detention-without-controlling-test',
  caption: 'Prolonged detention under § 1226(c): circuits without a controlling test',
  citation: 'none',
  court: 'the Fourth, Fifth, Seventh, Ninth, Tenth and Eleventh Circuits',
  circuits: ['4', '5', '7', '9', '10', '11'],
  status: [{ from: null, state: 'unknown', cause: 'no controlling test is remembered; none was looked up', source: 'from memory', grade: 'M' }],
  clauses: [
    {
      id: 'no-controlling-test',
      text: 'The Fourth, Fifth, Seventh, Ninth, Tenth and Eleventh Circuits have no controlling test of prolonged detention under § 1226(c).',
      citation: 'none; from memory',
      grade: 'M',
    },
  ],
});
