import type { Authority } from './authority.js';

export const holdRooms: Authority = {
  id: 'ice-hold-rooms',
  kind: 'policy',
  caption: 'ICE hold rooms',
  citation: 'ICE hold-room policy; Pablo Sequen v. Albarran, 5:25-cv-06487 (N.D. Cal. 2026-06-23)',
  court: null,
  docket: null,
  judge: null,
  binds: ['ice'],
  where: 'nationwide',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    {
      id: 'twelve-hours',
      text:
        'Nobody stays in a hold room longer than twelve hours. A waiver allowed 72 hours from 2025-06-24 until it was vacated nationwide on ' +
        '2026-06-23; 72 hours apply only to stays that ended within that window.',
      citation: 'ICE hold-room policy; waiver memorandum of 2025-06-24, vacated in Pablo Sequen v. Albarran (N.D. Cal. 2026-06-23)',
      grade: 'V2',
      unverified: false,
      status: [{ from: null, state: 'in_force', cause: 'policy; the vacatur of the waiver is appealable', source: 'news reports of 2026-01-31 and 2026-06-24; litigation tracker', grade: 'V2' }],
      weight: 2,
      warningDays: 0,
      check: {
        kind: 'time-limit', begins: 'hold-room-entered', ends: 'hold-room-left',
        hours: [{ from: null, n: 12 }, { from: '2025-06-24', n: 72 }, { from: '2026-06-23', n: 12 }],
      },
      checkedOn: '2026-11-24',
    },
  ],
};
