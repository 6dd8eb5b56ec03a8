import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { WithReason } from '../detainees/fact-fields.js';
import { NewLawVerificationDto, LawVerificationDto, VerificationsQuery } from './court-orders.dto.js';
import { VerificationsService } from './verifications.service.js';

@ApiTags('law')
@Controller('v1/law/verifications')
export class VerificationsController {
  constructor(private readonly verifications: VerificationsService) {}

  @Get()
  @Requires(Permission.EvaluateLaw)
  @Doc({ summary: 'Which clauses attorneys of the office verified, in which source and when, the newest first', page: LawVerificationDto })
  list(@Query() query: VerificationsQuery) {
    return this.verifications.list(query);
  }

  @Get(':id')
  @Requires(Permission.EvaluateLaw)
  @Doc({ summary: 'One verification', answer: LawVerificationDto })
  one(@Param('id', IdParam) id: string) {
    return this.verifications.one(id);
  }

  @Post()
  @Requires(Permission.VerifyLaw)
  @Doc({
    summary: 'Say that you read the source of an unverified clause, and that it says this', status: 201, answer: LawVerificationDto,
    description: 'From then on the clause counts in this office, for as long as it says the same. Everybody is evaluated again.',
  })
  verify(@Body() body: NewLawVerificationDto, @CurrentActor() actor: Actor) {
    return this.verifications.verify(actor, body);
  }

  @Delete(':id')
  @Requires(Permission.VerifyLaw)
  @Doc({ summary: 'Withdraw a verification', description: 'It stays on record. The clause is shown again and not counted.', status: 204 })
  async withdraw(@Param('id', IdParam) id: string, @IfMatch() seen: number, @Body() { reason }: WithReason, @CurrentActor() actor: Actor): Promise<void> {
    await this.verifications.withdraw(actor, id, seen, reason);
  }
}
