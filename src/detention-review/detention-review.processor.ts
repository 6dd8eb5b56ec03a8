import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { operator } from '../common/actor.js';
import { asJob } from '../common/as-job.js';
import { Clock } from '../common/clock.js';
import { type ChangedJob, DETENTION_REVIEW_QUEUE, ReviewJob } from './detention-review.queue.js';
import { DetentionReviewService, type Reviewed } from './detention-review.service.js';

/** Safe to run twice and at the same time. A failure is thrown, so that Bull tries again and an operator can see it. */
@Processor(DETENTION_REVIEW_QUEUE)
export class DetentionReviewProcessor {
  constructor(
    private readonly reviews: DetentionReviewService,
    private readonly clock: Clock,
  ) {}

  @Process(ReviewJob.Sweep)
  sweep(job: Job): Promise<Reviewed> {
    return asJob(() => this.reviews.sweep(this.clock.today(), operator(`job ${job.id}`)));
  }

  @Process(ReviewJob.Changed)
  changed(job: Job<ChangedJob>): Promise<Reviewed> {
    return asJob(() => this.reviews.review(job.data.detaineeIds, this.clock.today(), operator(`job ${job.id}`)));
  }
}
