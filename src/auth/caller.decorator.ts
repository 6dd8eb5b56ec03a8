import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sourceOf } from '../common/source.js';
import type { Caller } from './caller.js';

const USER_AGENT_LENGTH = 200;

export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { id, ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const userAgent = headers['user-agent']?.replace(/[^\x20-\x7e]/g, '').slice(0, USER_AGENT_LENGTH) ?? '';
  return { requestId: id, source: sourceOf(ip), userAgent: userAgent === '' ? null : userAgent };
});
