import { readFile } from 'node:fs/promises';
import type { Outbound, OutboundInit } from '../outbound/outbound.js';
import { Problem } from '../problem.js';
import type { Settled } from '../batched.js';

/** Where a Transit engine is and who asks. */
export interface TransitSettings {
  /** without a path: https://vault.office.example:8200 */
  url: string;
  /** where the engine is mounted */
  mount: string;
  /** the name of the key in it */
  key: string;
  /** holds a token; whoever renews it writes it there anew */
  tokenFile: string;
  namespace: string | null;
}

export interface TransitKey {
  type: string;
  derived: boolean;
  exportable: boolean;
  plaintextBackup: boolean;
  latestVersion: number;
}

export interface Plain {
  plaintext: Buffer;
  bound: string;
}

export interface Cipher {
  /** as the engine wrote it: `vault:v3:…` */
  ciphertext: string;
  bound: string;
}

interface Answer {
  status: number;
  data: Record<string, unknown>;
}

const ANSWER_WITHIN_MS = 5_000;

/**
 * The three requests that are needed of the Transit engine of HashiCorp Vault or OpenBao. What it says of its refusals is
 * not repeated: a status tells an operator where to look, and that server's own log the rest.
 */
export class TransitClient {
  constructor(private readonly settings: TransitSettings, private readonly outbound: Pick<Outbound, 'fetch'>) {}

  async readKey(): Promise<TransitKey> {
    const { status, data } = await this.ask('GET', 'keys');
    if (status !== 200) throw refused(status, 'to read');
    const versions = Object.keys((data.keys ?? {})).map(Number);
    return {
      type: String(data.type), derived: data.derived === true, exportable: data.exportable === true,
      plaintextBackup: data.allow_plaintext_backup === true, latestVersion: Math.max(0, ...versions),
    };
  }

  encrypt(all: readonly Plain[]): Promise<Settled<string>[]> {
    return this.batch('encrypt', all.map(({ plaintext, bound }) => ({ plaintext: plaintext.toString('base64'), associated_data: base64(bound) })),
      ({ ciphertext }) => (typeof ciphertext === 'string' ? ciphertext : null));
  }

  decrypt(all: readonly Cipher[]): Promise<Settled<Buffer>[]> {
    return this.batch('decrypt', all.map(({ ciphertext, bound }) => ({ ciphertext, associated_data: base64(bound) })),
      ({ plaintext }) => (typeof plaintext === 'string' ? Buffer.from(plaintext, 'base64') : null));
  }

  /** One that cannot be done has the status of the whole be 400; what was done of the others stands beside it. */
  private async batch<Item, Result>(what: 'encrypt' | 'decrypt', items: readonly Item[], read: (result: Record<string, unknown>) => Result | null) {
    const { status, data } = await this.ask('POST', what, { batch_input: items });
    const results = data.batch_results as Record<string, unknown>[] | undefined;
    if (!Array.isArray(results)) throw refused(status, `to ${what} with`);
    return results.map((result): Settled<Result> => {
      const answer = result.error ? null : read(result);
      return answer === null ? { error: refused(status, `to ${what} with`) } : { answer };
    });
  }

  private async ask(method: 'GET' | 'POST', what: 'keys' | 'encrypt' | 'decrypt', body?: object): Promise<Answer> {
    const { url, mount, key, namespace } = this.settings;
    const answer = await this.send(`${url.replace(/\/$/, '')}/v1/${mount}/${what}/${key}`, {
      method,
      headers: {
        'X-Vault-Token': await this.token(), 'X-Vault-Request': 'true',
        ...(namespace !== null && { 'X-Vault-Namespace': namespace }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    // Sealed, on standby, in the middle of an election, or asked too much.
    if (answer.status >= 500 || answer.status === 429) throw away(answer.status);
    return answer;
  }

  /** A redirect is an answer that nothing can be read from: a standby is to forward what it is asked. */
  private async send(url: string, request: OutboundInit): Promise<Answer> {
    try {
      const answer = await this.outbound.fetch(url, { ...request, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      const { data } = (await answer.json().catch(() => ({}))) as { data?: Record<string, unknown> };
      return { status: answer.status, data: data ?? {} };
    } catch (error) {
      throw away((error as Error).name);
    }
  }

  /** Read each time: the one before may have ended meanwhile. */
  private async token(): Promise<string> {
    const token = await readFile(this.settings.tokenFile, 'utf8').catch(() => '');
    if (token.trim() === '') throw new Error('the file that VIGIL_VAULT_TOKEN_FILE names holds no token');
    return token.trim();
  }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const refused = (status: number, what: string): Error => new Error(`the service that keeps the master key refused ${what} it (${status})`);

/** Nothing of the request was done, and it can be asked again. */
const away = (why: string | number): Problem =>
  Object.assign(new Problem('unavailable', 'The service that keeps the master key does not answer; try again shortly.', { retryAfterSeconds: 5 }), { code: `KEYS_AWAY_${why}` });
