import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

export type SignedInUser = Pick<Actor, 'userId' | 'role'> & { sessionId: string };
export type SignedInRequest = FastifyRequest & { user?: SignedInUser };

/** Who is asking. Only on routes with `@Requires`: the guard has put the user there. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<SignedInRequest>();
  if (!request.user) throw new Error('a route that asks who is calling must require a permission');
  return { userId: request.user.userId, role: request.user.role, requestId: request.id };
});
