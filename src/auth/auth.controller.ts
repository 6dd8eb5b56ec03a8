import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { Public, Requires } from '../common/requires.decorator.js';
import { ChallengeCodeDto, ChallengeDto, EnrolmentDto, MeDto, RefreshDto, SignedInDto, SignInDto, TokensDto } from './auth.dto.js';
import type { Caller } from './caller.js';
import { CurrentCaller } from './caller.decorator.js';
import { CurrentSession } from './current-session.decorator.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('auth')
@Controller('v1')
export class AuthController {
  constructor(private readonly signIn: SignInService, private readonly sessions: SessionsService) {}

  @Post('auth/sign-in')
  @Public()
  @Doc({ summary: 'Sign in with an address and a password, for tokens or a challenge', answer: SignedInDto })
  withPassword(@Body() body: SignInDto, @CurrentCaller() caller: Caller) {
    return this.signIn.withPassword(body, caller);
  }

  @Post('auth/second-factor')
  @Public()
  @Doc({ summary: 'Answer a challenge with a code of the app or a recovery code, for tokens', answer: SignedInDto })
  withCode(@Body() body: ChallengeCodeDto, @CurrentCaller() caller: Caller) {
    return this.signIn.withCode(body, caller);
  }

  @Post('auth/second-factor/enrolment')
  @Public()
  @Doc({ summary: 'Begin to set up a second factor, where a challenge asks for it', answer: EnrolmentDto })
  beginEnrolment(@Body() { challenge }: ChallengeDto) {
    return this.signIn.beginEnrolment(challenge);
  }

  @Post('auth/second-factor/enrolment/confirm')
  @Public()
  @Doc({ summary: 'End it with the first code of the app, for tokens and recovery codes', answer: SignedInDto })
  confirmEnrolment(@Body() body: ChallengeCodeDto, @CurrentCaller() caller: Caller) {
    return this.signIn.confirmEnrolment(body, caller);
  }

  @Post('auth/refresh')
  @Public()
  @Doc({ summary: 'The next tokens for the last refresh token; one that is used twice ends the session', answer: TokensDto })
  refresh(@Body() { refreshToken }: RefreshDto, @CurrentCaller() { requestId }: Caller) {
    return this.sessions.refresh(refreshToken, requestId);
  }

  /** A browser that asked this origin forgets what it keeps of it. */
  @Post('auth/sign-out')
  @Requires(Permission.ReadSelf)
  @Header('Clear-Site-Data', '"*"')
  @Doc({ summary: 'End the session of this token', status: 204 })
  signOut(@CurrentActor() actor: Actor, @CurrentSession() sessionId: string) {
    return this.sessions.end(actor, actor.userId, sessionId, 'signed-out');
  }

  @Get('me')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Who is signed in, and what they may do', answer: MeDto })
  me(@CurrentActor() { userId }: Actor) {
    return this.signIn.me(userId);
  }
}
