import { Module } from '@nestjs/common';
import { ContactDraftsController } from './contact-drafts.controller.js';
import { ContactDraftsQueries } from './contact-drafts.queries.js';
import { ContactDraftsService } from './contact-drafts.service.js';
import { IceContactsController } from './ice-contacts.controller.js';
import { IceContactsModule } from './ice-contacts.module.js';
import { IceContactsQueries } from './ice-contacts.queries.js';
import { IceContactsService } from './ice-contacts.service.js';

/** Its doors, for the API alone, where a `ClauseCheck` is at hand. */
@Module({
  imports: [IceContactsModule],
  controllers: [ContactDraftsController, IceContactsController],
  providers: [ContactDraftsQueries, ContactDraftsService, IceContactsQueries, IceContactsService],
})
export class IceContactsHttpModule {}
