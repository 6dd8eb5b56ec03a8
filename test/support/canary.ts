import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { connect as createTlsConnection } from 'node:tls';
import { Redis } from 'ioredis';

/** A word that nobody else writes, sent wherever a person may write something. */
export const CANARY = 'Zq7kanarienvogel';
/** The same where a form wants digits or a day. */
export const CANARY_NUMBER = '987604321';
export const CANARY_DAY = '1931-07-19';

/** In whichever form it may have been written down: as it is, in other letters, in base64 at any offset, in hexadecimal, backwards. */
const FORMS: readonly string[] = [CANARY, CANARY_NUMBER, CANARY_DAY].flatMap((canary) => [
  canary, canary.toUpperCase(), canary.toLowerCase(), [...canary].reverse().join(''), Buffer.from(canary).toString('hex'),
  ...[0, 1, 2].map((offset) => Buffer.from(`${'x'.repeat(offset)}${canary}`).toString('base64').slice(offset === 0 ? 0 : offset + 1, -4)),
  `${canary.slice(0, 3)} ${canary.slice(3, 6)} ${canary.slice(6)}`, `${canary.slice(0, 3)}-${canary.slice(3, 6)}-${canary.slice(6)}`,
]);

/** The first form of a canary that is found in a text, with what stands around it. */
export function canaryIn(text: string): string | null {
  for (const form of FORMS) {
    const at = text.indexOf(form);
    if (at >= 0) return text.slice(Math.max(0, at - 150), at + form.length + 50);
  }
  return null;
}

/** Every command that anybody sends to Redis while it listens, and every key and value that lies there afterwards. */
export class RedisWatch {
  readonly found: string[] = [];
  commands = 0;

  private constructor(private readonly client: Redis, private readonly listener: Socket) {}

  /** A connection of its own: the client takes a command of somebody else for the answer when both come in one piece. */
  static async on(url: string): Promise<RedisWatch> {
    const { protocol, hostname, port, username, password } = new URL(url);
    const where = { host: hostname, port: Number(port) };
    const listener = protocol === 'rediss:' ? createTlsConnection(where) : createConnection(where);
    const watch = new RedisWatch(new Redis(url), listener);
    const lines = createInterface(listener);
    lines.on('line', (line) => watch.heard(line));
    const listening = once(lines, 'line');
    const credentials = [username, password].map(decodeURIComponent).filter((part) => part !== '');
    listener.write(credentials.length === 0 ? 'PING\r\nMONITOR\r\n' : `AUTH ${credentials.join(' ')}\r\nMONITOR\r\n`);
    await listening;
    return watch;
  }

  /** How many keys there are; what is found in them is found. */
  async lookThrough(prefix: string): Promise<number> {
    const keys = await this.client.keys(`${prefix}*`);
    for (const key of keys) this.look(`${key} ${await this.valueOf(key)}`);
    return keys.length;
  }

  async close(): Promise<void> {
    this.listener.destroy();
    await this.client.quit();
  }

  /** `+1795534965.336894 [196 127.0.0.1:57732] "eval" …` */
  private heard(line: string): void {
    if (line.startsWith('-')) throw new Error(`Redis lets nobody listen: ${line}`);
    if (!line.includes(' [')) return;
    this.commands += 1;
    this.look(line);
  }

  private look(text: string): void {
    const canary = canaryIn(text);
    if (canary !== null) this.found.push(canary);
  }

  private async valueOf(key: string): Promise<string> {
    const type = await this.client.type(key);
    const read: Record<string, () => Promise<unknown>> = {
      string: () => this.client.get(key), hash: () => this.client.hgetall(key), list: () => this.client.lrange(key, 0, -1),
      set: () => this.client.smembers(key), zset: () => this.client.zrange(key, 0, -1, 'WITHSCORES'), stream: () => this.client.xrange(key, '-', '+'),
    };
    return JSON.stringify(await read[type]?.() ?? null);
  }
}
