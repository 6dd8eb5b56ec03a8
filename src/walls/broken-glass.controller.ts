import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { BrokenGlassService } from './broken-glass.service.js';
import { BrokenGlassDto, BrokenGlassQuery, ReasonDto, ReviewOfGlassDto } from './walls.dto.js';

@ApiTags('walls')
@Controller('v1')
export class BrokenGlassController {
  constructor(private readonly glass: BrokenGlassService) {}

  @Post('detainees/:detaineeId/break-glass')
  @Requires(Permission.BreakGlass)
  @Doc({
    summary: 'Open a file that is closed to you, for an hour',
    description: 'It is logged, and stands on the list that the admins and the person\'s attorney go through on the next day.',
    status: 201, answer: BrokenGlassDto,
  })
  break(@Param('detaineeId', IdParam) detaineeId: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.glass.break(actor, detaineeId, reason);
  }

  @Get('detainees/:detaineeId/break-glass/:id')
  @Requires(Permission.BreakGlass)
  @Doc({ summary: 'What you broke, and until when the file is open', answer: BrokenGlassDto })
  one(@Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string) {
    return this.glass.one(detaineeId, id);
  }

  @Get('break-glass')
  @Requires(Permission.ReviewGlass)
  @ReadsPeople(({ items }: { items: readonly BrokenGlassDto[] }) => items.map(({ detaineeId }) => detaineeId))
  @Doc({ summary: 'Who opened a file that was closed to them, the newest first', description: 'For an admin all; for an attorney, the files of the people whose attorney they are.', page: BrokenGlassDto })
  list(@Query() query: BrokenGlassQuery) {
    return this.glass.list(query);
  }

  @Post('break-glass/:id/review')
  @Requires(Permission.ReviewGlass)
  @Doc({ summary: 'Say what was found', answer: BrokenGlassDto })
  review(@Param('id', IdParam) id: string, @Body() { note }: ReviewOfGlassDto, @CurrentActor() actor: Actor) {
    return this.glass.review(actor, id, note);
  }
}
