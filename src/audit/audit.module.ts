import { Global, Module } from '@nestjs/common';
import { AccessLog } from './access-log.service.js';
import { AuditExport } from './audit-export.service.js';
import { AuditKey } from './audit-key.js';
import { AuditVerification } from './audit-verification.service.js';
import { AuditService } from './audit.service.js';
import { AuditSealer } from './sealer.service.js';
import { SealingSchedule } from './sealing.schedule.js';

/** Writing the log, for every process. */
@Global()
@Module({ providers: [AuditService, AccessLog], exports: [AuditService, AccessLog] })
export class AuditModule {}

/** In the worker and the command line, which have the key. */
@Module({ providers: [AuditKey, AuditSealer, AuditVerification, AuditExport], exports: [AuditKey, AuditSealer, AuditVerification, AuditExport] })
export class SealedLogModule {}

@Module({ imports: [SealedLogModule], providers: [SealingSchedule] })
export class AuditWorkerModule {}
