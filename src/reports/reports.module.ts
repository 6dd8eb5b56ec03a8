import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OfficeLawModule } from '../court-orders/office-law.js';
import { ReportMaker } from './report-maker.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';

/** Reports, for any process: the command line makes and verifies them too. */
@Module({ imports: [AuditModule, OfficeLawModule], providers: [ReportMaker, ReportsService], exports: [ReportsService] })
export class ReportsModule {}

/** Their doors, for the API alone. */
@Module({ imports: [ReportsModule], controllers: [ReportsController] })
export class ReportsHttpModule {}
