import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActiveUsers } from './active-users.js';
import { NoDemoUsers } from './no-demo-users.js';
import { ProviderLinks } from './provider-links.js';
import { UserPasswords } from './user-passwords.js';
import { UserSessions } from './user-sessions.js';
import { User } from './user.entity.js';
import { UsersController } from './users.controller.js';
import { UsersQueries } from './users.queries.js';
import { UsersService } from './users.service.js';

/** The users themselves, for every process. */
@Module({
  imports: [TypeOrmModule.forFeature([User])],
  providers: [UsersService, UsersQueries, ActiveUsers, UserPasswords, UserSessions, ProviderLinks],
  exports: [UsersService, ActiveUsers, UserPasswords, UserSessions, ProviderLinks],
})
export class UsersModule {}

/** Their routes, for the API alone. */
@Module({ imports: [UsersModule], controllers: [UsersController], providers: [NoDemoUsers] })
export class UsersHttpModule {}
