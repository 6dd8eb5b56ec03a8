import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessLog } from './access-log.service.js';
import { AccessLogInterceptor } from './access-log.interceptor.js';
import { AuditController, PersonAccessController } from './audit.controller.js';
import { AuditExport } from './audit-export.service.js';
import { AuditKey } from './audit-key.js';
import { AuditLog } from './audit-log.service.js';
import { AuditVerification } from './audit-verification.service.js';
import { AuditService } from './audit.service.js';
import { AuditSealer } from './sealer.service.js';
import { SealingSchedule } from './sealing.schedule.js';

/** Writing the log, for every process. */
@Global()
@Module({ providers: [AuditService, AccessLog], exports: [AuditService, AccessLog] })
export class AuditModule {}

/** In the API: what is read and refused is logged, and the log is read. To be imported before all that answers. */
@Module({
  controllers: [AuditController, PersonAccessController],
  providers: [AuditLog, { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor }],
})
export class AuditHttpModule {}

/** In the worker and the command line, which have the key. */
@Module({ providers: [AuditKey, AuditSealer, AuditVerification, AuditExport], exports: [AuditKey, AuditSealer, AuditVerification, AuditExport] })
export class SealedLogModule {}

@Module({ imports: [SealedLogModule], providers: [SealingSchedule] })
export class AuditWorkerModule {}
