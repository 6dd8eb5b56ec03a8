import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { PageQuery } from '../common/pagination.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { WithReason } from '../detainees/fact-fields.js';
import { CourtOrderDto, NewStatusEntryDto, OrderVersionsDto, StatusEntriesDto, StatusEntryDto } from './court-orders.dto.js';
import { CORRECTED_ORDER, NEW_ORDER } from './court-orders.schemas.js';
import { CourtOrdersService } from './court-orders.service.js';
import { OrderIdParam } from './order-id.param.js';
import { StatusEntriesService } from './status-entries.service.js';

const peopleIn = ({ persons }: Pick<CourtOrderDto, 'persons'>) => persons.map(({ detaineeId }) => detaineeId);
const WAKES = 'Everybody is evaluated again by the law as it is then.';

@ApiTags('court-orders')
@Controller('v1/court-orders')
export class CourtOrdersController {
  constructor(private readonly orders: CourtOrdersService, private readonly statuses: StatusEntriesService) {}

  @Get()
  @Requires(Permission.ReadCourtOrders)
  @ReadsPeople(({ items }: { items: readonly CourtOrderDto[] }) => items.flatMap(peopleIn))
  @Doc({
    summary: 'The orders that the office entered, by their ids', page: CourtOrderDto,
    description: 'One that names persons is shown to whoever sees one of them. What ships is at GET /v1/law/authorities.',
  })
  list(@Query() query: PageQuery) {
    return this.orders.list(query);
  }

  @Get(':id')
  @Requires(Permission.ReadCourtOrders)
  @ReadsPeople(peopleIn)
  @Doc({ summary: 'One order: its clauses, their states over time, and whom it names', answer: CourtOrderDto })
  one(@Param('id', OrderIdParam) id: string) {
    return this.orders.one(id);
  }

  @Get(':id/versions')
  @Requires(Permission.ReadCourtOrders)
  @ReadsPeople(({ people }: OrderVersionsDto) => people)
  @Doc({ summary: 'All that an order ever said, the latest first', answer: OrderVersionsDto })
  versions(@Param('id', OrderIdParam) id: string) {
    return this.orders.versions(id);
  }

  @Post()
  @Requires(Permission.WriteCourtOrders)
  @ApiBody({ schema: NEW_ORDER })
  @Doc({ summary: 'Enter an order, and whom it names', description: `All that is wrong with it is told at once. ${WAKES}`, status: 201, answer: CourtOrderDto })
  enter(@Body() body: unknown, @CurrentActor() actor: Actor) {
    return this.orders.enter(actor, body);
  }

  @Put(':id')
  @Requires(Permission.WriteCourtOrders)
  @ApiBody({ schema: CORRECTED_ORDER })
  @Doc({ summary: 'Correct what an order says', description: `The former version stays. Stays and reversals are status entries. ${WAKES}`, answer: CourtOrderDto })
  correct(@Param('id', OrderIdParam) id: string, @IfMatch() seen: number, @Body() body: unknown, @CurrentActor() actor: Actor) {
    return this.orders.correct(actor, id, seen, body);
  }

  @Delete(':id')
  @Requires(Permission.WriteCourtOrders)
  @Doc({ summary: 'Withdraw an order', description: `For what should never have been entered. ${WAKES}`, status: 204 })
  async withdraw(@Param('id', OrderIdParam) id: string, @IfMatch() seen: number, @Body() { reason }: WithReason, @CurrentActor() actor: Actor): Promise<void> {
    await this.orders.withdraw(actor, id, seen, reason);
  }

  @Get(':orderId/status-entries')
  @Requires(Permission.ReadCourtOrders)
  @ReadsPeople(({ people }: StatusEntriesDto) => people)
  @Doc({ summary: 'What became of the clauses of an order, the oldest state first, and what was withdrawn', answer: StatusEntriesDto })
  listStatuses(@Param('orderId', OrderIdParam) orderId: string) {
    return this.statuses.list(orderId);
  }

  @Post(':orderId/status-entries')
  @Requires(Permission.WriteCourtOrders)
  @Doc({
    summary: 'Record that clauses were stayed, vacated, put in force again', status: 201, answer: StatusEntryDto,
    description: `It holds from its day until the next entry, also if it is entered late. ${WAKES}`,
  })
  recordStatus(@Param('orderId', OrderIdParam) orderId: string, @Body() body: NewStatusEntryDto, @CurrentActor() actor: Actor) {
    return this.statuses.record(actor, orderId, body);
  }

  @Delete(':orderId/status-entries/:id')
  @Requires(Permission.WriteCourtOrders)
  @Doc({ summary: 'Withdraw a status entry that is wrong', description: `It stays on record. A clause of which no entry stands is of unknown force. ${WAKES}`, status: 204 })
  async withdrawStatus(
    @Param('orderId', OrderIdParam) orderId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { reason }: WithReason, @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.statuses.withdraw(actor, orderId, id, seen, reason);
  }
}
