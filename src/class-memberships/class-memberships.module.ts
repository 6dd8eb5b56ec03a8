import { Module } from '@nestjs/common';
import { CaseEventsModule } from '../case-events/case-events.module.js';
import { ClassMembershipsController, OpenMembershipProposalsController } from './class-memberships.controller.js';
import { ClassMembershipsQueries } from './class-memberships.queries.js';
import { ClassMembershipsService } from './class-memberships.service.js';
import { Classes, ShippedClasses } from './classes.js';
import { ProposalsService } from './proposals.service.js';

/** For the API alone: proposals are computed when somebody asks. */
@Module({
  imports: [CaseEventsModule],
  controllers: [OpenMembershipProposalsController, ClassMembershipsController],
  providers: [{ provide: Classes, useClass: ShippedClasses }, ClassMembershipsQueries, ProposalsService, ClassMembershipsService],
})
export class ClassMembershipsHttpModule {}
