import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import { DETENTION_REVIEW_QUEUE, JOB_OPTIONS, SCHEDULE } from './detention-review.queue.js';

const KEEP_EVERY_MS = 60_000;

/**
 * Holds Redis to the table of schedules: at start, and again every minute, because a Redis that lost its memory has
 * lost the schedules with it and Bull does not notice. Adding what is there changes nothing.
 */
@Injectable()
export class ScheduleKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ScheduleKeeper.name);
  private timer: NodeJS.Timeout | undefined;
  private keeping = false;

  constructor(@InjectQueue(DETENTION_REVIEW_QUEUE) private readonly queue: Queue) {}

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
      const kept = await Promise.all(SCHEDULE.map(({ job, everyMs }) =>
        this.queue.add(job, {}, { ...JOB_OPTIONS, repeat: { every: everyMs } })));
      const keys = new Set(kept.map(({ opts }) => (opts.repeat as { key?: string } | undefined)?.key));
      for (const { key } of await this.queue.getRepeatableJobs()) {
        if (!keys.has(key)) await this.queue.removeRepeatableByKey(key);
      }
    } catch (error) {
      this.logger.warn('the schedules could not be registered; they are tried again in a minute');
      this.logger.warn(error);
    } finally {
      this.keeping = false;
    }
  }
}
