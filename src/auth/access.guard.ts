import { type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { AccessLog } from '../audit/access-log.service.js';
import { problemOfDatabase } from '../common/constraint.js';
import type { RefusableRequest } from './jwt.strategy.js';
import { isPermitted, type Permission, rolesWith } from '../common/permissions.js';
import { Problem } from '../common/problem.js';
import { PERMISSION, PUBLIC } from '../common/requires.decorator.js';

/** Stands before every route, closed by default: signed in, and permitted what the route requires. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector, private readonly log: AccessLog) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;

    const request = context.switchToHttp().getRequest<RefusableRequest>();
    try {
      await super.canActivate(context);
      const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);
      if (permission === undefined || !request.user || !isPermitted(request.user.role, permission)) throw notPermitted(permission);
      return true;
    } catch (error) {
      await this.logRefusal(request, error);
      throw error;
    }
  }

  /** Of whoever can be named. A token that we did not sign names nobody. */
  private async logRefusal(request: RefusableRequest, error: unknown): Promise<void> {
    const userId = request.user?.userId ?? request.refusedUserId;
    if (userId === undefined) return;
    const { detaineeId = null } = request.params as { detaineeId?: string };
    await this.log.refused({ actor: { userId, requestId: request.id }, route: `${request.method} ${request.routeOptions.url ?? ''}` }, error, detaineeId);
  }

  /** A database that does not answer while the token's key is looked up is no fault of the token. */
  override handleRequest<User>(error: unknown, user: User | false, info: unknown): User {
    const fault = error ?? problemOfDatabase(info);
    if (fault) throw fault as Error;
    if (user === false || user === undefined) throw new UnauthorizedException();
    return user;
  }
}

const notPermitted = (permission: Permission | undefined): Problem =>
  new Problem('not-permitted', permission === undefined ? 'This route is not open to anybody.'
    : `This needs the permission ${permission}, which these roles have: ${rolesWith(permission).join(', ')}.`);
