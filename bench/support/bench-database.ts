import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../src/common/data-source.js';
import { Database } from '../../src/common/database.js';
import { derivedUrl } from '../../src/common/database-accounts.js';

export interface BenchDatabase {
  url: string;
  /** as its owner */
  database: Database;
  /** as the worker connects, whom row security binds */
  worker: Database;
  close(): Promise<void>;
}

const GONE_WITHIN_MS = 10_000;

/** A migrated database of the bench's own on the server of DATABASE_URL, dropped in the end. */
export async function benchDatabase(purpose: string): Promise<BenchDatabase> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('DATABASE_URL must name a PostgreSQL server on which the bench may create a database');
  const name = `vigil_bench_${purpose}_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate({ databaseUrl: url.href });
  const sources = await Promise.all([url.href, workerUrl(url.href)].map((each) =>
    new DataSource(dataSourceOptions({ databaseUrl: each, databasePoolSize: 6 })).initialize()));
  const [database, worker] = sources.map((source) => new Database(source)) as [Database, Database];
  return {
    url: url.href,
    database,
    worker,
    close: async () => {
      for (const source of sources) await source.destroy();
      await untilNobodyUses(server, name);
      await onServer(server, `drop database "${name}" with (force)`);
    },
  };
}

/** The worker's, of a database whose owner has a password. */
export function workerUrl(ownerUrl: string): string {
  const url = derivedUrl(ownerUrl, 'worker');
  if (url === null) throw new Error('DATABASE_URL must have a password, from which that of the worker follows');
  return url;
}

/** Connections of the API's and the worker's accounts end a moment after their process, and the owner may not end them. */
async function untilNobodyUses(server: string, name: string): Promise<void> {
  const until = performance.now() + GONE_WITHIN_MS;
  while ((await onServer(server, `select from pg_stat_activity where datname = '${name}'`)).rowCount !== 0 && performance.now() < until) await sleep(100);
}

async function onServer(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
