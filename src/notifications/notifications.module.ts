import { Module } from '@nestjs/common';
import { Outbox } from './outbox.service.js';

/** In the API: what is to be sent is written down. */
@Module({ providers: [Outbox], exports: [Outbox] })
export class NotificationsModule {}
