import { Body, Controller, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { Public, Requires } from '../common/requires.decorator.js';
import { ForgottenPasswordDto, NewPasswordDto, ResetPasswordDto } from './auth.dto.js';
import type { Caller } from './caller.js';
import { CurrentCaller } from './caller.decorator.js';
import { CurrentSession } from './current-session.decorator.js';
import { PasswordService } from './password.service.js';

@ApiTags('auth')
@Controller('v1')
export class PasswordController {
  constructor(private readonly passwords: PasswordService) {}

  @Put('me/password')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Change your password; your other sessions end', status: 204 })
  change(@Body() body: NewPasswordDto, @CurrentActor() actor: Actor, @CurrentSession() sessionId: string, @CurrentCaller() caller: Caller) {
    return this.passwords.change(actor, sessionId, body, caller);
  }

  @Post('auth/password-reset')
  @Public()
  @Doc({ summary: 'Ask for a mail with which a new password is chosen', status: 202, answer: { type: 'object', additionalProperties: false },
    description: 'The same answer whether anybody has this address or not.' })
  async forgotten(@Body() { email }: ForgottenPasswordDto, @CurrentCaller() caller: Caller) {
    await this.passwords.forgotten(email, caller);
    return {};
  }

  @Post('auth/password-reset/complete')
  @Public()
  @Doc({ summary: 'Choose a new password with the token of the mail; every session ends', status: 204 })
  reset(@Body() body: ResetPasswordDto, @CurrentCaller() caller: Caller) {
    return this.passwords.reset(body, caller);
  }
}
