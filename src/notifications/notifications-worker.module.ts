import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { QueuesModule } from '../common/queues.module.js';
import { MailComposers } from './mail-composers.js';
import { Mailer } from './mailer.js';
import { NotificationsProcessor } from './notifications.processor.js';
import { NOTIFICATIONS_QUEUE, NotificationSchedule } from './notifications.queue.js';
import { OutboxDrain } from './outbox-drain.service.js';

/** In the worker: composes and sends. A feature registers with `MailComposers` what its messages say. */
@Module({
  imports: [QueuesModule, BullModule.registerQueue({ name: NOTIFICATIONS_QUEUE })],
  providers: [MailComposers, Mailer, OutboxDrain, NotificationsProcessor, NotificationSchedule],
  exports: [MailComposers, OutboxDrain],
})
export class NotificationsWorkerModule {}
