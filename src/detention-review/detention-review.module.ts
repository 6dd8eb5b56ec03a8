import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { QueuesModule } from '../common/queues.module.js';
import { DetentionReviewController } from './detention-review.controller.js';
import { DETENTION_REVIEW_QUEUE, ReviewQueue } from './detention-review.queue.js';
import { ReviewModule } from './review.module.js';

/** In the API: answers, and wakes the worker after a change. It consumes nothing. */
@Module({
  imports: [ReviewModule, QueuesModule, BullModule.registerQueue({ name: DETENTION_REVIEW_QUEUE })],
  controllers: [DetentionReviewController],
  providers: [ReviewQueue],
})
export class DetentionReviewModule {}
