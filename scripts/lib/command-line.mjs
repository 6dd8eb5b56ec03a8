import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { LOCAL, inRoot } from './paths.mjs';
import { postgresServer } from './postgres.mjs';
import { redisServer } from './redis.mjs';
import { applicationEnvironment } from './application.mjs';
import { appDatabaseUrl } from './servers.mjs';
import { settings } from './settings.mjs';

export async function runCommandLine() {
  const complaints = await build();
  if (complaints) {
    console.error(`vigil: the project does not compile:\n${complaints}`);
    process.exitCode = 1;
    return;
  }
  Object.assign(process.env, runningServers());
  // In this process: a second one would cost every command a third of a second.
  process.argv[1] = inRoot('dist', 'src', 'cli.js');
  await import(pathToFileURL(process.argv[1]).href);
}

/** While `npm start` runs, its servers are the ones meant, unless others are named. */
function runningServers() {
  const given = settings();
  const postgres = postgresServer(LOCAL);
  const redis = redisServer(LOCAL);
  const [database, queue] = [postgres.find(), redis.find()];
  if (given.DATABASE_URL || !database) return {};
  return applicationEnvironment({
    databaseUrl: appDatabaseUrl(LOCAL, postgres.superuserUrl(database)),
    redisUrl: given.REDIS_URL ?? (queue ? redis.url(queue) : ''),
  });
}
