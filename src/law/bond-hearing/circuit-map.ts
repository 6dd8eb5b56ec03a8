import type { StatusEntry } from '../authorities/authority.js';

/**
 * May a person who entered without inspection and was arrested inside the country have a bond hearing before an
 * immigration judge? Yes, if 8 U.S.C. § 1226(a) governs; no, if § 1225(b)(2)(A) does. The courts of appeals differ, so
 * the answer is that of the circuit of the place of custody, on the day asked about.
 */
export type Outcome = 'available' | 'mandatory-detention';

export interface CircuitDecision {
  circuit: string;
  outcome: Outcome;
  case: string;
  citation: string;
  decidedOn: string;
  /** days on which the mandate is known to have issued or to have been withheld; both null: its day was not seen */
  mandateIssuedOn: string | null;
  mandateWithheldOn: string | null;
  /** what the decision holds beside its outcome, in our words */
  note: string | null;
  /** a petition for certiorari that was pending when the map was read; on which day it was filed was not seen */
  petition: string | null;
  /** `announced`: decided, and known not to be final because the mandate is out */
  status: readonly StatusEntry[];
}

/** The day through which the map was kept by its source. What came later is not in it. */
export const MAP_READ_ON = '2026-10-07';
export const MAP_SOURCE = 'airportly/sheldonbarnesv2, circuits.json, as of 2026-10-07';
export const MAP_GRADE = 'V3';

/** The petition on which the Supreme Court will decide the question for every circuit. */
export const CERTIORARI = { grantedOn: '2026-10-01', case: 'Rhoney v. Barbosa da Cunha', docket: 'No. 26-104' } as const;

/** The government's own position, which stands where no court of appeals has decided. */
export const AGENCY_POSITIONS: readonly StatusEntry[] = [
  {
    from: '2025-07-08', state: 'contested', source: 'ICE interim guidance of 2025-07-08', grade: 'V3',
    cause: 'ICE treats everybody who entered without inspection as held under § 1225(b)(2)(A), without a bond hearing',
  },
  {
    from: '2025-09-05', state: 'contested', source: 'Matter of Yajure Hurtado, 29 I&N Dec. 216 (BIA 2025)', grade: 'V3',
    cause: 'the Board holds that immigration judges have no authority to hear bond for persons present without admission',
  },
];

const entry = (from: string, state: StatusEntry['state'], cause: string): StatusEntry => ({ from, state, cause, source: MAP_SOURCE, grade: MAP_GRADE });

type Decided = Omit<CircuitDecision, 'status' | 'mandateIssuedOn' | 'mandateWithheldOn' | 'note' | 'petition'> & { note?: string; petition?: string; later?: readonly StatusEntry[] };

/** A decision of which nobody is known to have held back the mandate: it counts from the day on which it was made. */
const decided = ({ note, petition, later = [], ...decision }: Decided): CircuitDecision => ({
  ...decision, mandateIssuedOn: null, mandateWithheldOn: null, note: note ?? null, petition: petition ?? null,
  status: [entry(decision.decidedOn, 'in_force', 'decided; the day of the mandate was not seen'), ...later],
});

/** In the order of the circuits. There is no decision of the District of Columbia Circuit. */
export const CIRCUIT_DECISIONS: readonly CircuitDecision[] = [
  decided({ circuit: '1', outcome: 'available', case: 'Guerrero Orellana v. Moniz', citation: '188 F.4th 1', decidedOn: '2026-08-13', note: 'the judgment for a class is affirmed' }),
  decided({
    circuit: '2', outcome: 'available', case: 'Barbosa da Cunha v. Freden', citation: '175 F.4th 61', decidedOn: '2026-04-28',
    later: [
      entry('2026-09-25', 'in_force', 'rehearing en banc denied; the map itself says that none was sought'),
      entry(CERTIORARI.grantedOn, 'in_force', `certiorari granted, ${CERTIORARI.case}, ${CERTIORARI.docket}; decision pending when the map was read`),
    ],
  }),
  decided({ circuit: '3', outcome: 'available', case: 'Buele Morocho v. Warden', citation: '2026 WL 2546223', decidedOn: '2026-08-28', note: 'due process as well' }),
  decided({ circuit: '4', outcome: 'available', case: 'Lopez Garcia v. Guadian', citation: '2026 WL 2661092', decidedOn: '2026-09-10' }),
  decided({ circuit: '5', outcome: 'mandatory-detention', case: 'Buenrostro-Mendez v. Bondi', citation: '166 F.4th 494', decidedOn: '2026-02-06', petition: '26-43' }),
  decided({ circuit: '6', outcome: 'available', case: 'Lopez-Campos v. Raycraft', citation: '175 F.4th 713', decidedOn: '2026-05-11', petition: '25-1415, Putra v. Lopez-Campos' }),
  decided({ circuit: '7', outcome: 'available', case: 'Cirrus Rojas v. Olson', citation: '183 F.4th 909', decidedOn: '2026-07-30' }),
  decided({ circuit: '8', outcome: 'mandatory-detention', case: 'Herrera Avila v. Bondi', citation: '170 F.4th 1128', decidedOn: '2026-03-25' }),
  decided({ circuit: '9', outcome: 'available', case: 'Rodriguez Vazquez v. Bostock', citation: '183 F.4th 1160', decidedOn: '2026-07-30', note: 'the case of a class in the Western District of Washington' }),
  {
    circuit: '10', outcome: 'available', case: 'Santillan Quiroz v. Mullin', citation: '180 F.4th 1226', decidedOn: '2026-06-30',
    mandateIssuedOn: '2026-07-22', mandateWithheldOn: null, note: null, petition: null,
    status: [entry('2026-06-30', 'announced', 'decided; the mandate is still out'), entry('2026-07-22', 'in_force', 'mandate issued')],
  },
  {
    circuit: '11', outcome: 'available', case: 'Hernandez Alvarez v. Warden', citation: '175 F.4th 1258', decidedOn: '2026-05-06',
    mandateIssuedOn: null, mandateWithheldOn: '2026-05-13', note: null, petition: null,
    status: [entry('2026-05-06', 'announced', 'decided; the mandate is still out'), entry('2026-05-13', 'announced', 'mandate withheld: decided, but not final')],
  },
];

export const CIRCUIT_NAMES: Readonly<Record<string, string>> = {
  '1': 'First Circuit', '2': 'Second Circuit', '3': 'Third Circuit', '4': 'Fourth Circuit', '5': 'Fifth Circuit', '6': 'Sixth Circuit',
  '7': 'Seventh Circuit', '8': 'Eighth Circuit', '9': 'Ninth Circuit', '10': 'Tenth Circuit', '11': 'Eleventh Circuit', DC: 'District of Columbia Circuit',
};
