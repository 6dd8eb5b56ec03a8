import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { EvidenceService } from './evidence.service.js';
import { FindingReviewsService } from './finding-reviews.service.js';
import { FindingsController } from './findings.controller.js';
import { FindingsService } from './findings.service.js';
import { requireSoundRules, REVIEW_RULES } from './review-states.js';

/** The list, for any process: the command line prints it too. */
@Module({ providers: [FindingsService], exports: [FindingsService] })
export class FindingsModule {}

/** Its doors, for the API alone, where a `FindingBasis` is at hand. */
@Module({ imports: [FindingsModule, DetaineesModule], controllers: [FindingsController], providers: [FindingReviewsService, EvidenceService] })
export class ComplianceModule {
  constructor() {
    requireSoundRules(REVIEW_RULES);
  }
}
