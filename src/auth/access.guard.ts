import { type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { problemOfDatabase } from '../common/constraint.js';
import type { SignedInRequest } from '../common/current-actor.decorator.js';
import { isPermitted, type Permission, rolesWith } from '../common/permissions.js';
import { Problem } from '../common/problem.js';
import { PERMISSION, PUBLIC } from '../common/requires.decorator.js';

/** Stands before every route, closed by default: signed in, and permitted what the route requires. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;

    await super.canActivate(context);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);
    const { user } = context.switchToHttp().getRequest<SignedInRequest>();
    if (permission === undefined || !user || !isPermitted(user.role, permission)) throw notPermitted(permission);
    return true;
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
