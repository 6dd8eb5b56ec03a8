import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople, ReadsPerson } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { AsKnownOn, WithReason } from '../detainees/fact-fields.js';
import { CheckedIceContactDto, CheckedIceContactsDto, CorrectedIceContactDto, IceContactDto, IceContactsQuery, NewIceContactDto } from './ice-contacts.dto.js';
import { IceContactsService } from './ice-contacts.service.js';

@ApiTags('ice-contacts')
@Controller('v1/ice-contacts')
export class IceContactsController {
  constructor(private readonly contacts: IceContactsService) {}

  @Get()
  @Requires(Permission.ReadIceContacts)
  @ReadsPeople(({ items }: { items: readonly IceContactDto[] }) => items.map(({ detaineeId }) => detaineeId))
  @Doc({ summary: 'Contacts with the people whom the caller sees, the latest first', page: IceContactDto })
  list(@Query() query: IceContactsQuery) {
    return this.contacts.list(query);
  }

  @Get(':id')
  @Requires(Permission.ReadIceContacts)
  @ReadsPerson(({ detaineeId }: IceContactDto) => detaineeId)
  @Doc({ summary: 'One contact', answer: IceContactDto })
  one(@Param('id', IdParam) id: string, @Query() { asKnownOn }: AsKnownOn) {
    return this.contacts.one(id, asKnownOn ?? null);
  }

  @Post()
  @Requires(Permission.WriteIceContacts)
  @Doc({
    summary: 'Record a contact with one or several people, and see which clauses of orders it touches', status: 201, answer: CheckedIceContactsDto,
    description: 'All of them are recorded, or none. A retry with the same Idempotency-Key makes no second contact.',
  })
  record(@Body() body: NewIceContactDto, @CurrentActor() actor: Actor) {
    return this.contacts.record(actor, body);
  }

  @Patch(':id')
  @Requires(Permission.WriteIceContacts)
  @Doc({
    summary: 'Correct a contact of one person', answer: CheckedIceContactDto,
    description: 'Fields left out stay as they are; null says that it is not known. The former version stays in the history.',
  })
  correct(
    @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { source, reason, ...changes }: CorrectedIceContactDto, @CurrentActor() actor: Actor,
  ) {
    return this.contacts.correct(actor, id, seen, { source, reason, changes });
  }

  @Delete(':id')
  @Requires(Permission.WriteIceContacts)
  @Doc({ summary: 'Withdraw a contact', description: 'For what should never have been recorded. It stays in the history.', status: 204 })
  async withdraw(@Param('id', IdParam) id: string, @IfMatch() seen: number, @Body() { reason }: WithReason, @CurrentActor() actor: Actor): Promise<void> {
    await this.contacts.withdraw(actor, id, seen, reason);
  }
}
