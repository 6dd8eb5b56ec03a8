import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Method } from './document.js';

export interface Request {
  method: Method;
  /** path and query, encoded, as they go over the wire */
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
}

export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
  /** null where the answer is no JSON */
  json: unknown;
}

/** HTTP as it is written: `fetch` would mend or refuse half of what a fuzz sends. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly host: string;
  private readonly port: string;

  constructor(url: string) {
    ({ hostname: this.host, port: this.port } = new URL(url));
  }

  async send({ method, path, headers, body }: Request): Promise<Reply> {
    try {
      return await this.once(method, path, headers, body);
    } catch (error) {
      // A connection that was kept open and that the server closed at this very moment.
      if ((error as { code?: string }).code !== 'ECONNRESET') throw error;
      return this.once(method, path, headers, body);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private once(method: Method, path: string, headers: Record<string, string>, body: string | Buffer | null): Promise<Reply> {
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const asked = request({ agent: this.agent, hostname: this.host, port: this.port, method, path, headers: { ...headers, ...length } }, (answer) => {
        buffer(answer).then((bytes) => {
          const text = bytes.toString();
          const type = answer.headers['content-type'] ?? '';
          const given = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
          resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(given) as Record<string, string>, text, json: /\bjson\b/.test(type) ? parsed(text) : null });
        }, reject);
      });
      asked.on('error', reject);
      asked.end(body ?? undefined);
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
