import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { OfficeService } from './office.service.js';
import { OfficeChangeDto, OfficeDto } from './walls.dto.js';

@ApiTags('walls')
@Controller('v1/office')
export class OfficeController {
  constructor(private readonly office: OfficeService) {}

  @Get()
  @Requires(Permission.ReadOffice)
  @Doc({ summary: 'Who sees whom in this office', answer: OfficeDto })
  show() {
    return this.office.show();
  }

  @Patch()
  @Requires(Permission.ManageOffice)
  @Doc({ summary: 'Decide who sees whom', answer: OfficeDto })
  change(@IfMatch() seen: number, @Body() { visibility }: OfficeChangeDto, @CurrentActor() actor: Actor) {
    return this.office.change(actor, seen, visibility);
  }
}
