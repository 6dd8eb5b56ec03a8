import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { OtherCustodyController, StintsController } from './custody.controller.js';
import { OTHER_CUSTODY, STINT } from './custody.facts.js';
import { FacilitiesController } from './facilities.controller.js';
import { FacilitiesQueries } from './facilities.queries.js';
import { FacilitiesService } from './facilities.service.js';
import { FacilityStandardsController } from './facility-standards.controller.js';
import { FacilityStandardsQueries } from './facility-standards.queries.js';
import { FacilityStandardsService } from './facility-standards.service.js';

@Module({
  imports: [DetaineesModule],
  providers: [FacilitiesQueries, FacilitiesService, FacilityStandardsQueries, FacilityStandardsService],
  exports: [DetaineesModule, FacilitiesQueries, FacilitiesService, FacilityStandardsService],
})
export class CustodyModule {
  constructor(kinds: FactKinds) {
    kinds.add(STINT, OTHER_CUSTODY);
  }
}

/** Its doors, for the API alone. */
@Module({ imports: [CustodyModule], controllers: [StintsController, OtherCustodyController, FacilitiesController, FacilityStandardsController] })
export class CustodyHttpModule {}
