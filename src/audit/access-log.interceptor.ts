import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import type { SignedInRequest } from '../common/current-actor.decorator.js';
import type { Permission } from '../common/permissions.js';
import { PERSON_PARAMETER, READS, type Shown, showsPeople } from '../common/reads.decorator.js';
import { PERMISSION } from '../common/requires.decorator.js';
import { AccessLog } from './access-log.service.js';

type Params = Readonly<Record<string, string>>;

/**
 * The outermost: what is shown is logged before it leaves, and what cannot be logged does not leave. A refusal is logged
 * outside of the transaction that it undid.
 */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector, private readonly log: AccessLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    if (!request.user) return next.handle();
    const { userId } = request.user;
    const asked = { actor: { userId, requestId: request.id }, route: routeOf(request) };
    const shown = this.shownBy(context, request.params as Params);
    return next.handle().pipe(
      catchError((error: unknown) => from(this.log.refused(asked, error, (request.params as Params)[PERSON_PARAMETER] ?? null)).pipe(
        mergeMap(() => throwError(() => error)))),
      mergeMap(async (answer: unknown) => {
        if (shown) await this.log.shown(asked, shown(answer));
        return answer;
      }),
    );
  }

  private shownBy(context: ExecutionContext, params: Params): ((answer: unknown) => Shown) | null {
    const targets = [context.getHandler(), context.getClass()];
    const declared = this.reflector.get<((answer: unknown, params: Params) => Shown) | undefined>(READS, context.getHandler());
    if (declared) return (answer) => declared(answer, params);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);
    const isGet = Reflect.getMetadata(METHOD_METADATA, context.getHandler()) === RequestMethod.GET;
    return permission !== undefined && showsPeople(isGet, permission) ? () => ({ person: params[PERSON_PARAMETER] }) : null;
  }
}

/** The pattern and never the address. */
export const routeOf = ({ method, routeOptions }: SignedInRequest): string => `${method} ${routeOptions.url ?? ''}`;
