import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { EvaluationDto, EvaluationQuery, ReviewStatusDto } from './detention-review.dto.js';
import { DetentionReviewService } from './detention-review.service.js';

@ApiTags('detention review')
@Controller('v1')
export class DetentionReviewController {
  constructor(private readonly reviews: DetentionReviewService) {}

  @Get('detainees/:detaineeId/evaluation')
  @Requires(Permission.ReadFindings)
  @Doc({ summary: 'What the law says about one person on a day, from the facts on file', answer: EvaluationDto })
  evaluation(@Param('detaineeId', IdParam) id: string, @Query() { asOf, asKnownOn }: EvaluationQuery) {
    return this.reviews.evaluationOf(id, asOf ?? null, asKnownOn === undefined ? null : new Date(asKnownOn));
  }

  @Get('detention-review/status')
  @Requires(Permission.ReadFindings)
  @ReadsPeople(({ failures }: ReviewStatusDto) => failures.map(({ detaineeId }) => detaineeId))
  @Doc({ summary: 'Whether the list is up to date: who waits for a review, and whose review failed', answer: ReviewStatusDto })
  status() {
    return this.reviews.status();
  }
}
