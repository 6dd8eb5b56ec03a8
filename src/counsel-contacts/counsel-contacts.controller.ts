import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { AsKnownOn, WithReason } from '../detainees/fact-fields.js';
import { listSchema } from '../detainees/fact-routes.js';
import { COUNSEL_CONTACT } from './counsel-contact.facts.js';
import { CheckedCounselContactDto, CorrectedCounselContactDto, CounselContactDto, NewCounselContactDto } from './counsel-contacts.dto.js';
import { CounselContactsService } from './counsel-contacts.service.js';

@ApiTags('counsel-contacts')
@Controller('v1/detainees/:detaineeId/counsel-contacts')
export class CounselContactsController {
  constructor(private readonly contacts: CounselContactsService) {}

  @Get()
  @Requires(Permission.ReadCounselContacts)
  @Doc({ summary: 'Every attempt to reach a client, the earliest first', answer: listSchema(CounselContactDto, COUNSEL_CONTACT) })
  list(@Param('detaineeId', IdParam) detaineeId: string, @Query() { asKnownOn }: AsKnownOn) {
    return this.contacts.list(detaineeId, asKnownOn ?? null);
  }

  @Get(':id')
  @Requires(Permission.ReadCounselContacts)
  @Doc({ summary: 'One attempt', answer: CounselContactDto })
  one(@Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @Query() { asKnownOn }: AsKnownOn) {
    return this.contacts.one({ detaineeId, id }, asKnownOn ?? null);
  }

  @Post()
  @Requires(Permission.WriteCounselContacts)
  @Doc({ summary: 'Record an attempt to reach a client, and see which rules of access it touches', status: 201, answer: CheckedCounselContactDto })
  record(@Param('detaineeId', IdParam) detaineeId: string, @Body() { source, ...values }: NewCounselContactDto, @CurrentActor() actor: Actor) {
    return this.contacts.record(actor, detaineeId, { source, values });
  }

  @Patch(':id')
  @Requires(Permission.WriteCounselContacts)
  @Doc({
    summary: 'Correct an attempt, or say what came of it', answer: CheckedCounselContactDto,
    description: 'Fields left out stay as they are; null says that it is not known. The former version stays in the history.',
  })
  correct(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { source, reason, ...changes }: CorrectedCounselContactDto, @CurrentActor() actor: Actor,
  ) {
    return this.contacts.correct(actor, { detaineeId, id }, seen, { source, reason, changes });
  }

  @Delete(':id')
  @Requires(Permission.WriteCounselContacts)
  @Doc({ summary: 'Withdraw an attempt', description: 'For what should never have been recorded. It stays in the history.', status: 204 })
  async withdraw(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { reason }: WithReason, @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.contacts.withdraw(actor, { detaineeId, id }, seen, reason);
  }
}
