import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { ProviderLinks } from './provider-links.js';
import { NewUserDto, UserChangeDto, UserDto, UsersQuery } from './users.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('v1/users')
export class UsersController {
  constructor(private readonly users: UsersService, private readonly links: ProviderLinks) {}

  @Post()
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'Add a user', status: 201, answer: UserDto })
  create(@Body() body: NewUserDto, @CurrentActor() actor: Actor) {
    return this.users.create(actor, body);
  }

  @Get()
  @Requires(Permission.ReadUsers)
  @Doc({ summary: 'The users, by their address', page: UserDto })
  list(@Query() query: UsersQuery) {
    return this.users.list(query);
  }

  @Get(':id')
  @Requires(Permission.ReadUsers)
  @Doc({ summary: 'One user', answer: UserDto })
  show(@Param('id', IdParam) id: string) {
    return this.users.show(id);
  }

  @Patch(':id')
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'Change a name, a role or a password; disable or enable', answer: UserDto })
  change(@Param('id', IdParam) id: string, @IfMatch() seen: number, @Body() body: UserChangeDto, @CurrentActor() actor: Actor) {
    return this.users.change(actor, id, seen, body);
  }

  @Delete(':id/provider-link')
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'Forget who this user is at the OpenID Connect provider, and sign them out', status: 204 })
  unlinkProvider(@Param('id', IdParam) id: string, @CurrentActor() actor: Actor) {
    return this.links.unlink(actor, id);
  }
}
