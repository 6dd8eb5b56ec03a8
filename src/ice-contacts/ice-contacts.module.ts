import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { ICE_CONTACT } from './ice-contact.facts.js';
import { IceContactsController } from './ice-contacts.controller.js';
import { IceContactsQueries } from './ice-contacts.queries.js';
import { IceContactsService } from './ice-contacts.service.js';

@Module({ imports: [DetaineesModule], exports: [DetaineesModule] })
export class IceContactsModule {
  constructor(kinds: FactKinds) {
    kinds.add(ICE_CONTACT);
  }
}

/** Its doors, for the API alone, where a `ClauseCheck` is at hand. */
@Module({ imports: [IceContactsModule], controllers: [IceContactsController], providers: [IceContactsQueries, IceContactsService] })
export class IceContactsHttpModule {}
