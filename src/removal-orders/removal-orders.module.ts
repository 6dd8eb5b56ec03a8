import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import './removal-orders.errors.js';
import { OrderEventsController } from './order-events.controller.js';
import { COOPERATION_LAPSE, ORDER_EVENT, REMOVAL_ORDER } from './removal-order.facts.js';
import { CooperationController, RemovalOrdersController } from './removal-orders.controller.js';
import { RemovalOrdersService } from './removal-orders.service.js';

@Module({ imports: [DetaineesModule], providers: [RemovalOrdersService], exports: [DetaineesModule, RemovalOrdersService] })
export class RemovalOrdersModule {
  constructor(kinds: FactKinds) {
    kinds.add(REMOVAL_ORDER, ORDER_EVENT, COOPERATION_LAPSE);
  }
}

/** Its doors, for the API alone. */
@Module({ imports: [RemovalOrdersModule], controllers: [RemovalOrdersController, OrderEventsController, CooperationController] })
export class RemovalOrdersHttpModule {}
