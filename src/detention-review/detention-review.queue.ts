import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import { ReviewSignal } from '../common/review-signal.js';

export const DETENTION_REVIEW_QUEUE = 'detention-review';

/** Jobs wake, and no more: what is due stands in PostgreSQL. */
export enum ReviewJob {
  /** everybody who is due */
  Sweep = 'sweep',
  /** those whose facts have just changed */
  Changed = 'changed',
}

export interface ChangedJob {
  detaineeIds: string[];
}

/** What runs by itself. A schedule that is not in this table is removed when a worker starts. */
export const SCHEDULE: readonly { job: ReviewJob; everyMs: number }[] = [
  // A minute after midnight the new day's list is right; a wake-up that was lost costs a minute.
  { job: ReviewJob.Sweep, everyMs: 60_000 },
];

/** No job has an id of our choosing: Bull would silently drop its repetition while the old one is kept. */
export const JOB_OPTIONS: JobOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: 200,
};

const IDS_IN_A_JOB = 500;
/** More than this at once is work for a sweep, not for wake-ups. */
const MOST_PENDING = 10_000;

/** Turns the signal of a changed fact into a job. It never makes the change wait: a Redis that is away loses only the wake-up. */
@Injectable()
export class ReviewQueue implements OnApplicationBootstrap {
  private readonly logger = new Logger(ReviewQueue.name);
  private readonly pending = new Set<string>();
  /** more than are worth naming: what is due is found by a sweep */
  private everybody = false;
  private sending = false;

  constructor(
    @InjectQueue(DETENTION_REVIEW_QUEUE) private readonly queue: Queue,
    private readonly signal: ReviewSignal,
  ) {}

  onApplicationBootstrap(): void {
    this.signal.onWake((who) => this.wake(who));
  }

  wake(who: readonly string[] | 'everybody'): void {
    if (who === 'everybody') this.everybody = true;
    else for (const id of who) {
      if (this.pending.size >= MOST_PENDING) this.everybody = true;
      else this.pending.add(id);
    }
    void this.send();
  }

  /** One at a time, so that changes of one moment travel together and nothing piles up while Redis is away. */
  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      while (this.everybody || this.pending.size > 0) {
        if (this.everybody) {
          this.pending.clear();
          this.everybody = false;
          await this.queue.add(ReviewJob.Sweep, {}, JOB_OPTIONS);
          continue;
        }
        const detaineeIds = [...this.pending].slice(0, IDS_IN_A_JOB);
        for (const id of detaineeIds) this.pending.delete(id);
        await this.queue.add(ReviewJob.Changed, { detaineeIds } satisfies ChangedJob, JOB_OPTIONS);
      }
    } catch {
      this.logger.warn('a wake-up did not reach the queue; the marks stand and the next sweep takes them');
    } finally {
      this.sending = false;
    }
  }
}
