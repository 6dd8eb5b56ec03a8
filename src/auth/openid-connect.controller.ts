import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { Public } from '../common/requires.decorator.js';
import { OpenIdConnectFinishDto, OpenIdConnectStartDto, SignedInDto } from './auth.dto.js';
import type { Caller } from './caller.js';
import { CurrentCaller } from './caller.decorator.js';
import { OpenIdConnectService } from './openid-connect.service.js';

@ApiTags('auth')
@Controller('v1/auth/openid-connect')
export class OpenIdConnectController {
  constructor(private readonly provider: OpenIdConnectService) {}

  @Post('start')
  @Public()
  @Doc({ summary: 'Begin a sign-in with the office’s provider', answer: OpenIdConnectStartDto })
  start(@CurrentCaller() caller: Caller) {
    return this.provider.start(caller);
  }

  @Post('finish')
  @Public()
  @Doc({ summary: 'Hand on what the provider answered, for tokens or a challenge', answer: SignedInDto })
  finish(@Body() body: OpenIdConnectFinishDto, @CurrentCaller() caller: Caller) {
    return this.provider.finish(body, caller);
  }
}
