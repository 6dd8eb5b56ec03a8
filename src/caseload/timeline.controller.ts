import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { TimelineEntryDto, TimelineQuery } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('caseload')
@Controller('v1/detainees/:detaineeId/timeline')
export class TimelineController {
  constructor(private readonly timelines: TimelineService) {}

  @Get()
  @Requires(Permission.ReadDetainees)
  @Doc({
    summary: 'Everything dated about a person, in order, with where it comes from', page: TimelineEntryDto,
    description: 'A fact without a day stands in the list of its kind alone. What is privileged is not in it.',
  })
  timeline(@Param('detaineeId', IdParam) detaineeId: string, @Query() query: TimelineQuery, @CurrentActor() actor: Actor) {
    return this.timelines.timeline(actor, detaineeId, query);
  }
}
