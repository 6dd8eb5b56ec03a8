import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A migrated database of its own for one test file (a clone of a template: about 0.05 s), and a Redis prefix of its own.
 * Only in `test/**` files named `*.e2e-spec.ts`; a `*.spec.ts` runs without any server.
 *
 *   let database: TestDatabase;
 *   beforeAll(async () => { database = await testDatabase(); });
 *   afterAll(() => database.close());
 *   … database.url              // what DATABASE_URL would be: postgresql://…/vigil_test_…
 *   … await database.query('select 1 as one')        // rows
 *
 *   testDatabase({ empty: true })   // nothing migrated yet
 *   testDatabase({ like: other })   // what another one holds, which was closed
 *   testRedis()                     // test/support/redis.ts: { url, prefix, flush, close }
 *   dist/                           // is built before the first e2e file: spawn dist/src/worker.js, dist/src/cli.js
 *
 * `close()` lets go of it; it is dropped when the run ends (test/support/servers.mjs).
 */
export interface TestDatabase {
  readonly url: string;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function testDatabase({ empty = false, like }: { empty?: boolean; like?: TestDatabase } = {}): Promise<TestDatabase> {
  const server = fromEnvironment('TEST_POSTGRES_URL');
  const name = `${fromEnvironment('TEST_DATABASES')}${randomBytes(5).toString('hex')}`;
  const template = like ? new URL(like.url).pathname.slice(1) : empty ? 'template1' : fromEnvironment('TEST_TEMPLATE');
  await onServer(server, `create database "${name}" template "${template}" ${fromEnvironment('TEST_CLONED_HOW')}`);

  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 4 });
  return {
    url: url.href,
    query: async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => (await pool.query<Row>(sql, values)).rows,
    close: () => pool.end(),
  };
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
