import { Global, Injectable, Module } from '@nestjs/common';
import type { Tx } from './database.js';

/**
 * How whoever changes a fact says that its person must be looked at again, without knowing who will.
 *
 * The mark is the truth: a row in the transaction of the change, kept or undone with it. The wake-up after commit only
 * saves the wait for the next sweep, so it never makes a change fail or wait, whatever state the queue is in.
 */
@Injectable()
export class ReviewSignal {
  private readonly listeners = new Set<(who: readonly string[] | 'everybody') => void>();

  async mark(tx: Tx, detaineeIds: readonly string[]): Promise<void> {
    if (detaineeIds.length === 0) return;
    await tx.query('insert into review_mark (detainee_id) select unnest($1::uuid[])', [detaineeIds], 'review-mark');
    tx.afterCommit(() => this.wake(detaineeIds));
  }

  /** For who set marks in bulk by other means; call it after commit. */
  wake(detaineeIds: readonly string[]): void {
    for (const listener of this.listeners) listener(detaineeIds);
  }

  /** The law is another, and with it everybody due; call it after commit. */
  wakeForEverybody(): void {
    for (const listener of this.listeners) listener('everybody');
  }

  /** A listener returns at once. */
  onWake(listener: (who: readonly string[] | 'everybody') => void): void {
    this.listeners.add(listener);
  }
}

@Global()
@Module({ providers: [ReviewSignal], exports: [ReviewSignal] })
export class ReviewSignalModule {}
