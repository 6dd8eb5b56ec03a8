import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { TeamsService } from './teams.service.js';
import { GrantDto, NewGrantDto } from './walls.dto.js';

const LIST = { type: 'object', required: ['items'], properties: { items: { type: 'array', items: { $ref: '#/components/schemas/GrantDto' } } } };

@ApiTags('walls')
@Controller('v1/detainees/:detaineeId/team')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Requires(Permission.ReadTeams)
  @Doc({ summary: 'Who is on a person\'s team, and who was', answer: LIST })
  list(@Param('detaineeId', IdParam) detaineeId: string) {
    return this.teams.list(detaineeId);
  }

  @Post()
  @Requires(Permission.ManageTeams)
  @Doc({ summary: 'Put somebody on the team', description: 'Outside co-counsel see only people on whose team they are.', status: 201, answer: GrantDto })
  grant(@Param('detaineeId', IdParam) detaineeId: string, @Body() body: NewGrantDto, @CurrentActor() actor: Actor) {
    return this.teams.grant(actor, detaineeId, body);
  }

  @Get(':id')
  @Requires(Permission.ReadTeams)
  @Doc({ summary: 'One place on the team', answer: GrantDto })
  one(@Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string) {
    return this.teams.one(detaineeId, id);
  }

  @Delete(':id')
  @Requires(Permission.ManageTeams)
  @Doc({ summary: 'Take somebody off the team', description: 'It stays on record who was on it.', status: 204 })
  async revoke(@Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.teams.revoke(actor, detaineeId, id);
  }
}
