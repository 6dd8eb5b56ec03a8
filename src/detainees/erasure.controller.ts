import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { ErasureDto, ErasureRequestDto } from './erasure.dto.js';
import { ErasureService } from './erasure.service.js';

@ApiTags('detainees')
@Controller('v1/detainees/:detaineeId/erasure')
export class ErasureController {
  constructor(private readonly erasure: ErasureService) {}

  @Post()
  @Requires(Permission.EraseDetainees)
  @Doc({
    summary: 'Erase a person for good',
    description: 'Destroys the keys of what is sealed and deletes the rest. There is no way back. Refused while the person is under a legal hold.',
    answer: ErasureDto,
  })
  erase(@Param('detaineeId', IdParam) id: string, @IfMatch() seen: number, @Body() { reason }: ErasureRequestDto, @CurrentActor() actor: Actor) {
    return this.erasure.erase(actor, id, seen, reason);
  }
}
