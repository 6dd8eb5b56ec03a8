import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ActingUserInterceptor } from './acting-user.interceptor.js';
import { AnswerHeadersInterceptor } from './answer-headers.interceptor.js';
import { ClosedRoutes } from './closed-routes.js';
import { HealthController } from './health/health.controller.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimitInterceptor } from './rate-limits/rate-limit.interceptor.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { validationPipe } from './validation.js';

/** What every route of the API has without asking. The order of the interceptors is from the outside in. */
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController],
  providers: [
    ClosedRoutes,
    RateLimits,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: RateLimitInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ActingUserInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AnswerHeadersInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
  ],
})
export class HttpModule {}
