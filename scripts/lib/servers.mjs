import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { leaveLease, othersHold, takeLease } from './leases.mjs';
import { withLock } from './lock.mjs';
import { postgresServer } from './postgres.mjs';
import { redisServer } from './redis.mjs';
import { keptSecret } from './settings.mjs';
import { Trouble } from './trouble.mjs';

const RESTARTS_A_MINUTE = 5;

/**
 * PostgreSQL and Redis for one purpose (the trial, the tests, a measurement): given ones where a URL is given, real
 * ones of the project's own in `folder` where not. Ends in `release()`; the last user stops the project's own.
 */
export async function useServers(folder, { given = {}, postgres = {}, redis = {} } = {}) {
  const own = [];
  if (!given.DATABASE_URL) own.push(postgresServer(folder, postgres));
  if (!given.REDIS_URL) own.push(redisServer(folder, redis));
  const leases = path.join(folder, 'users');
  const exclusively = (work) => withLock(path.join(folder, 'lock'), work);

  const urls = { databaseUrl: given.DATABASE_URL, redisUrl: given.REDIS_URL };
  const begin = () => exclusively(async () => {
    const first = !othersHold(leases);
    takeLease(leases);
    for (const server of own) {
      const running = server.find() ?? (await server.start());
      if (server.url) urls.redisUrl = server.url(running);
      else urls.databaseUrl = await appDatabase(folder, server.superuserUrl(running));
    }
    return first;
  });
  // One server that cannot be had must not leave the other one running.
  const alone = await begin().catch(async (error) => {
    await stopUnused(folder);
    throw error;
  });

  let unwatch = () => {};
  return {
    ...urls,
    /** No other living process used the servers when we came. */
    alone,
    watch(say, giveUp) {
      unwatch = watch(folder, own, exclusively, say, giveUp);
    },
    release(options) {
      unwatch();
      return stopUnused(folder, options);
    },
  };
}

/** Leaves the project's own servers of a folder, and stops them if no living process uses them; with `discard`, for good. */
export async function stopUnused(folder, { discard = false } = {}) {
  if (!fs.existsSync(folder)) return;
  const leases = path.join(folder, 'users');
  await withLock(path.join(folder, 'lock'), async () => {
    leaveLease(leases);
    if (othersHold(leases)) return;
    for (const server of [redisServer(folder), postgresServer(folder)]) {
      const running = server.find();
      if (running) await server.stop(running);
      if (discard) server.discard();
    }
  });
}

/** A server that is killed comes back on its port, so that the URLs handed out stay true. */
function watch(folder, own, exclusively, say, giveUp) {
  const known = new Map(own.map((server) => [server, server.find()]));
  let restarts = [];
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      for (const server of own) {
        if (server.find()) continue;
        restarts = [...restarts.filter((at) => performance.now() - at < 60_000), performance.now()];
        if (restarts.length > RESTARTS_A_MINUTE) throw new Trouble(`${server.name} dies again and again; its log is in ${folder}.`);
        say(`${server.name} is gone: starting it again.`);
        const { port } = known.get(server);
        const running = await exclusively(async () => server.find() ?? server.start(port));
        if (running.port !== port) throw new Trouble(`${server.name} died and its port ${port} was taken meanwhile.`);
      }
    } catch (error) {
      clearInterval(timer);
      giveUp(error);
    } finally {
      busy = false;
    }
  }, 500);
  return () => clearInterval(timer);
}

/**
 * The owner is no superuser: it owns one database, may make others (tests and measurements do), and makes the accounts
 * of the API and the worker when it migrates.
 */
async function appDatabase(folder, superuserUrl) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const role = await client.query(`select rolcreaterole as makes_accounts from pg_roles where rolname = 'vigil'`);
    if (role.rowCount === 0) await client.query(`create role vigil login createdb createrole password '${appPassword(folder)}'`);
    else if (!role.rows[0].makes_accounts) await client.query('alter role vigil createrole'); // a folder of an earlier version
    // An import of a million rows leaves out the row-by-row checks of foreign keys, which it knows to hold (bulk-checks.ts).
    await client.query('grant set on parameter session_replication_role to vigil');
    const database = await client.query(`select 1 from pg_database where datname = 'vigil'`);
    if (database.rowCount === 0) await client.query('create database vigil owner vigil');
  } finally {
    await client.end();
  }
  return appDatabaseUrl(folder, superuserUrl);
}

export function appDatabaseUrl(folder, superuserUrl) {
  const url = new URL(superuserUrl);
  url.username = 'vigil';
  url.password = appPassword(folder);
  url.pathname = '/vigil';
  return url.href;
}

const appPassword = (folder) => keptSecret(path.join(folder, 'vigil.secret'), () => randomBytes(18).toString('base64url'));
