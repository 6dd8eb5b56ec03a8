import { Module } from '@nestjs/common';
import { ReviewSignalModule } from '../common/review-signal.js';
import { IDENTIFIER, IDENTITY, KNOWN_LIST, MEMBERSHIP, NAME } from './detainee.facts.js';
import { IdentifiersController, IdentityController, MembershipsController, NamesController } from './detainee-facts.controller.js';
import { DetaineesController } from './detainees.controller.js';
import './detainees.errors.js';
import { DetaineesQueries } from './detainees.queries.js';
import { DetaineesService } from './detainees.service.js';
import { FactKinds } from './fact-kinds.js';
import { FactsQueries } from './facts.queries.js';
import { FactsService } from './facts.service.js';

/** The mechanism of facts and who a person is, for every process. */
@Module({
  imports: [ReviewSignalModule],
  providers: [FactKinds, FactsQueries, FactsService, DetaineesQueries, DetaineesService],
  exports: [FactKinds, FactsQueries, FactsService, DetaineesQueries, DetaineesService],
})
export class DetaineesModule {
  constructor(kinds: FactKinds) {
    kinds.add(IDENTITY, NAME, IDENTIFIER, MEMBERSHIP, KNOWN_LIST);
  }
}

/** Its doors, for the API alone: the worker serves no route. */
@Module({
  imports: [DetaineesModule],
  controllers: [DetaineesController, IdentityController, NamesController, IdentifiersController, MembershipsController],
})
export class DetaineesHttpModule {}
