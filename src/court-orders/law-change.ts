import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../common/database.js';
import { ReviewSignal } from '../common/review-signal.js';
import { holdLaw, type OfficeLawRows, readOfficeLaw, reviseLaw } from './office-law.queries.js';

/** A change of the law of the office: with it everybody is evaluated again, and the worker is woken once it is kept. */
@Injectable()
export class LawChange {
  constructor(private readonly database: Database, private readonly review: ReviewSignal) {}

  /** `office` is the law as it stood before, which nobody else changes until the transaction ends. */
  async make<T>(change: (tx: Tx, office: OfficeLawRows) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await holdLaw(tx);
      const result = await change(tx, await readOfficeLaw(tx));
      await reviseLaw(tx);
      tx.afterCommit(() => this.review.wakeForEverybody());
      return result;
    });
  }
}
