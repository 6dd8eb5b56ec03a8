import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { LOCAL, inRoot } from '../../scripts/lib/paths.mjs';
import { useServers } from '../../scripts/lib/servers.mjs';
import { settings } from '../../scripts/lib/settings.mjs';

export const TEST_FOLDER = path.join(LOCAL, 'test');

/** What a test writes need not survive the machine. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

const REDIS_DATABASES = 512;

let servers;

/** The servers and one migrated template; test files find both in the environment. */
export async function startServers() {
  const given = settings();
  servers = await useServers(TEST_FOLDER, {
    given,
    postgres: { preferredPort: 5533, options: FAST },
    redis: { preferredPort: 6480, options: { appendonly: 'no', databases: REDIS_DATABASES } },
  });
  process.env.TEST_POSTGRES_URL = servers.databaseUrl;
  process.env.TEST_REDIS_URL = servers.redisUrl;
  process.env.TEST_REDIS_DATABASES = String(given.REDIS_URL ? 1 : REDIS_DATABASES);
  process.env.TEST_TEMPLATE = await template(servers);
}

export const stopServers = () => servers.release();

/** Named by what went into it, so that it is made again only when that changed. */
async function template({ databaseUrl, alone }) {
  const migrations = inRoot('dist', 'migrations');
  const files = fs.readdirSync(migrations).filter((name) => name.endsWith('.js')).sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(fs.readFileSync(path.join(migrations, name)));
  const name = `vigil_template_${hash.digest('hex').slice(0, 16)}`;

  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('vigil_template'))`);
    const { rows } = await client.query(`select datname from pg_database where datname like 'vigil\\_te%'`);
    // What an earlier run was killed over. Only when nobody else runs tests on this server, and only on our own.
    if (alone && !settings().DATABASE_URL) {
      for (const { datname } of rows) if (datname !== name) await client.query(`drop database "${datname}" with (force)`);
    }
    if (!rows.some(({ datname }) => datname === name)) await makeTemplate(client, databaseUrl, name);
  } finally {
    await client.end();
  }
  return name;
}

/** Renamed when whole: a run that dies in the middle leaves nothing that looks finished. */
async function makeTemplate(client, databaseUrl, name) {
  const unfinished = `${name}_new`;
  await client.query(`drop database if exists "${unfinished}" with (force)`);
  await client.query(`create database "${unfinished}"`);
  const url = new URL(databaseUrl);
  url.pathname = `/${unfinished}`;
  const { migrate } = await import('../../dist/src/common/data-source.js');
  await migrate({ databaseUrl: url.href });
  await client.query(`alter database "${unfinished}" rename to "${name}"`);
}
