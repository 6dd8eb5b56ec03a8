import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { CourtOrdersController } from './court-orders.controller.js';
import './court-orders.errors.js';
import { CourtOrdersService } from './court-orders.service.js';
import { LawChange } from './law-change.js';
import { OfficeLawModule } from './office-law.js';
import { OrderProposals } from './order-proposals.service.js';
import { StatusEntriesService } from './status-entries.service.js';
import { VerificationsController } from './verifications.controller.js';
import { VerificationsService } from './verifications.service.js';

/** For the API alone; a process that evaluates needs the law of the office and nothing else of it (`OfficeLawModule`). */
@Module({
  imports: [DetaineesModule, OfficeLawModule],
  controllers: [CourtOrdersController, VerificationsController],
  providers: [LawChange, CourtOrdersService, StatusEntriesService, VerificationsService, OrderProposals],
  exports: [OrderProposals],
})
export class CourtOrdersHttpModule {}
