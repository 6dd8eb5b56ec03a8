import { Module } from '@nestjs/common';
import { FindingsController } from './findings.controller.js';
import { FindingsService } from './findings.service.js';

/** The list, for any process: the command line prints it too. */
@Module({ providers: [FindingsService], exports: [FindingsService] })
export class FindingsModule {}

@Module({ imports: [FindingsModule], controllers: [FindingsController] })
export class ComplianceModule {}
