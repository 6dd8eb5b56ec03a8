import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { SignInPolicyChangeDto, SignInPolicyDto } from './auth.dto.js';
import { SignInPolicyService } from './sign-in-policy.service.js';

@ApiTags('auth')
@Controller('v1/sign-in-policy')
export class SignInPolicyController {
  constructor(private readonly policy: SignInPolicyService) {}

  @Get()
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'What the office asks of everybody who signs in', answer: SignInPolicyDto })
  show() {
    return this.policy.show();
  }

  @Patch()
  @Requires(Permission.ManageUsers)
  @Doc({ summary: 'Ask a second factor of admins, or of everybody', answer: SignInPolicyDto })
  change(@IfMatch() seen: number, @Body() body: SignInPolicyChangeDto, @CurrentActor() actor: Actor) {
    return this.policy.change(actor, seen, body);
  }
}
