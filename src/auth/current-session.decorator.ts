import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SignedInRequest } from '../common/current-actor.decorator.js';

/** The session in which the request is made. Only on routes with `@Requires`. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const { user } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!user?.sessionId) throw new Error('a route that asks for the session must require a permission');
  return user.sessionId;
});
