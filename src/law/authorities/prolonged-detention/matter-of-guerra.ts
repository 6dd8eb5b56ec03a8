import { rulingWithoutLine } from '../ruling.js';

export const matterOfGuerra = rulingWithoutLine({
  id: 'matter-of-guerra',
  caption: 'Matter of Guerra',
  citation: '24 I&N Dec. 37 (BIA 2006)',
  court: 'Board of Immigration Appeals',
  circuits: null,
  status: [{ from: '2006-12-31', state: 'in_force', cause: 'decided by this day, in 2006; its own day was not seen', source: '24 I&N Dec. 37', grade: 'V3' }],
  clauses: [
    {
      id: 'burden-1226a',
      text: 'At a bond hearing under § 1226(a) the detainee bears the burden, and nine factors are weighed. In the First Circuit the government bears it (Hernandez-Lara v. Lyons).',
      citation: '24 I&N Dec. 37 (BIA 2006)',
      grade: 'V3',
    },
  ],
});
