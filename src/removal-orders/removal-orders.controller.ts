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
import { FactRoutes, listSchema } from '../detainees/fact-routes.js';
import { COOPERATION_LAPSE, REMOVAL_ORDER } from './removal-order.facts.js';
import { CorrectedLapseDto, CorrectedRemovalOrderDto, LapseDto, NewLapseDto, NewRemovalOrderDto, RemovalOrderDto } from './removal-orders.dto.js';
import { RemovalOrdersService } from './removal-orders.service.js';

const who = { read: Permission.ReadRemovalOrders, write: Permission.WriteRemovalOrders };

@ApiTags('removal-orders')
@Controller('v1/detainees/:detaineeId/cooperation')
export class CooperationController extends FactRoutes({ kind: COOPERATION_LAPSE, ...who, New: NewLapseDto, Corrected: CorrectedLapseDto, Answer: LapseDto }) {}

@ApiTags('removal-orders')
@Controller('v1/detainees/:detaineeId/removal-orders')
export class RemovalOrdersController {
  constructor(private readonly orders: RemovalOrdersService) {}

  @Get()
  @Requires(Permission.ReadRemovalOrders)
  @Doc({ summary: 'Every removal order of a person, with what befell it', answer: listSchema(RemovalOrderDto, REMOVAL_ORDER) })
  list(@Param('detaineeId', IdParam) detaineeId: string, @Query() { asKnownOn }: AsKnownOn) {
    return this.orders.list(detaineeId, asKnownOn ?? null);
  }

  @Get(':id')
  @Requires(Permission.ReadRemovalOrders)
  @Doc({ summary: 'One removal order', answer: RemovalOrderDto })
  one(@Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @Query() { asKnownOn }: AsKnownOn) {
    return this.orders.one({ detaineeId, id }, asKnownOn ?? null);
  }

  @Post()
  @Requires(Permission.WriteRemovalOrders)
  @Doc({ summary: 'Record: removal-order', status: 201, answer: RemovalOrderDto })
  record(@Param('detaineeId', IdParam) detaineeId: string, @Body() body: NewRemovalOrderDto, @CurrentActor() actor: Actor) {
    return this.orders.record(actor, detaineeId, body);
  }

  @Patch(':id')
  @Requires(Permission.WriteRemovalOrders)
  @Doc({
    summary: 'Correct: removal-order', answer: RemovalOrderDto,
    description: 'Fields left out stay as they are, also inside appeal and voluntaryDeparture; null says that it is not known. Its events have addresses of their own.',
  })
  correct(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { source, reason, ...changes }: CorrectedRemovalOrderDto, @CurrentActor() actor: Actor,
  ) {
    return this.orders.correct(actor, { detaineeId, id }, seen, { source, reason, changes });
  }

  @Delete(':id')
  @Requires(Permission.WriteRemovalOrders)
  @Doc({ summary: 'Withdraw: removal-order', description: 'And its events with it. All of it stays in the history.', status: 204 })
  async withdraw(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { reason }: WithReason, @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.orders.withdraw(actor, { detaineeId, id }, seen, reason);
  }
}
