import { Module } from '@nestjs/common';
import { CaseEventsModule } from '../case-events/case-events.module.js';
import { CustodyModule } from '../custody/custody.module.js';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { ReviewModule } from '../detention-review/review.module.js';
import { ProductionsModule } from '../productions/productions.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { RemovalOrdersModule } from '../removal-orders/removal-orders.module.js';
import { UsersModule } from '../users/users.module.js';
import { TeamsModule } from '../walls/walls.module.js';
import { DemoCaseloadService } from './demo-caseload.service.js';
import { DemoGrantsService } from './demo-grants.service.js';
import { DemoUsersService } from './demo-users.service.js';
import { SampleService } from './sample.service.js';
import { SeedService } from './seed.service.js';

/** For the command line alone: neither the API nor the worker can invent anybody. */
@Module({
  imports: [DetaineesModule, CustodyModule, RemovalOrdersModule, CaseEventsModule, UsersModule, ReferenceModule, ReviewModule, ProductionsModule, TeamsModule],
  providers: [DemoUsersService, DemoCaseloadService, DemoGrantsService, SampleService, SeedService],
  exports: [DemoUsersService, SeedService],
})
export class DemoModule {}
