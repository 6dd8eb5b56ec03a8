import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { AdversePartiesController } from './adverse-parties.controller.js';
import { ADVERSE_PARTY } from './adverse-party.facts.js';
import { ConflictChecksController } from './conflict-checks.controller.js';
import { ConflictChecksQueries } from './conflict-checks.queries.js';
import { ConflictChecksService } from './conflict-checks.service.js';

@Module({ imports: [DetaineesModule], exports: [DetaineesModule] })
export class ConflictChecksModule {
  constructor(kinds: FactKinds) {
    kinds.add(ADVERSE_PARTY);
  }
}

/** Its doors, for the API alone. */
@Module({
  imports: [ConflictChecksModule],
  controllers: [AdversePartiesController, ConflictChecksController],
  providers: [ConflictChecksQueries, ConflictChecksService],
})
export class ConflictChecksHttpModule {}
