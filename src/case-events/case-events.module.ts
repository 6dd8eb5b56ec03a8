import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { CASE_EVENT } from './case-event.facts.js';
import { CaseEventsController } from './case-events.controller.js';

@Module({ imports: [DetaineesModule], exports: [DetaineesModule] })
export class CaseEventsModule {
  constructor(kinds: FactKinds) {
    kinds.add(CASE_EVENT);
  }
}

/** Its doors, for the API alone. */
@Module({ imports: [CaseEventsModule], controllers: [CaseEventsController] })
export class CaseEventsHttpModule {}
