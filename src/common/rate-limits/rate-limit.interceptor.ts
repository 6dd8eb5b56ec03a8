import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { defer, from, type Observable, switchMap } from 'rxjs';
import type { SignedInRequest } from '../current-actor.decorator.js';
import { RateLimits } from './rate-limits.js';

/** Whoever is signed in has a limit of their own, wherever they ask from. */
@Injectable()
export class RateLimitInterceptor implements NestInterceptor {
  constructor(private readonly limits: RateLimits) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user } = context.switchToHttp().getRequest<SignedInRequest>();
    if (!user) return next.handle();
    return defer(() => from(this.limits.user(user.userId))).pipe(switchMap(() => next.handle()));
  }
}
