import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople, ReadsPerson } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { NewWallDto, ReasonDto, WallDto, WallsQuery } from './walls.dto.js';
import { WallsService } from './walls.service.js';

@ApiTags('walls')
@Controller('v1/walls')
export class WallsController {
  constructor(private readonly walls: WallsService) {}

  @Get()
  @Requires(Permission.ReadWalls)
  @ReadsPeople(({ items }: { items: readonly WallDto[] }) => items.map(({ detaineeId }) => detaineeId))
  @Doc({ summary: 'The walls of the office, the newest first', page: WallDto })
  list(@Query() query: WallsQuery) {
    return this.walls.list(query);
  }

  @Post()
  @Requires(Permission.ManageWalls)
  @Doc({ summary: 'Put up a wall', description: 'It shuts a user out of a person\'s file at once, whatever their role and team; admins too.', status: 201, answer: WallDto })
  putUp(@Body() body: NewWallDto, @CurrentActor() actor: Actor) {
    return this.walls.putUp(actor, body);
  }

  @Get(':id')
  @Requires(Permission.ReadWalls)
  @ReadsPerson(({ detaineeId }: WallDto) => detaineeId)
  @Doc({ summary: 'One wall', answer: WallDto })
  one(@Param('id', IdParam) id: string) {
    return this.walls.one(id);
  }

  @Delete(':id')
  @Requires(Permission.ManageWalls)
  @Doc({ summary: 'Take down a wall', description: 'It stays on record. Nobody takes down a wall that shuts out themselves.', status: 204 })
  async takeDown(@Param('id', IdParam) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.walls.takeDown(actor, id, reason);
  }
}
