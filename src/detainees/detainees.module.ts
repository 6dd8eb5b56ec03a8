import { Module } from '@nestjs/common';
import { ReviewSignalModule } from '../common/review-signal.js';
import { IDENTIFIER, IDENTITY, KNOWN_LIST, MEMBERSHIP, NAME } from './detainee.facts.js';
import './detainees.errors.js';
import { DetaineesQueries } from './detainees.queries.js';
import { DetaineesService } from './detainees.service.js';
import { ErasureParts } from './erasure-parts.js';
import { ErasureService } from './erasure.service.js';
import { FactKinds } from './fact-kinds.js';
import { FactsQueries } from './facts.queries.js';
import { FactsService } from './facts.service.js';
import { SENSITIVE_DETAIL } from './sensitive-detail.facts.js';

/** The mechanism of facts and who a person is, for every process. */
@Module({
  imports: [ReviewSignalModule],
  providers: [FactKinds, FactsQueries, FactsService, DetaineesQueries, DetaineesService, ErasureParts, ErasureService],
  exports: [FactKinds, FactsQueries, FactsService, DetaineesQueries, DetaineesService, ErasureParts, ErasureService],
})
export class DetaineesModule {
  constructor(kinds: FactKinds) {
    kinds.add(IDENTITY, NAME, IDENTIFIER, SENSITIVE_DETAIL, MEMBERSHIP, KNOWN_LIST);
  }
}
