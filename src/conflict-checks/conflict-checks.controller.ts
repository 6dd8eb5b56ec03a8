import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { CheckedConflictDto, ConflictCheckDto, ConflictChecksQuery, ConflictDecisionDto, NewConflictCheckDto } from './conflict-checks.dto.js';
import { ConflictChecksService } from './conflict-checks.service.js';

const shown = ({ detaineeId, matches }: CheckedConflictDto): string[] => [detaineeId, ...matches.map((match) => match.detaineeId)];

@ApiTags('conflict-checks')
@Controller('v1/conflict-checks')
export class ConflictChecksController {
  constructor(private readonly checks: ConflictChecksService) {}

  @Get()
  @Requires(Permission.ReadConflictChecks)
  @ReadsPeople(({ items }: { items: readonly ConflictCheckDto[] }) => items.map(({ detaineeId }) => detaineeId))
  @Doc({ summary: 'Conflict checks for the people whom the caller sees, the newest first', page: ConflictCheckDto })
  list(@Query() query: ConflictChecksQuery) {
    return this.checks.list(query);
  }

  @Get(':id')
  @Requires(Permission.ReadConflictChecks)
  @ReadsPeople(shown)
  @Doc({ summary: 'One conflict check, with what was found', answer: CheckedConflictDto })
  one(@Param('id', IdParam) id: string) {
    return this.checks.one(id);
  }

  // Asking shows whom it finds: it is permitted, and logged, as a reading.
  @Post()
  @Requires(Permission.ReadConflictChecks)
  @ReadsPeople(shown)
  @Doc({
    summary: 'Ask whether a new person or an adverse party is on file already', status: 201, answer: CheckedConflictDto,
    description: 'Everybody is looked through, whomever the caller sees. Of a match whom the caller may not see, the answer says only that there is one.',
  })
  ask(@Body() body: NewConflictCheckDto, @CurrentActor() actor: Actor) {
    return this.checks.ask(actor, body);
  }

  @Post(':id/decision')
  @Requires(Permission.DecideConflictChecks)
  @ReadsPeople(shown)
  @Doc({ summary: 'Decide whether there is a conflict, or waive it with a reason', answer: CheckedConflictDto })
  decide(@Param('id', IdParam) id: string, @IfMatch() seen: number, @Body() body: ConflictDecisionDto, @CurrentActor() actor: Actor) {
    return this.checks.decide(actor, id, seen, body);
  }
}
