import type { StatusEntry } from '../authority.js';

/** How the two injunctions that the Sixth Circuit vacated in 912 F.3d 869 lost their force. The mandate's own date was not seen. */
export const vacatedByTheFirstAppeal: readonly StatusEntry[] = [
  {
    from: '2018-12-20', state: 'announced', grade: 'V1',
    cause: 'vacated on appeal, 912 F.3d 869 (6th Cir. 2018); operative until the mandate issues', source: '6th Cir. Nos. 17-2171, 18-1233',
  },
  {
    from: '2019-04-02', state: 'contested', grade: 'V2',
    cause: 'rehearing en banc denied; whether the order stood until the mandate is disputed', source: 'practitioner page of 2019-04-08',
  },
  {
    from: '2019-04-09', state: 'vacated', grade: 'V1/INF',
    cause: 'mandate, computed: seven days after rehearing was denied', source: 'FRAP 41(b)',
  },
];
