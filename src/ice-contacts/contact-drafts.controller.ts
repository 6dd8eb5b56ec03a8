import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch, IfMatchIfRead } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { ContactDraftDto, ContactDraftsQuery, ContactDraftSummaryDto, DraftToSaveDto } from './contact-drafts.dto.js';
import { ContactDraftsService } from './contact-drafts.service.js';

@ApiTags('ice-contacts')
@Controller('v1/ice-contacts/drafts')
export class ContactDraftsController {
  constructor(private readonly drafts: ContactDraftsService) {}

  @Get()
  @Requires(Permission.ReadIceContacts)
  @ReadsPeople(({ items }: { items: readonly ContactDraftSummaryDto[] }) => items.flatMap(({ detaineeIds }) => detaineeIds))
  @Doc({ summary: 'The caller\'s own drafts of contacts, the one saved last first', page: ContactDraftSummaryDto })
  list(@Query() query: ContactDraftsQuery, @CurrentActor() actor: Actor) {
    return this.drafts.list(actor, query);
  }

  @Get(':id')
  @Requires(Permission.ReadIceContacts)
  @ReadsPeople(({ detaineeIds }: ContactDraftDto) => detaineeIds)
  @Doc({ summary: 'One draft', answer: ContactDraftDto })
  one(@Param('id', IdParam) id: string, @CurrentActor() actor: Actor) {
    return this.drafts.one(actor, id);
  }

  @Put(':id')
  @Requires(Permission.WriteIceContacts)
  @Doc({
    summary: 'Save a draft of a contact', answer: ContactDraftDto,
    description: 'The client makes the id, and saves for the first time without If-Match. A save whose answer was lost can be repeated as it was. '
      + 'A draft becomes a contact when one is recorded with its `draftId`.',
  })
  save(@Param('id', IdParam) id: string, @IfMatchIfRead() seen: number | null, @Body() body: DraftToSaveDto, @CurrentActor() actor: Actor) {
    return this.drafts.save(actor, id, seen, body);
  }

  @Delete(':id')
  @Requires(Permission.WriteIceContacts)
  @Doc({ summary: 'Delete a draft for good', status: 204 })
  async remove(@Param('id', IdParam) id: string, @IfMatch() seen: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.drafts.remove(actor, id, seen);
  }
}
