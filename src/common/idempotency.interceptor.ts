import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, map, type Observable } from 'rxjs';
import { creates } from './creates.js';
import type { SignedInRequest } from './current-actor.decorator.js';
import { IdempotencyService } from './idempotency.service.js';
import { invalid } from './problem.js';

const KEY = /^[\x21-\x7E]{1,255}$/;

/** Honours `Idempotency-Key` on every creation with a JSON body. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly idempotency: IdempotencyService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<SignedInRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.user || !creates(context) || isUpload(request)) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw invalid({ path: 'Idempotency-Key', problem: 'must be 1 to 255 visible ASCII characters' });
    }
    const { user, method, url: path, body } = request;
    const answered = this.idempotency.once({ userId: user.userId, key, method, path, body }, () => lastValueFrom(next.handle()));
    return from(answered).pipe(map(({ body: answer, replayed }) => {
      if (replayed) http.getResponse<FastifyReply>().header('Idempotency-Replayed', 'true');
      return answer;
    }));
  }
}

/** A file is known by its content, and is not read twice: importing it again changes nothing. */
const isUpload = (request: SignedInRequest): boolean => request.headers['content-type']?.startsWith('multipart/') ?? false;
