import { Module } from '@nestjs/common';
import { NotificationsWorkerModule } from '../notifications/notifications-worker.module.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { ResetMail } from './reset-mail.js';
import { SigningKeysModule } from './signing-keys.module.js';

/** In the worker: what the messages of sign-in say. */
@Module({ imports: [NotificationsWorkerModule, SigningKeysModule], providers: [OneTimeTokens, ResetMail] })
export class ResetMailModule {}
