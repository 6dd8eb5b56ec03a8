import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { Public, Requires } from '../common/requires.decorator.js';
import { MeDto, SignedInDto, SignInDto } from './auth.dto.js';
import { AuthService } from './auth.service.js';

@ApiTags('auth')
@Controller('v1')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('auth/sign-in')
  @Public()
  @Doc({ summary: 'Sign in, for an access token', answer: SignedInDto })
  signIn(@Body() { email, password }: SignInDto, @Req() request: FastifyRequest) {
    return this.auth.signIn(email, password, request.id);
  }

  @Get('me')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Who is signed in, and what they may do', answer: MeDto })
  me(@CurrentActor() { userId }: Actor) {
    return this.auth.me(userId);
  }
}
