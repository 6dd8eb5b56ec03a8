import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { PageQuery } from '../common/pagination.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import {
  AssignmentDto, DetaineeDto, DetaineeRowDto, DetaineesQuery, FoundDetaineeDto, HistoryEntryDto, KnownListDto, NewDetaineeDto, SearchDto,
} from './detainees.dto.js';
import { DetaineesService } from './detainees.service.js';
import type { KnownList } from './fact.js';
import { AsKnownOn, WithReason, WithSource } from './fact-fields.js';
import { KnownListParam, LIST_PARAM } from './known-list.param.js';

const onPage = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);

@ApiTags('detainees')
@Controller('v1/detainees')
export class DetaineesController {
  constructor(private readonly detainees: DetaineesService) {}

  @Get()
  @Requires(Permission.ReadDetainees)
  @ReadsPeople(onPage)
  @Doc({ summary: 'The caseload, the newest on file first', page: DetaineeRowDto })
  list(@Query() query: DetaineesQuery) {
    return this.detainees.list(query);
  }

  @Post()
  @Requires(Permission.WriteDetainees)
  @Doc({ summary: 'Open a file', description: 'With what is known of who the person is; each part becomes a fact with this source.', status: 201, answer: DetaineeDto })
  create(@Body() body: NewDetaineeDto, @CurrentActor() actor: Actor) {
    return this.detainees.create(actor, body);
  }

  @Post('search')
  @Requires(Permission.ReadDetainees)
  @ReadsPeople(onPage)
  @Doc({ summary: 'Find people by a name in any spelling or script, or by a number', page: FoundDetaineeDto })
  search(@Body() body: SearchDto) {
    return this.detainees.search(body);
  }

  @Get(':detaineeId')
  @Requires(Permission.ReadDetainees)
  @Doc({ summary: 'One person', answer: DetaineeDto })
  show(@Param('detaineeId', IdParam) id: string, @Query() { asKnownOn }: AsKnownOn) {
    return this.detainees.show(id, asKnownOn ?? null);
  }

  @Patch(':detaineeId')
  @Requires(Permission.AssignDetainees)
  @Doc({ summary: 'Assign to an attorney', answer: DetaineeDto })
  assign(@Param('detaineeId', IdParam) id: string, @IfMatch() seen: number, @Body() { attorneyId }: AssignmentDto, @CurrentActor() actor: Actor) {
    return this.detainees.assign(actor, id, seen, attorneyId);
  }

  @Get(':detaineeId/history')
  @Requires(Permission.ReadDetainees)
  @Doc({ summary: 'Every version of every fact that the caller may read, in the order in which they were recorded', page: HistoryEntryDto })
  history(@Param('detaineeId', IdParam) id: string, @Query() query: PageQuery, @CurrentActor() actor: Actor) {
    return this.detainees.history(actor, id, query);
  }

  @Get(':detaineeId/known-lists/:list')
  @ApiParam(LIST_PARAM)
  @Requires(Permission.ReadDetainees)
  @Doc({ summary: 'Who said that a list of facts is complete, and when', answer: KnownListDto })
  knownList(@Param('detaineeId', IdParam) id: string, @Param('list', KnownListParam) list: KnownList, @Query() { asKnownOn }: AsKnownOn) {
    return this.detainees.knownList(id, list, asKnownOn ?? null);
  }

  @Put(':detaineeId/known-lists/:list')
  @ApiParam(LIST_PARAM)
  @Requires(Permission.WriteDetainees)
  @Doc({ summary: 'Say that a list of facts is complete as it stands', description: 'An empty one then means none, instead of not known.', answer: KnownListDto })
  markComplete(@Param('detaineeId', IdParam) id: string, @Param('list', KnownListParam) list: KnownList, @Body() { source }: WithSource, @CurrentActor() actor: Actor) {
    return this.detainees.markComplete(actor, id, list, source);
  }

  @Delete(':detaineeId/known-lists/:list')
  @ApiParam(LIST_PARAM)
  @Requires(Permission.WriteDetainees)
  @Doc({ summary: 'Take back that a list of facts is complete', status: 204 })
  async unmarkComplete(
    @Param('detaineeId', IdParam) id: string, @Param('list', KnownListParam) list: KnownList, @IfMatch() seen: number,
    @Body() { reason }: WithReason, @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.detainees.unmarkComplete(actor, id, list, seen, reason);
  }
}
