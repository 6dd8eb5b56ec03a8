import type { Authority } from './authority.js';

/** People who come to immigration court are not arrested there: what allowed it was vacated. */
export const courthouseArrests: Authority = {
  id: 'pablo-sequen-v-albarran',
  kind: 'order',
  caption: 'Pablo Sequen v. Albarran',
  citation: 'N.D. Cal. 5:25-cv-06487, order of 2026-06-23',
  court: 'N.D. Cal.',
  docket: '5:25-cv-06487',
  judge: 'Pitts, J.',
  binds: ['ice', 'dhs'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'courthouse-arrest',
      text:
        'The directives that allowed arrests at and near immigration courts (ICE 11072.3 and 11072.4; EOIR OPPM 25-06) are vacated: such an arrest is for a lawyer to look at. ' +
        'Limited exceptions remain; they were not seen. The waiver of the twelve hours in hold rooms fell with them (ice-hold-rooms).',
      citation: 'order of 2026-06-23, Pablo Sequen v. Albarran, 5:25-cv-06487 (N.D. Cal.)',
      grade: 'V2',
      unverified: false,
      status: [
        { from: '2026-06-23', state: 'in_force', cause: 'directives vacated; appealable', source: 'en.cibercuba.com, 2026-06-24; litigation tracker', grade: 'V2' },
      ],
      weight: 1,
      warningDays: 0,
      check: { kind: 'forbidden-act', endedBy: [], events: ['courthouse-arrest'], unless: null },
      checkedOn: '2026-11-24',
    },
  ],
};
