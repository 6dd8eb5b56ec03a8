import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { QueuesModule } from '../common/queues.module.js';
import { CourtOrdersHttpModule } from '../court-orders/court-orders.module.js';
import { DetentionReviewController } from './detention-review.controller.js';
import { DETENTION_REVIEW_QUEUE, ReviewQueue } from './detention-review.queue.js';
import { OrderPreviewController } from './order-preview.controller.js';
import { OrderPreviewService } from './order-preview.service.js';
import { ReviewModule } from './review.module.js';

/** In the API: answers, and wakes the worker after a change. It consumes nothing. */
@Module({
  imports: [ReviewModule, CourtOrdersHttpModule, QueuesModule, BullModule.registerQueue({ name: DETENTION_REVIEW_QUEUE })],
  controllers: [DetentionReviewController, OrderPreviewController],
  providers: [ReviewQueue, OrderPreviewService],
})
export class DetentionReviewModule {}
