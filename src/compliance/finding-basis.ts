import type { Clause, StatusEntry } from '../law/authorities/authority.js';
import type { FindingDto } from './findings.dto.js';

export interface NamedFact {
  /** as the reasons name it: `events[3]` */
  path: string;
  /** of the fact, as its history has it: an event that the law reads may be a representation, or an attempt to reach the person */
  kind: string;
  id: string;
}

export interface Basis {
  /** the facts that the reasons name, the event that is judged, and the custody and the order with which a count began; null: the file as it can be read today gives other reasons */
  facts: NamedFact[] | null;
  /** null: in the law of the office no more */
  clause: Clause | null;
  /** the day whose force of the clause decided, and the entry of its timeline that held on it, where they are known */
  decidedOn: string | null;
  status: StatusEntry | null;
}

/** On what a finding rests. It takes a whole file and the law to say so, which a layer above reads; this one asks. */
export abstract class FindingBasis {
  abstract of(finding: FindingDto): Promise<Basis>;
}
