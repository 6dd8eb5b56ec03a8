import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LOCAL, inRoot } from '../../scripts/lib/paths.mjs';
import { useServers } from '../../scripts/lib/servers.mjs';
import { keptSecret, settings } from '../../scripts/lib/settings.mjs';

export const TEST_FOLDER = path.join(LOCAL, 'test');

/**
 * What a test writes need not survive the machine, nor be tidied: a hundred databases that stay until the end would each be
 * visited every minute.
 */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '4GB', max_connections: '200' };

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
  const ours = `vigil_test_${keptSecret(path.join(TEST_FOLDER, 'copy'), aName)}_`;
  process.env.TEST_TEMPLATE = await template(servers, ours);
  process.env.TEST_DATABASES = `${ours}${aName()}_`;
  // A copy of the files writes half of what a copy by the log does; where writes are waited for it is the slower one.
  process.env.TEST_CLONED_HOW = given.DATABASE_URL ? '' : 'strategy file_copy';
}

const aName = () => randomBytes(4).toString('hex');

/**
 * The databases of a run are dropped together: for some seconds ext4 steps over every file that was removed to make a new
 * one, and a database has four hundred. A clone beside dropped ones took half a second of a core, and now a thirtieth.
 */
export async function stopServers() {
  await connected(servers.databaseUrl, (client) => drop(client, (name) => name.startsWith(process.env.TEST_DATABASES)));
  await servers.release();
}

async function connected(databaseUrl, work) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function drop(client, isMeant) {
  const { rows } = await client.query(`select datname from pg_database where datname like 'vigil\\_te%'`);
  for (const { datname } of rows) if (isMeant(datname)) await dropped(client, datname);
}

const DROP_TRIES = 50;
const NOT_ALLOWED = '42501';

/** A connection of another account that was closed a moment ago is one that we may not end: it ends by itself. */
async function dropped(client, name) {
  for (let tries = 1; ; tries++) {
    try {
      return await client.query(`drop database "${name}" with (force)`);
    } catch (error) {
      if (error.code !== NOT_ALLOWED || tries === DROP_TRIES) throw error;
      await sleep(100);
    }
  }
}

/**
 * Named by what went into it, so that it is made again only when that changed. `ours`: how every database begins that a run of
 * this working copy makes.
 */
async function template({ databaseUrl, alone }, ours) {
  const migrations = inRoot('dist', 'migrations');
  const files = fs.readdirSync(migrations).filter((name) => name.endsWith('.js')).sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(fs.readFileSync(path.join(migrations, name)));
  const name = `vigil_template_${hash.digest('hex').slice(0, 16)}`;

  await connected(databaseUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('vigil_template'))`);
    // What an earlier run was killed over, when no other runs now: all but the template on our own server, what is ours on one that others use.
    if (alone) await drop(client, (other) => (settings().DATABASE_URL ? other.startsWith(ours) : other !== name));
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await makeTemplate(client, databaseUrl, name);
  });
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
