import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { CodeDto, EnrolmentDto, PasswordDto, RecoveryCodesDto } from './auth.dto.js';
import type { Caller } from './caller.js';
import { CurrentCaller } from './caller.decorator.js';
import { CurrentSession } from './current-session.decorator.js';
import { OwnSecondFactorService } from './own-second-factor.service.js';

/** For who is signed in. Whom the sign-in itself asks for one sets it up there, with the challenge. */
@ApiTags('auth')
@Controller('v1')
export class SecondFactorController {
  constructor(private readonly secondFactors: OwnSecondFactorService) {}

  @Post('me/second-factor')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Begin to set up a second factor', answer: EnrolmentDto })
  begin(@Body() { password }: PasswordDto, @CurrentActor() actor: Actor, @CurrentCaller() caller: Caller) {
    return this.secondFactors.begin(actor, password, caller);
  }

  @Post('me/second-factor/confirm')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'End it with the first code of the app; it is asked for from now on, and your other sessions end', answer: RecoveryCodesDto })
  confirm(@Body() { code }: CodeDto, @CurrentActor() actor: Actor, @CurrentSession() sessionId: string, @CurrentCaller() caller: Caller) {
    return this.secondFactors.confirm(actor, sessionId, code, caller);
  }

  @Post('me/second-factor/recovery-codes')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'New recovery codes for a code of the app; the old ones count no more', answer: RecoveryCodesDto })
  renewRecoveryCodes(@Body() { code }: CodeDto, @CurrentActor() actor: Actor, @CurrentCaller() caller: Caller) {
    return this.secondFactors.renewRecoveryCodes(actor, code, caller);
  }

  @Post('me/second-factor/remove')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Do without the second factor, for a code of the app, where none is required', status: 204 })
  remove(@Body() { code }: CodeDto, @CurrentActor() actor: Actor, @CurrentCaller() caller: Caller) {
    return this.secondFactors.remove(actor, code, caller);
  }

  @Delete('users/:userId/second-factor')
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'Take away the lost second factor of a user, who is signed out and sets up another', status: 204 })
  removeOf(@Param('userId', IdParam) userId: string, @CurrentActor() actor: Actor) {
    return this.secondFactors.removeOf(actor, userId);
  }
}
