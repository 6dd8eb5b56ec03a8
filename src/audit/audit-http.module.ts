import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessLogInterceptor } from './access-log.interceptor.js';
import { AuditController, PersonAccessController } from './audit.controller.js';
import { AuditLog } from './audit-log.service.js';

/** In the API: what is read and refused is logged, and the log is read. To be imported before all that answers. */
@Module({
  controllers: [AuditController, PersonAccessController],
  providers: [AuditLog, { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor }],
})
export class AuditHttpModule {}
