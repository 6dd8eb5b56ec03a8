import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessGuard } from './access.guard.js';
import { AccessTokens } from './access-tokens.js';
import { AttemptCounters } from './attempt-counters.js';
import { Attempts } from './attempts.js';
import { AuthController } from './auth.controller.js';
import { JwtStrategy } from './jwt.strategy.js';
import { KnownDevices } from './known-devices.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { OpenIdConnectController } from './openid-connect.controller.js';
import { OpenIdConnectService } from './openid-connect.service.js';
import { OwnSecondFactorService } from './own-second-factor.service.js';
import { PasswordController } from './password.controller.js';
import { PasswordService } from './password.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorService } from './second-factor.service.js';
import { MySessionsController, UserSessionsController } from './sessions.controller.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';
import { SignInPolicyController } from './sign-in-policy.controller.js';
import { SignInPolicyService } from './sign-in-policy.service.js';
import { SignInOutcomes } from './sign-in-outcomes.js';
import { SignInService } from './sign-in.service.js';
import { SigningKeysModule } from './signing-keys.module.js';

@Module({
  imports: [UsersModule, NotificationsModule, SigningKeysModule, PassportModule.register({ session: false }), JwtModule.register({})],
  controllers: [
    AuthController, SecondFactorController, PasswordController, MySessionsController, UserSessionsController,
    SignInPolicyController, OpenIdConnectController,
  ],
  providers: [
    SignInService, SignInOutcomes, AccessTokens, SessionsService, SessionsQueries, SecondFactorService, OwnSecondFactorService, PasswordService,
    SignInPolicyService, OpenIdConnectService, OneTimeTokens, KnownDevices, Attempts, AttemptCounters,
    JwtStrategy, { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
export class AuthModule {}
