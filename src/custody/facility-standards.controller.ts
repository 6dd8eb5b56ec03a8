import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { AsKnownOn, WithReason } from '../detainees/fact-fields.js';
import { FacilityCodeParam } from './facility-code.param.js';
import { CorrectedFacilityStandardDto, FacilityStandardDto, FacilityStandardsDto, NewFacilityStandardDto } from './facility-standards.dto.js';
import { FacilityStandardsService } from './facility-standards.service.js';

@ApiTags('custody')
@Controller('v1/facilities/:code/standards')
export class FacilityStandardsController {
  constructor(private readonly standards: FacilityStandardsService) {}

  @Get()
  @Requires(Permission.ReadFacilities)
  @Doc({ summary: 'By which detention standard a facility was bound from when', answer: FacilityStandardsDto })
  list(@Param('code', FacilityCodeParam) code: string, @Query() { asKnownOn }: AsKnownOn) {
    return this.standards.list(code, asKnownOn ?? null);
  }

  @Get(':id')
  @Requires(Permission.ReadFacilities)
  @Doc({ summary: 'One of them', answer: FacilityStandardDto })
  one(@Param('code', FacilityCodeParam) code: string, @Param('id', IdParam) id: string, @Query() { asKnownOn }: AsKnownOn) {
    return this.standards.one(code, id, asKnownOn ?? null);
  }

  @Post()
  @Requires(Permission.WriteFacilities)
  @Doc({ summary: 'Record by which detention standard a facility is bound', description: 'Whoever was held there since is reviewed again.', status: 201, answer: FacilityStandardDto })
  record(@Param('code', FacilityCodeParam) code: string, @Body() body: NewFacilityStandardDto, @CurrentActor() actor: Actor) {
    return this.standards.record(actor, code, body);
  }

  @Patch(':id')
  @Requires(Permission.WriteFacilities)
  @Doc({ summary: 'Correct it', description: 'Fields left out stay as they are. The former version is kept.', answer: FacilityStandardDto })
  correct(
    @Param('code', FacilityCodeParam) code: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() body: CorrectedFacilityStandardDto, @CurrentActor() actor: Actor,
  ) {
    return this.standards.correct(actor, code, id, seen, body);
  }

  @Delete(':id')
  @Requires(Permission.WriteFacilities)
  @Doc({ summary: 'Withdraw it', description: 'For what should never have been recorded. It stays in the history.', status: 204 })
  async withdraw(
    @Param('code', FacilityCodeParam) code: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { reason }: WithReason, @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.standards.withdraw(actor, code, id, seen, reason);
  }
}
