import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Tx } from '../common/database.js';
import type { MailKind } from './mail-composers.js';

/** A message that is to go out, kept with what asks for it; the worker makes and sends it. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** `payload` says what it is made of; a secret that it will carry is made when it is sent. */
  async add(tx: Tx, kind: MailKind, payload: object, livesMs: number): Promise<void> {
    const now = this.clock.now();
    await tx.query('insert into outbox (kind, payload, created_at, next_attempt_at, expires_at) values ($1, $2, $3, $3, $4)',
      [kind, JSON.stringify(payload), now, new Date(now.getTime() + livesMs)]);
  }
}
