import { Module } from '@nestjs/common';
import { OfficeLawModule } from '../court-orders/office-law.js';
import { DetentionReviewService } from './detention-review.service.js';
import { Evaluator } from './evaluator.js';

/** The review itself, for any process; alone it is enough for one without a queue, such as the command line. */
@Module({ imports: [OfficeLawModule], providers: [DetentionReviewService, Evaluator], exports: [DetentionReviewService, Evaluator] })
export class ReviewModule {}
