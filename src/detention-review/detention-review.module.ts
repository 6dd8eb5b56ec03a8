import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { QueuesModule } from '../common/queues.module.js';
import { DetentionReviewController } from './detention-review.controller.js';
import { DetentionReviewProcessor } from './detention-review.processor.js';
import { DETENTION_REVIEW_QUEUE, ReviewQueue } from './detention-review.queue.js';
import { DetentionReviewService } from './detention-review.service.js';
import { Evaluator } from './evaluator.js';
import { ScheduleKeeper } from './schedule.queue.js';

/** The review itself, for a process that has no queue: the command line. */
@Module({ providers: [DetentionReviewService, Evaluator], exports: [DetentionReviewService] })
export class ReviewModule {}

/** In the API: answers, and wakes the worker after a change. It consumes nothing. */
@Module({
  imports: [ReviewModule, QueuesModule, BullModule.registerQueue({ name: DETENTION_REVIEW_QUEUE })],
  controllers: [DetentionReviewController],
  providers: [ReviewQueue],
})
export class DetentionReviewModule {}

/** In the worker: consumes the queue and keeps its schedule. */
@Module({
  imports: [ReviewModule, QueuesModule, BullModule.registerQueue({ name: DETENTION_REVIEW_QUEUE })],
  providers: [DetentionReviewProcessor, ScheduleKeeper],
})
export class DetentionReviewWorkerModule {}
