import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { MailComposers, type MailKind } from './mail-composers.js';
import { Mailer } from './mailer.js';

interface Waiting {
  id: string;
  kind: MailKind;
  payload: unknown;
  expired: boolean;
  attempts: number;
}

type Outcome = 'sent' | 'nobody' | 'expired' | 'failed' | 'no-mail';

const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 5_000;
const KEPT_FOR_MS = 30 * 24 * 3_600_000;

/**
 * Sends what waits. Two workers share the work, and a worker that dies leaves the message to the next: it may go out
 * twice then, which is why its secret is made anew each time. Nothing of a message is logged but its number and kind.
 */
@Injectable()
export class OutboxDrain {
  private readonly logger = new Logger(OutboxDrain.name);

  constructor(
    private readonly database: Database,
    private readonly composers: MailComposers,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** How many were looked at. */
  async drain(): Promise<number> {
    let done = 0;
    while (await this.database.transaction((tx) => this.next(tx))) done += 1;
    await this.database.transaction((tx) => tx.query('delete from outbox where done_at < $1', [new Date(this.clock.now().getTime() - KEPT_FOR_MS)]));
    return done;
  }

  private async next(tx: Tx): Promise<boolean> {
    const now = this.clock.now();
    const [message] = await tx.query<Waiting>(
      `select id, kind, payload, expires_at <= $1 as expired, attempts from outbox
       where done_at is null and next_attempt_at <= $1 order by next_attempt_at, id limit 1 for update skip locked`, [now]);
    if (!message) return false;
    const outcome = await this.outcomeOf(message);
    if (outcome !== null) {
      await tx.query('update outbox set done_at = $2, outcome = $3, payload = null where id = $1', [message.id, now, outcome]);
      this.logger.log(`message ${message.id} (${message.kind}): ${outcome}`);
      return true;
    }
    const wait = FIRST_WAIT_MS * 2 ** message.attempts;
    await tx.query('update outbox set attempts = attempts + 1, next_attempt_at = $2 where id = $1', [message.id, new Date(now.getTime() + wait)]);
    return true;
  }

  /** null: it is to be tried again. */
  private async outcomeOf({ id, kind, payload, expired, attempts }: Waiting): Promise<Outcome | null> {
    if (expired) return 'expired';
    if (!this.mailer.configured) return 'no-mail';
    try {
      // Inside, so that what the composer wrote for a message that was not sent is undone.
      return await this.database.transaction(async () => {
        const mail = await this.composers.of(kind)(payload);
        if (!mail) return 'nobody';
        await this.mailer.send(mail);
        return 'sent';
      });
    } catch (error) {
      this.logger.warn(`message ${id} (${kind}) was not sent (${(error as { code?: string }).code ?? 'no code'}), try ${attempts + 1} of ${MOST_ATTEMPTS}`);
      return attempts + 1 >= MOST_ATTEMPTS ? 'failed' : null;
    }
  }
}
