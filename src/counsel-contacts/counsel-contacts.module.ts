import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { RepresentationController } from './representation.controller.js';
import { REPRESENTATION } from './representation.facts.js';

@Module({ imports: [DetaineesModule], exports: [DetaineesModule] })
export class CounselContactsModule {
  constructor(kinds: FactKinds) {
    kinds.add(REPRESENTATION);
  }
}

/** Its doors, for the API alone. */
@Module({ imports: [CounselContactsModule], controllers: [RepresentationController] })
export class CounselContactsHttpModule {}
