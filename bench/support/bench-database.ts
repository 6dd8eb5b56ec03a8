import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../src/common/data-source.js';
import { Database } from '../../src/common/database.js';

export interface BenchDatabase {
  url: string;
  database: Database;
  close(): Promise<void>;
}

/** A migrated database of the bench's own on the server of DATABASE_URL, dropped in the end. */
export async function benchDatabase(purpose: string): Promise<BenchDatabase> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('DATABASE_URL must name a PostgreSQL server on which the bench may create a database');
  const name = `vigil_bench_${purpose}_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate({ databaseUrl: url.href });
  const source = await new DataSource(dataSourceOptions({ databaseUrl: url.href, databasePoolSize: 6 })).initialize();
  return {
    url: url.href,
    database: new Database(source),
    close: async () => {
      await source.destroy();
      await onServer(server, `drop database "${name}" with (force)`);
    },
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
