import { Injectable } from '@nestjs/common';
import type { Tx } from './database.js';

/** Told after commit that people wait for review. It must neither throw nor be waited for: what it starts is its own. */
export type ReviewWaker = (detaineeIds: readonly string[]) => void;

/**
 * What must be reviewed is a mark in PostgreSQL, written in the transaction that changed the fact. After commit whoever
 * listens is told, so that nobody waits for the next sweep; without a listener, or when it fails, nothing is lost.
 */
@Injectable()
export class ReviewSignal {
  private readonly wakers = new Set<ReviewWaker>();

  onMarked(waker: ReviewWaker): void {
    this.wakers.add(waker);
  }

  async mark(tx: Tx, detaineeIds: readonly string[]): Promise<void> {
    if (detaineeIds.length === 0) return;
    await tx.query('insert into review_mark (detainee_id) select * from unnest($1::uuid[])', [detaineeIds]);
    tx.afterCommit(() => this.wake(detaineeIds));
  }

  /** For marks that were written set-wise in the caller's own SQL. */
  wake(detaineeIds: readonly string[]): void {
    for (const waker of this.wakers) waker(detaineeIds);
  }
}
