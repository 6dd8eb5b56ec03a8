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
import { listSchema } from '../detainees/fact-routes.js';
import { ORDER_EVENT } from './removal-order.facts.js';
import { CorrectedOrderEventDto, NewOrderEventDto, OrderEventDto } from './removal-orders.dto.js';
import { RemovalOrdersService } from './removal-orders.service.js';

@ApiTags('removal-orders')
@Controller('v1/detainees/:detaineeId/removal-orders/:orderId/events')
export class OrderEventsController {
  constructor(private readonly orders: RemovalOrdersService) {}

  @Get()
  @Requires(Permission.ReadRemovalOrders)
  @Doc({ summary: 'What befell a removal order', answer: listSchema(OrderEventDto, ORDER_EVENT) })
  async list(@Param('detaineeId', IdParam) detaineeId: string, @Param('orderId', IdParam) id: string, @Query() { asKnownOn }: AsKnownOn) {
    const { events } = await this.orders.one({ detaineeId, id }, asKnownOn ?? null);
    return { items: events ?? [] };
  }

  @Get(':id')
  @Requires(Permission.ReadRemovalOrders)
  @Doc({ summary: 'One event of a removal order', answer: OrderEventDto })
  one(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('orderId', IdParam) orderId: string, @Param('id', IdParam) id: string,
    @Query() { asKnownOn }: AsKnownOn,
  ) {
    return this.orders.event({ detaineeId, orderId, id }, asKnownOn ?? null);
  }

  @Post()
  @Requires(Permission.WriteRemovalOrders)
  @Doc({ summary: 'Record what befell a removal order', status: 201, answer: OrderEventDto })
  record(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('orderId', IdParam) id: string,
    @Body() { source, ...values }: NewOrderEventDto, @CurrentActor() actor: Actor,
  ) {
    return this.orders.recordEvent(actor, { detaineeId, id }, { source, values });
  }

  @Patch(':id')
  @Requires(Permission.WriteRemovalOrders)
  @Doc({ summary: 'Correct an event of a removal order', answer: OrderEventDto })
  correct(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('orderId', IdParam) orderId: string, @Param('id', IdParam) id: string,
    @IfMatch() seen: number, @Body() { source, reason, ...changes }: CorrectedOrderEventDto, @CurrentActor() actor: Actor,
  ) {
    return this.orders.correctEvent(actor, { detaineeId, orderId, id }, seen, { source, reason, changes });
  }

  @Delete(':id')
  @Requires(Permission.WriteRemovalOrders)
  @Doc({ summary: 'Withdraw an event of a removal order', status: 204 })
  async withdraw(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('orderId', IdParam) orderId: string, @Param('id', IdParam) id: string,
    @IfMatch() seen: number, @Body() { reason }: WithReason, @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.orders.withdrawEvent(actor, { detaineeId, orderId, id }, seen, reason);
  }
}
