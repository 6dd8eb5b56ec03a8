import type { Authority, Clause, StatusEntry } from './authority.js';

const SOURCE = 'nilc.org/litigation/orantes-hernandez-v-garland';

const HISTORY: readonly StatusEntry[] = [
  { from: '1982-06-02', state: 'in_force', cause: 'preliminary injunction entered', source: SOURCE, grade: 'V2' },
  { from: '1988-04-29', state: 'in_force', cause: 'permanent injunction', source: '685 F. Supp. 1488 (C.D. Cal. 1988)', grade: 'V2' },
  { from: '2007-07-24', state: 'in_force', cause: 'modified', source: '504 F. Supp. 2d 825 (C.D. Cal. 2007)', grade: 'V2' },
  { from: '2007-11-26', state: 'in_force', cause: 'modified consolidated injunction, the text that holds; still monitored in 2022', source: SOURCE, grade: 'V2' },
];

const clause = (parts: Pick<Clause, 'id' | 'text' | 'check'> & Partial<Clause>): Clause => ({
  citation: 'modified consolidated injunction of 2007-11-26 (C.D. Cal. CV 82-1107)', grade: 'V2', unverified: false, status: HISTORY, weight: 1, warningDays: 0,
  checkedOn: '2026-11-24', ...parts,
});

/** Salvadorans in custody who may seek asylum are told of their rights and not pressed into going back. */
export const orantesHernandez: Authority = {
  id: 'orantes-hernandez',
  kind: 'injunction',
  caption: 'Orantes-Hernandez',
  citation: '685 F. Supp. 1488 (C.D. Cal. 1988), modified, 504 F. Supp. 2d 825 (C.D. Cal. 2007)',
  court: 'C.D. Cal.',
  docket: 'CV 82-1107',
  judge: null,
  binds: ['dhs', 'ice', 'jail'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'those', who: { citizenship: ['SLV'] }, class: 'orantes-hernandez' },
  clauses: [
    clause({
      id: 'no-coercion',
      text: 'Nobody coerces a member into voluntary departure, by threats or by misinformation.',
      check: { kind: 'forbidden-content', actors: ['dhs', 'ice', 'jail'], topics: ['threat-of-prosecution', 'retaliation', 'force'] },
    }),
    clause({
      id: 'notice-of-rights',
      text: 'A member who is arrested is given written notice of his or her rights. By when was found in no source.',
      check: {
        kind: 'deadline', trigger: { kind: 'event', event: 'arrest' }, offset: { n: null, unit: 'day' },
        satisfiedBy: ['rights-notice-given'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends',
      },
    }),
    clause({ id: 'access', text: 'Members have telephones, access to counsel, and legal materials.', check: null }),
    clause({
      id: 'place-of-detention',
      text: 'There is a telephone number at which family or counsel learn where a member is held.',
      citation: 'modified consolidated injunction of 2007-11-26, para. 6 (C.D. Cal. CV 82-1107)',
      check: null,
    }),
    clause({
      id: 'transfer-seven-days',
      text: 'A member is not moved out of the district of arrest for seven days. The number is from memory.',
      grade: 'M',
      unverified: true,
      check: { kind: 'required-before', events: ['transferred-out-of-district'], contacts: null, required: 'arrest', n: 7, unit: 'day', rolls: 'no-roll', onlyAfter: 'arrest' },
    }),
  ],
};
