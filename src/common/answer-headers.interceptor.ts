import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './etag.js';
import { creates, standsUnder } from './creates.js';

/** An answer's `version` is its ETag; a creation's `id` is where it now stands. */
@Injectable()
export class AnswerHeadersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((answer: unknown) => {
      if (typeof answer !== 'object' || answer === null) return answer;
      const { version, id } = answer as { version?: unknown; id?: unknown };
      if (Number.isInteger(version)) reply.header('ETag', etagOf(version as number));
      if (creates(context) && typeof id === 'string') reply.header('Location', `${standsUnder(context) ?? pathOf(request)}/${id}`);
      return answer;
    }));
  }
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0].replace(/\/$/, '');
