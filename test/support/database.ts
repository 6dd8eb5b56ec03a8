import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * A migrated database of its own for one test file (a clone of a template: about 0.1 s), and a Redis prefix of its own.
 * Only in `test/**` files named `*.e2e-spec.ts`; a `*.spec.ts` runs without any server.
 *
 *   let database: TestDatabase;
 *   beforeAll(async () => { database = await testDatabase(); });
 *   afterAll(() => database.close());
 *   … database.url              // what DATABASE_URL would be: postgresql://…/vigil_test_…
 *   … await database.query('select 1 as one')        // rows
 *
 *   testDatabase({ empty: true })   // nothing migrated yet
 *   testRedis()                     // test/support/redis.ts: { url, prefix, flush, close }
 *   dist/                           // is built before the first e2e file: spawn dist/src/worker.js, dist/src/cli.js
 *
 * `close()` drops the database, whatever connections are still open.
 */
export interface TestDatabase {
  readonly url: string;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = fromEnvironment('TEST_POSTGRES_URL');
  const name = `vigil_test_${process.pid}_${randomBytes(5).toString('hex')}`;
  const template = empty ? 'template1' : fromEnvironment('TEST_TEMPLATE');
  await onServer(server, `create database "${name}" template "${template}"`);

  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 4 });
  pool.on('error', () => undefined); // an idle connection that `drop … with (force)` ended: nobody waits for it
  return {
    url: url.href,
    query: async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => (await pool.query<Row>(sql, values)).rows,
    close: async () => {
      await pool.end();
      await dropped(server, name);
    },
  };
}

const DROP_TRIES = 50;
const NOT_ALLOWED = '42501';

/** A connection of another account that was closed a moment ago is one that we may not end: it ends by itself. */
async function dropped(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await onServer(server, `drop database "${name}" with (force)`);
    } catch (error) {
      if ((error as { code?: unknown }).code !== NOT_ALLOWED || tries === DROP_TRIES) throw error;
      await sleep(100);
    }
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: a test that needs a server is named *.e2e-spec.ts and stands in test/.`);
  return value;
}
