import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';

export const RETENTION_QUEUE = 'retention';

export enum RetentionJob {
  Nightly = 'nightly',
}

/** What is to be done once a day is asked every quarter of an hour: the first to ask after midnight finds it due. */
const SCHEDULE: readonly { job: RetentionJob; everyMs: number }[] = [{ job: RetentionJob.Nightly, everyMs: 15 * 60_000 }];
const JOB_OPTIONS: JobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: 50 };
const KEEP_EVERY_MS = 60_000;

/** Holds Redis to the table of schedules, at start and every minute: a Redis that lost its memory has lost them too. */
@Injectable()
export class RetentionSchedule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RetentionSchedule.name);
  private timer: NodeJS.Timeout | undefined;
  private keeping = false;

  constructor(@InjectQueue(RETENTION_QUEUE) private readonly queue: Queue) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.keep(), KEEP_EVERY_MS);
    void this.keep();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async keep(): Promise<void> {
    if (this.keeping) return; // Redis is away and the last attempt still waits for it
    this.keeping = true;
    try {
      const kept = await Promise.all(SCHEDULE.map(({ job, everyMs }) => this.queue.add(job, {}, { ...JOB_OPTIONS, repeat: { every: everyMs } })));
      const keys = new Set(kept.map(({ opts }) => (opts.repeat as { key?: string } | undefined)?.key));
      for (const { key } of await this.queue.getRepeatableJobs()) if (!keys.has(key)) await this.queue.removeRepeatableByKey(key);
    } catch (error) {
      this.logger.warn('the schedule of retention could not be registered; it is tried again in a minute');
      this.logger.warn(error);
    } finally {
      this.keeping = false;
    }
  }
}
