import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { nobody } from '../common/actor.js';
import { Config } from '../common/config.js';
import { Database } from '../common/database.js';
import { type Mail, MailComposers } from '../notifications/mail-composers.js';
import { OneTimeTokens, TOKEN_LIVES_MS } from './one-time-tokens.js';
import { Sealer } from './sealer.js';

/** What the address is sealed for. */
export const RESET_ADDRESS = 'address of a reset';

interface Payload {
  /** sealed: whoever typed it may be nobody of the office */
  address: string;
  requestId: string;
}

/** In the worker: whether there is anybody of this address, and the token, which stands in the message alone. */
@Injectable()
export class ResetMail implements OnModuleInit {
  constructor(
    private readonly composers: MailComposers,
    private readonly database: Database,
    private readonly tokens: OneTimeTokens,
    private readonly sealer: Sealer,
    private readonly config: Config,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.composers.register('password-reset', (payload) => this.compose(payload as Payload));
  }

  private async compose({ address, requestId }: Payload): Promise<Mail | null> {
    const email = this.sealer.open(address, RESET_ADDRESS)?.toString() ?? null;
    return this.database.transaction(async (tx) => {
      const [user] = await tx.query<{ id: string; email: string }>(
        `select id, email from app_user where lower(email) = $1 and disabled_at is null and role <> 'operator'`, [email]);
      if (!user) return null;
      await this.tokens.revoke(tx, user.id, 'password-reset');
      const { token } = await this.tokens.give(tx, 'password-reset', { userId: user.id });
      await this.audit.record(tx, nobody(requestId), { action: 'password-reset.sent', subject: 'user', subjectId: user.id });
      return { to: user.email, subject: 'Vigil: choose a new password', text: this.text(token) };
    });
  }

  private text(token: string): string {
    const { passwordResetUrl } = this.config;
    const minutes = TOKEN_LIVES_MS['password-reset'] / 60_000;
    return [
      `Somebody, probably you, asked for a new password. This is good once, for ${minutes} minutes:`,
      passwordResetUrl === null ? token : `${passwordResetUrl}#token=${token}`,
      'If it was not you, do nothing: your password stays as it is.',
    ].join('\n\n');
  }
}
