import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { SignedInRequest } from './current-actor.decorator.js';
import { Database } from './database.js';

/** The outermost: whatever a request asks of the database, it asks for the user whom the guard has put there. */
@Injectable()
export class ActingUserInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user } = context.switchToHttp().getRequest<SignedInRequest>();
    if (!user) return next.handle();
    return new Observable((subscriber) => this.database.actAs(user.userId, () => next.handle().subscribe(subscriber)));
  }
}
