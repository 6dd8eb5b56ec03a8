import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { COUNSEL_CONTACT } from './counsel-contact.facts.js';
import { CounselContactsController } from './counsel-contacts.controller.js';
import { CounselContactsService } from './counsel-contacts.service.js';
import { RepresentationController } from './representation.controller.js';
import { REPRESENTATION } from './representation.facts.js';

@Module({ imports: [DetaineesModule], exports: [DetaineesModule] })
export class CounselContactsModule {
  constructor(kinds: FactKinds) {
    kinds.add(REPRESENTATION, COUNSEL_CONTACT);
  }
}

/** Its doors, for the API alone, where an `AccessCheck` is at hand. */
@Module({ imports: [CounselContactsModule], controllers: [RepresentationController, CounselContactsController], providers: [CounselContactsService] })
export class CounselContactsHttpModule {}
