import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { ICE_CONTACT } from './ice-contact.facts.js';
import { OldDrafts } from './old-drafts.service.js';

@Module({ imports: [DetaineesModule], providers: [OldDrafts], exports: [DetaineesModule, OldDrafts] })
export class IceContactsModule {
  constructor(kinds: FactKinds) {
    kinds.add(ICE_CONTACT);
  }
}
