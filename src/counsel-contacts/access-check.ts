import type { Tx } from '../common/database.js';
import type { AccessClause, Access } from '../law/access/access-to-counsel.js';
import type { FindingAnswer } from '../law/answer.js';

/** An attempt on file, with what the rules of access ask about. */
export interface AttemptRef extends Access {
  id: string;
  detaineeId: string;
  /** the day of the place on which it was asked for */
  on: string;
}

export interface TouchedRules {
  /** what clauses that judge such events say of this attempt, in the form of the evaluation's findings */
  findings: readonly FindingAnswer[];
  /** clauses on access to counsel that it may touch, whether they judge anything or not */
  clauses: readonly AccessClause[];
}

/** Who says which rules of access an attempt touches. It takes a whole file to say so, which a layer above reads. */
export abstract class AccessCheck {
  /** As the file stands in this transaction. */
  abstract touchedBy(tx: Tx, attempt: AttemptRef): Promise<TouchedRules>;
}
