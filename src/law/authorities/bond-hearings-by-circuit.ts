import { CIRCUIT_DECISIONS, CIRCUIT_NAMES, AGENCY_POSITIONS, MAP_GRADE, MAP_READ_ON, MAP_SOURCE, type CircuitDecision, type Outcome } from '../bond-hearing/circuit-map.js';
import type { Authority, Clause, StatusEntry } from './authority.js';

const HOLDS: Readonly<Record<Outcome, string>> = {
  available: 'are detained under § 1226(a) and may ask an immigration judge for a bond hearing',
  'mandatory-detention': 'are detained under § 1225(b)(2)(A), without a bond hearing',
};

const text = (parts: Pick<Clause, 'id' | 'text' | 'citation' | 'grade' | 'status'>): Clause => ({
  ...parts, unverified: false, weight: 3, warningDays: 0, check: null, checkedOn: '2026-11-24',
});

const ofCircuit = ({ circuit, outcome, case: caption, citation, decidedOn, note, petition, status }: CircuitDecision): Clause =>
  text({
    id: `circuit-${circuit}`,
    text: `${CIRCUIT_NAMES[circuit]}: people who entered without inspection and were arrested inside the country ${HOLDS[outcome]}${note === null ? '' : `; ${note}`}.${petition === null ? '' : ` A petition for certiorari, ${petition}, was pending on ${MAP_READ_ON}.`}`,
    citation: `${caption}, ${citation} (${circuitShort(circuit)} ${decidedOn})`,
    grade: MAP_GRADE,
    status,
  });

const SUFFIXES: Readonly<Record<string, string>> = { '1': '1st', '2': '2d', '3': '3d' };
const circuitShort = (circuit: string): string => `${SUFFIXES[circuit] ?? `${circuit}th`} Cir.`;

/** One clause a circuit. What it means for one person on one day is `bondHearing` in the answer (bond-hearing/). */
export const bondHearingsByCircuit: Authority = {
  id: 'bond-hearings-by-circuit',
  kind: 'precedent',
  caption: 'Bond hearings of people who entered without inspection: § 1225(b)(2)(A) or § 1226(a), by circuit',
  citation: '8 U.S.C. §§ 1225(b)(2)(A), 1226(a)',
  court: 'courts of appeals',
  docket: null,
  judge: null,
  binds: ['dhs', 'ice', 'eoir'],
  where: 'the circuit of the place of custody; a transfer to another circuit changes the answer',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    ...CIRCUIT_DECISIONS.map(ofCircuit),
    text({
      id: 'circuit-dc',
      text: 'District of Columbia Circuit: no decision on the question is known, so that the position of the government stands disputed.',
      citation: MAP_SOURCE,
      grade: MAP_GRADE,
      status: AGENCY_POSITIONS,
    }),
  ],
};

const in2026 = (source: string): readonly StatusEntry[] => [{ from: null, state: 'unknown', cause: 'decided in 2026; its own day was not seen', source, grade: 'V3' }];

/** The government's position, and what the Board has added to it. Where a circuit has decided, the circuit's decision stands. */
export const yajureHurtado: Authority = {
  id: 'matter-of-yajure-hurtado',
  kind: 'precedent',
  caption: 'Matter of Yajure Hurtado, and the guidance and decisions beside it',
  citation: '29 I&N Dec. 216 (BIA 2025)',
  court: 'Board of Immigration Appeals',
  docket: null,
  judge: null,
  binds: ['eoir', 'ice'],
  where: 'nationwide, but for circuits that have decided otherwise',
  places: null,
  protects: { kind: 'everyone' },
  clauses: [
    text({
      id: 'q-li',
      text: 'Who was arrested while arriving, without a warrant, paroled and later detained again is held under § 1225(b), without bond.',
      citation: 'Matter of Q. Li, 29 I&N Dec. 66 (BIA 2025)',
      grade: 'V2',
      status: [{ from: '2025-05-15', state: 'in_force', cause: 'decided', source: 'cliniclegal.org', grade: 'V2' }],
    }),
    text({
      id: 'ice-guidance-2025-07-08',
      text: 'ICE treats everybody who entered without inspection as held under § 1225(b)(2)(A).',
      citation: 'ICE interim guidance of 2025-07-08',
      grade: 'V3',
      status: AGENCY_POSITIONS.slice(0, 1),
    }),
    text({
      id: 'no-authority',
      text: 'Immigration judges have no authority to hear bond for persons present without admission.',
      citation: 'Matter of Yajure Hurtado, 29 I&N Dec. 216 (BIA 2025)',
      grade: 'V3',
      status: AGENCY_POSITIONS.slice(1),
    }),
    text({
      id: 'n-a-g-c',
      text: 'Special immigrant juvenile status, or having been an unaccompanied child, does not change that.',
      citation: 'Matter of N-A-G-C-, 29 I&N Dec. 662 (BIA 2026)',
      grade: 'V3',
      status: in2026('29 I&N Dec. 662'),
    }),
    text({
      id: 'w-f-d',
      text: 'No immigration judge redetermines bond after an administratively final order.',
      citation: 'Matter of W-F-D-, 29 I&N Dec. 854 (BIA 2026)',
      grade: 'V3',
      status: in2026('29 I&N Dec. 854'),
    }),
    text({
      id: 'vizcaino-aybar',
      text: 'Bond is heard by the court that has jurisdiction over the place of detention.',
      citation: 'Matter of Vizcaino Aybar, 29 I&N Dec. 736 (BIA 2026)',
      grade: 'V3',
      status: in2026('29 I&N Dec. 736'),
    }),
  ],
};
