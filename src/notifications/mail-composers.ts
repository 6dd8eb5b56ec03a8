import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** What can be sent. Each kind has one composer, in the feature that knows what it says. */
export const MAIL_KINDS = ['password-reset'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** null: there is nobody to whom it would go. It runs in the transaction that will say that the message was sent. */
export type Composer = (payload: unknown) => Promise<Mail | null>;

@Injectable()
export class MailComposers implements OnApplicationBootstrap {
  private readonly composers = new Map<MailKind, Composer>();

  register(kind: MailKind, composer: Composer): void {
    this.composers.set(kind, composer);
  }

  onApplicationBootstrap(): void {
    const missing = MAIL_KINDS.filter((kind) => !this.composers.has(kind));
    if (missing.length > 0) throw new Error(`nobody composes these messages: ${missing.join(', ')}`);
  }

  of(kind: MailKind): Composer {
    const composer = this.composers.get(kind);
    if (!composer) throw new Error(`nobody composes the message ${kind}`);
    return composer;
  }
}
