import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { LegalHolds } from './legal-holds.service.js';
import { HoldDto, HoldsQuery, LiftingDto, NewHoldDto } from './retention.dto.js';

const heldIn = (holds: readonly HoldDto[]): string[] => holds.flatMap(({ detaineeId }) => detaineeId ?? []);

@ApiTags('retention')
@Controller('v1/holds')
export class HoldsController {
  constructor(private readonly holds: LegalHolds) {}

  @Get()
  @Requires(Permission.ReadHolds)
  @ReadsPeople(({ items }: { items: readonly HoldDto[] }) => heldIn(items))
  @Doc({ summary: 'Legal holds, the newest first', page: HoldDto })
  list(@Query() query: HoldsQuery) {
    return this.holds.list(query);
  }

  @Post()
  @Requires(Permission.ManageHolds)
  @Doc({
    summary: 'Put a person or a class on legal hold',
    description: 'From then on nothing of theirs is deleted or erased, whoever asks. A hold on a class is on everybody who belongs to it, also later; an admin puts it up.',
    status: 201,
    answer: HoldDto,
  })
  putUp(@Body() body: NewHoldDto, @CurrentActor() actor: Actor) {
    return this.holds.putUp(actor, body);
  }

  @Get(':id')
  @Requires(Permission.ReadHolds)
  @ReadsPeople((hold: HoldDto) => heldIn([hold]))
  @Doc({ summary: 'One hold', answer: HoldDto })
  one(@Param('id', IdParam) id: string) {
    return this.holds.one(id);
  }

  @Delete(':id')
  @Requires(Permission.ManageHolds)
  @Doc({ summary: 'Lift a hold', description: 'It stays on record.', status: 204 })
  async lift(@Param('id', IdParam) id: string, @Body() { reason }: LiftingDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.holds.lift(actor, id, reason);
  }
}
