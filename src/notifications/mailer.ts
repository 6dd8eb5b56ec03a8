import type { Socket } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../common/config.js';
import { Outbound } from '../common/outbound/outbound.js';
import type { Mail } from './mail-composers.js';

const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 20_000;
const [SUBMISSION, SUBMISSION_TLS] = [587, 465];
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Sends by SMTP where the office configured it. A message that carries a token crosses no network in the clear. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(private readonly config: Config, outbound: Outbound) {
    this.transport = config.mail && createTransport(config.mail.smtpUrl, {
      requireTLS: !LOOPBACK.test(new URL(config.mail.smtpUrl).hostname),
      connectionTimeout: CONNECT_WITHIN_MS, greetingTimeout: CONNECT_WITHIN_MS, socketTimeout: ANSWER_WITHIN_MS,
      disableFileAccess: true, disableUrlAccess: true, getSocket: socketsFrom(outbound),
    } as object);
  }

  get configured(): boolean {
    return this.transport !== null;
  }

  async send({ to, subject, text }: Mail): Promise<void> {
    if (!this.transport || !this.config.mail) throw new Error('no mail is configured');
    await this.transport.sendMail({ from: this.config.mail.from, to, subject, text });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

type Opened = (error: Error | null, opened?: { connection: Socket }) => void;

/** The connection is ours, to an address that was looked at; TLS on it is the transport's. */
const socketsFrom = (outbound: Outbound) => ({ host = '', port, secure }: { host?: string; port?: number; secure?: boolean }, opened: Opened): void => {
  outbound.connect(host, port ?? (secure ? SUBMISSION_TLS : SUBMISSION), AbortSignal.timeout(CONNECT_WITHIN_MS))
    .then((connection) => opened(null, { connection }), (error: Error) => opened(error));
};
