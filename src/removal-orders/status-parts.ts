import type { Answer } from '../law/answer.js';
import type { Filing } from './filings.js';
import type { NextStep } from './next-steps.js';
import type { OrderOnFile } from './order-on-file.js';
import type { StaysStatus } from './stays-in-force.js';
import type { SupervisionStatus } from './supervision.js';
import type { TravelDocumentStatus } from './travel-documents.js';

export interface ProtectionStatus {
  granted: { orderId: string; kind: 'withholding' | 'cat'; on: string | null; court: string | null }[];
  /** whether it is known that there is no other */
  complete: boolean;
  missing: string[];
}

export interface CountriesStatus {
  /** of the order that governs, in the order in which it names them; null: not known */
  designated: readonly string[] | null;
  missing: string[];
}

/** What the status says, but for the sentence that says all of it. */
export interface StatusParts {
  asOf: string;
  lawVersion: string;
  /** the order that this is about: the one that governs, or else the last that was made */
  order: (Pick<OrderOnFile, 'id' | 'kind' | 'decidedOn' | 'decidedBy'> & { governs: boolean }) | null;
  finality: Answer['finality'];
  removalPeriod: Answer['removalPeriod'];
  stays: StaysStatus;
  filings: Filing[];
  protection: ProtectionStatus;
  countries: CountriesStatus;
  travelDocument: TravelDocumentStatus;
  supervision: SupervisionStatus;
  next: NextStep[];
}
