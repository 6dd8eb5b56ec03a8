import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '../common/database.js';
import { OfficeLaw } from '../court-orders/office-law.js';
import type { Authority } from '../law/authorities/authority.js';
import type { Day } from '../law/calendar/day.js';
import { evaluate, findingsOf } from '../law/evaluate.js';
import type { Evaluation, Finding } from '../law/evaluation.js';
import type { Facts } from '../law/facts.js';

/** The law as it stood when it was asked for. */
export interface LawNow {
  /** what it calls itself: whoever was evaluated by another is due */
  version: string;
  /** each clause that was verified counts, and says by whom */
  authorities: readonly Authority[];
  evaluate(facts: Facts, asOf: Day): Evaluation;
  /** for who does not ask when the answer changes, which takes as long again */
  findingsOf(facts: Facts, asOf: Day): readonly Finding[];
}

/** The law of this build and of the office, as a thing that a review is given. Asked once for a batch or a request. */
@Injectable()
export class Evaluator {
  constructor(private readonly officeLaw: OfficeLaw) {}

  async now(db: Pick<Database | Tx, 'query'>): Promise<LawNow> {
    const { authorities, law } = await this.officeLaw.current(db);
    return {
      version: law.version, authorities, evaluate: (facts, asOf) => evaluate(facts, asOf, law), findingsOf: (facts, asOf) => findingsOf(facts, asOf, law),
    };
  }
}
