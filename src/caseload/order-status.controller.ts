import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { OrderStatusDto, OrderStatusQuery } from './order-status.dto.js';
import { OrderStatusService } from './order-status.service.js';

@ApiTags('removal-orders')
@Controller('v1/detainees/:detaineeId/removal-order-status')
export class OrderStatusController {
  constructor(private readonly orders: OrderStatusService) {}

  @Get()
  @Requires(Permission.ReadRemovalOrders)
  @Doc({
    summary: 'Where a person\'s removal order stands on a day, as a sentence and as data', answer: OrderStatusDto,
    description: 'Finality and why, stays in force, what is pending and due, protection, countries, travel document, supervision and what may come next. What is not known is named and never stands for none.',
  })
  status(@Param('detaineeId', IdParam) detaineeId: string, @Query() { asOf, asKnownOn }: OrderStatusQuery) {
    return this.orders.status(detaineeId, asOf ?? null, asKnownOn ?? null);
  }
}
