import { Module } from '@nestjs/common';
import { CaseEventsModule } from '../case-events/case-events.module.js';
import { ReviewModule } from '../detention-review/review.module.js';
import { RemovalOrdersModule } from '../removal-orders/removal-orders.module.js';
import { FindingsModule } from '../compliance/compliance.module.js';
import { AppealsQueries } from './appeals.queries.js';
import { AppealsService } from './appeals.service.js';
import { OrderStatusController } from './order-status.controller.js';
import { OrderStatusService } from './order-status.service.js';
import { SilenceQueries } from './silence.queries.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineQueries } from './timeline.queries.js';
import { TimelineService } from './timeline.service.js';
import { TodayController } from './today.controller.js';
import { TodayService } from './today.service.js';

/** What a working day looks at, put together from the features below. */
@Module({
  imports: [FindingsModule, ReviewModule, RemovalOrdersModule, CaseEventsModule],
  controllers: [OrderStatusController, TimelineController, TodayController],
  providers: [OrderStatusService, TimelineQueries, TimelineService, AppealsQueries, AppealsService, SilenceQueries, TodayService],
})
export class CaseloadHttpModule {}
