import { Module } from '@nestjs/common';
import { DetentionReviewService } from './detention-review.service.js';
import { Evaluator } from './evaluator.js';

/** The review itself, for any process; alone it is enough for one without a queue, such as the command line. */
@Module({ providers: [DetentionReviewService, Evaluator], exports: [DetentionReviewService, Evaluator] })
export class ReviewModule {}
