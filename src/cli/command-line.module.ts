import { Module } from '@nestjs/common';
import { AuditModule, SealedLogModule } from '../audit/audit.module.js';
import { SigningKeysModule } from '../auth/signing-keys.module.js';
import { CommonModule } from '../common/common.module.js';
import { ReviewSignalModule } from '../common/review-signal.js';
import { FindingsModule } from '../compliance/compliance.module.js';
import { DemoModule } from '../demo/demo.module.js';
import { ReviewModule } from '../detention-review/review.module.js';
import { ExportsModule } from '../exports/exports.module.js';
import { ProductionsModule } from '../productions/productions.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { UsersModule } from '../users/users.module.js';

/** What an operator's commands use: the services of the application without its routes, and without the queue. */
@Module({
  imports: [
    CommonModule.of('owner'), ReviewSignalModule, AuditModule, SealedLogModule, UsersModule, SigningKeysModule,
    FindingsModule, ReviewModule, ExportsModule, ReportsModule, DemoModule, ProductionsModule,
  ],
})
export class CommandLineModule {}
