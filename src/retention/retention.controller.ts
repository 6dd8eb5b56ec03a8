import { Body, Controller, Get, Param, type PipeTransform, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { notFound } from '../common/problem.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { DecisionDto, ProposalDto, ProposalsQuery, RuleChangeDto, RuleDto, RulesDto } from './retention.dto.js';
import { RETENTION_KINDS, type RetentionKind } from './retention-kinds.js';
import { RetentionService } from './retention.service.js';

class KindParam implements PipeTransform<string, RetentionKind> {
  transform(value: string): RetentionKind {
    const kind = RETENTION_KINDS.find((known) => known === value);
    if (!kind) throw notFound('rule');
    return kind;
  }
}

@ApiTags('retention')
@Controller('v1/retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get('rules')
  @Requires(Permission.ReadOffice)
  @Doc({ summary: 'How long each kind of record is kept once it may go', answer: RulesDto })
  rules() {
    return this.retention.rules();
  }

  @Put('rules/:kind')
  @Requires(Permission.ManageOffice)
  @ApiParam({ name: 'kind', schema: { type: 'string', enum: [...RETENTION_KINDS] } })
  @Doc({ summary: 'Change for how long', answer: RuleDto })
  changeRule(@Param('kind', new KindParam()) kind: RetentionKind, @IfMatch() seen: number, @Body() { keepMonths }: RuleChangeDto, @CurrentActor() actor: Actor) {
    return this.retention.changeRule(actor, kind, seen, keepMonths);
  }

  @Get('proposals')
  @Requires(Permission.ReadRetention)
  @ReadsPeople(({ items }: { items: readonly ProposalDto[] }) => items.map(({ detaineeId }) => detaineeId))
  @Doc({ summary: 'What the rules propose to delete, the newest first', page: ProposalDto })
  proposals(@Query() query: ProposalsQuery) {
    return this.retention.proposals(query);
  }

  @Post('proposals/:id/decision')
  @Requires(Permission.DecideRetention)
  @Doc({
    summary: 'Decide on a proposal',
    description: 'What is approved is deleted in the first night that is a day later, unless a hold comes or something changes. Refused under a legal hold.',
    answer: ProposalDto,
  })
  decide(@Param('id', IdParam) id: string, @Body() { decision }: DecisionDto, @CurrentActor() actor: Actor) {
    return this.retention.decide(actor, id, decision);
  }
}
