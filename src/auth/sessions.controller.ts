import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { SessionDto, SessionsQuery } from './auth.dto.js';
import { CurrentSession } from './current-session.decorator.js';
import { SessionsService } from './sessions.service.js';

const AGAIN = 'To end another session than this one, this one must have begun within the last fifteen minutes: sign in again first.';

@ApiTags('auth')
@Controller('v1/me/sessions')
export class MySessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Where you are signed in, the newest first', page: SessionDto })
  list(@Query() query: SessionsQuery, @CurrentActor() { userId }: Actor) {
    return this.sessions.list(userId, query);
  }

  @Delete()
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'End all of your sessions but this one', description: AGAIN, status: 204 })
  endOthers(@CurrentActor() actor: Actor, @CurrentSession() sessionId: string) {
    return this.sessions.endOthers(actor, sessionId);
  }

  @Delete(':id')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'End one of your sessions', description: AGAIN, status: 204 })
  end(@Param('id', IdParam) id: string, @CurrentActor() actor: Actor, @CurrentSession() sessionId: string) {
    return this.sessions.endOwn(actor, sessionId, id);
  }
}

@ApiTags('users')
@Controller('v1/users/:userId/sessions')
export class UserSessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'Where a user is signed in, the newest first', page: SessionDto })
  list(@Param('userId', IdParam) userId: string, @Query() query: SessionsQuery) {
    return this.sessions.listOf(userId, query);
  }

  @Delete()
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'Sign a user out everywhere', status: 204 })
  endAll(@Param('userId', IdParam) userId: string, @CurrentActor() actor: Actor) {
    return this.sessions.endAllOf(actor, userId);
  }

  @Delete(':id')
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'End one session of a user', status: 204 })
  end(@Param('userId', IdParam) userId: string, @Param('id', IdParam) id: string, @CurrentActor() actor: Actor) {
    return this.sessions.end(actor, userId, id, 'revoked');
  }
}
