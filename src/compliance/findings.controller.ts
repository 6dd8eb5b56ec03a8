import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople, ReadsPerson } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { FindingWithHistoryDto, NewReviewStepDto } from './finding-reviews.dto.js';
import { FindingReviewsService } from './finding-reviews.service.js';
import { FindingDto, FindingsQuery, SnoozeDto } from './findings.dto.js';
import { FindingsService } from './findings.service.js';

@ApiTags('findings')
@Controller('v1/findings')
export class FindingsController {
  constructor(private readonly findings: FindingsService, private readonly reviews: FindingReviewsService) {}

  @Get()
  @Requires(Permission.ReadFindings)
  @ReadsPeople(({ items }: { items: readonly FindingDto[] }) => items.map(({ person }) => person.id))
  @Doc({
    summary: 'The morning\'s list: whose detention needs a lawyer, and why',
    description: 'Most urgent first: what is met; what is contested; what approaches; what is unknown; in each, orders and limits on detention before reviews, then the oldest line. All that nobody has verified comes after all that somebody has. What is snoozed is left out until its day.',
    page: FindingDto,
  })
  list(@Query() query: FindingsQuery) {
    return this.findings.list(query);
  }

  @Get(':id')
  @Requires(Permission.ReadFindings)
  @ReadsPerson(({ person }: FindingWithHistoryDto) => person.id)
  @Doc({
    summary: 'One finding, with what it took the place of, on which facts and which status of its clause it rests, and each step of its review',
    answer: FindingWithHistoryDto,
  })
  show(@Param('id', IdParam) id: string, @CurrentActor() actor: Actor) {
    return this.reviews.show(actor, id);
  }

  @Post(':id/acknowledge')
  @Requires(Permission.ReviewFindings)
  @Doc({ summary: 'Say that it was seen; this stays with it until its result changes', answer: FindingDto })
  acknowledge(@Param('id', IdParam) id: string, @IfMatch() seen: number, @CurrentActor() actor: Actor) {
    return this.findings.acknowledge(actor, id, seen);
  }

  @Post(':id/snooze')
  @Requires(Permission.ReviewFindings)
  @Doc({ summary: 'Take it off the list until a day, with a reason; it comes back when its result changes', answer: FindingDto })
  snooze(@Param('id', IdParam) id: string, @IfMatch() seen: number, @Body() body: SnoozeDto, @CurrentActor() actor: Actor) {
    return this.findings.snooze(actor, id, seen, body);
  }

  @Post(':id/review')
  @Requires(Permission.ReviewFindings)
  @Doc({
    summary: 'Say how its review goes on: under review, confirmed, dismissed, raised with the government, cured, reported to the court',
    description: 'It is about what the clause says of this person and event, and stays when the finding is succeeded by another, which then says what changed since. '
      + 'Each step is kept, with its evidence. Confirming, dismissing and reporting to the court need the permission findings:decide.',
    answer: FindingDto,
  })
  review(@Param('id', IdParam) id: string, @IfMatch() seen: number, @Body() body: NewReviewStepDto, @CurrentActor() actor: Actor) {
    return this.reviews.review(actor, id, seen, body);
  }
}
