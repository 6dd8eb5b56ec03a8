import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

const NONCE = 12;
const TAG = 16;

interface Item { plaintext?: string; ciphertext?: string; associated_data?: string }
interface TransitKey { versions: Buffer[]; minDecryptionVersion: number; settings: Record<string, unknown> }

/**
 * Speaks what the Transit engine of Vault and OpenBao documents, as far as it is asked here, and really locks and opens:
 * AES-256-GCM with associated data, versions of a key, a least version that still opens, tokens, and being sealed.
 */
export class TransitServer {
  readonly asked: string[] = [];
  readonly tokens = new Set<string>();
  namespace: string | undefined;
  sealed = false;
  private readonly keys = new Map<string, TransitKey>();
  private server!: Server;

  static async listen(): Promise<TransitServer> {
    const transit = new TransitServer();
    transit.server = createServer((request, response) => {
      void transit.answer(request).then(([status, body]) => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => transit.server.listen(0, '127.0.0.1', resolve));
    return transit;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  makeKey(name: string, settings: Record<string, unknown> = {}): void {
    this.keys.set(name, { versions: [randomBytes(32)], minDecryptionVersion: 1, settings });
  }

  rotate(name: string): void {
    this.keys.get(name)!.versions.push(randomBytes(32));
  }

  /** Versions before it open nothing any more. */
  requireVersion(name: string, version: number): void {
    this.keys.get(name)!.minDecryptionVersion = version;
  }

  private async answer(request: IncomingMessage): Promise<[number, object]> {
    const { method = '', url = '', headers } = request;
    this.asked.push(`${method} ${url}`);
    if (this.sealed) return [503, { errors: ['Vault is sealed'] }];
    if (!this.tokens.has(String(headers['x-vault-token'])) || headers['x-vault-namespace'] !== this.namespace) return [403, { errors: ['permission denied'] }];
    const [, what, name] = /^\/v1\/transit\/(keys|encrypt|decrypt)\/([\w.-]+)$/.exec(url) ?? [];
    const key = this.keys.get(name);
    if (what === 'keys' && method === 'GET') return key ? [200, { data: describe(name, key) }] : [404, { errors: [] }];
    if (!key || method !== 'POST') return [400, { errors: ['encryption key not found'] }];
    const { batch_input: items } = (await json(request)) as { batch_input: Item[] };
    const results = items.map((item) => attempt(() => (what === 'encrypt' ? encrypt(key, item) : decrypt(key, item))));
    return [results.some((result) => 'error' in result) ? 400 : 200, { data: { batch_results: results } }];
  }
}

const describe = (name: string, { versions, minDecryptionVersion, settings }: TransitKey) => ({
  type: 'aes256-gcm96', deletion_allowed: false, derived: false, exportable: false, allow_plaintext_backup: false,
  keys: Object.fromEntries(versions.map((_key, at) => [String(at + 1), 1_795_000_000 + at])),
  min_decryption_version: minDecryptionVersion, min_encryption_version: 0, name, supports_encryption: true, supports_decryption: true, ...settings,
});

function attempt(work: () => object): object {
  try {
    return work();
  } catch (error) {
    return { error: (error as Error).message, reference: '' };
  }
}

const bytes = (text = ''): Buffer => Buffer.from(text, 'base64');

function encrypt({ versions }: TransitKey, { plaintext, associated_data: bound }: Item): object {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', versions.at(-1)!, nonce, { authTagLength: TAG });
  cipher.setAAD(bytes(bound));
  const sealed = Buffer.concat([nonce, cipher.update(bytes(plaintext)), cipher.final(), cipher.getAuthTag()]);
  return { ciphertext: `vault:v${versions.length}:${sealed.toString('base64')}`, key_version: versions.length, reference: '' };
}

function decrypt({ versions, minDecryptionVersion }: TransitKey, { ciphertext = '', associated_data: bound }: Item): object {
  const [, version, sealed] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
  if (sealed === undefined) throw new Error('invalid ciphertext: no prefix');
  if (Number(version) < minDecryptionVersion) throw new Error('ciphertext or signature version is disallowed by policy (too old)');
  const all = bytes(sealed);
  const decipher = createDecipheriv('aes-256-gcm', versions[Number(version) - 1], all.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(bytes(bound));
  decipher.setAuthTag(all.subarray(-TAG));
  return { plaintext: Buffer.concat([decipher.update(all.subarray(NONCE, -TAG)), decipher.final()]).toString('base64'), reference: '' };
}
