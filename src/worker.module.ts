import { Module } from '@nestjs/common';
import { AuditModule, AuditWorkerModule } from './audit/audit.module.js';
import { ResetMailModule } from './auth/reset-mail.module.js';
import { CommonModule } from './common/common.module.js';
import { ReviewSignalModule } from './common/review-signal.js';
import { DetentionReviewWorkerModule } from './detention-review/detention-review-worker.module.js';
import { RetentionWorkerModule } from './retention/retention-worker.module.js';

/** The worker: it consumes jobs, and serves no route but its health. */
@Module({
  imports: [
    CommonModule.of('worker'),
    ReviewSignalModule,
    AuditModule,
    AuditWorkerModule,
    DetentionReviewWorkerModule,
    RetentionWorkerModule,
    ResetMailModule,
  ],
})
export class WorkerModule {}
