import { randomBytes, randomInt } from 'node:crypto';
import { Redis } from 'ioredis';
import { fromEnvironment } from './database.js';

/**
 * Redis for one test file: a database of its own on the project's test server, and a prefix of its own for a server
 * that was given by REDIS_URL. `flush()` loses everything under the prefix, as a Redis that lost its memory has.
 */
export interface TestRedis {
  readonly url: string;
  readonly prefix: string;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export function testRedis(): Promise<TestRedis> {
  const url = databaseOfItsOwn(fromEnvironment('TEST_REDIS_URL'), Number(fromEnvironment('TEST_REDIS_DATABASES')));
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const client = new Redis(url, { maxRetriesPerRequest: 2 });
  const flush = async (): Promise<void> => {
    const keys = await client.keys(`${prefix}*`);
    if (keys.length > 0) await client.del(...keys);
  };
  return Promise.resolve({
    url,
    prefix,
    flush,
    close: async () => {
      await flush();
      await client.quit();
    },
  });
}

/** Where there is only one, the prefix alone keeps files apart; two files with the same number are apart by it too. */
function databaseOfItsOwn(server: string, databases: number): string {
  if (databases === 1) return server;
  const url = new URL(server);
  url.pathname = `/${randomInt(1, databases)}`;
  return url.href;
}
