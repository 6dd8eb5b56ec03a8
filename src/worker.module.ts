import { Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { CommonModule } from './common/common.module.js';
import { ReviewSignalModule } from './common/review-signal.js';

/** The worker: it consumes jobs, and serves no route but its health. */
@Module({
  imports: [
    CommonModule,
    ReviewSignalModule,
    AuditModule,
  ],
})
export class WorkerModule {}
