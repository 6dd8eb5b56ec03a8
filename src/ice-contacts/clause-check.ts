import type { Tx } from '../common/database.js';
import type { FindingAnswer } from '../law/answer.js';

/** A contact on file, and whose it is. */
export interface ContactRef {
  id: string;
  detaineeId: string;
}

/**
 * Who says which clauses a contact touches. It takes a whole file to say so, which a layer above reads; this one asks.
 */
export abstract class ClauseCheck {
  /**
   * By the id of each contact, the findings of clauses that it touches or may touch, as the file stands in this
   * transaction: `event` is the contact's id, and what is missing of the contact itself goes by the name of its field.
   */
  abstract touchedBy(tx: Tx, contacts: readonly ContactRef[]): Promise<ReadonlyMap<string, readonly FindingAnswer[]>>;
}
