import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { QueuesModule } from '../common/queues.module.js';
import { DetentionReviewProcessor } from './detention-review.processor.js';
import { DETENTION_REVIEW_QUEUE } from './detention-review.queue.js';
import { ReviewModule } from './review.module.js';
import { ScheduleKeeper } from './schedule.queue.js';

/** In the worker: consumes the queue and keeps its schedule. */
@Module({
  imports: [ReviewModule, QueuesModule, BullModule.registerQueue({ name: DETENTION_REVIEW_QUEUE })],
  providers: [DetentionReviewProcessor, ScheduleKeeper],
})
export class DetentionReviewWorkerModule {}
