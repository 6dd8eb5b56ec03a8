import { Process, Processor } from '@nestjs/bull';
import { asJob } from '../common/as-job.js';
import { NotificationJob, NOTIFICATIONS_QUEUE } from './notifications.queue.js';
import { OutboxDrain } from './outbox-drain.service.js';

@Processor(NOTIFICATIONS_QUEUE)
export class NotificationsProcessor {
  constructor(private readonly outbox: OutboxDrain) {}

  @Process(NotificationJob.Drain)
  drain(): Promise<number> {
    return asJob(() => this.outbox.drain());
  }
}
