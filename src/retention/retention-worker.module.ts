import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { QueuesModule } from '../common/queues.module.js';
import { RetentionModule } from './retention.module.js';
import { RetentionProcessor } from './retention.processor.js';
import { RETENTION_QUEUE, RetentionSchedule } from './retention.queue.js';

/** In the worker: consumes the queue and keeps its schedule. */
@Module({
  imports: [RetentionModule, QueuesModule, BullModule.registerQueue({ name: RETENTION_QUEUE })],
  providers: [RetentionProcessor, RetentionSchedule],
})
export class RetentionWorkerModule {}
