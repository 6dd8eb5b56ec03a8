import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LOCAL, ROOT, inRoot } from './paths.mjs';
import { keptSecret, settings } from './settings.mjs';

const LIFELINE = inRoot('scripts', 'lib', 'lifeline.mjs');

/** What the application reads from its environment on this machine; a setting that is given always wins. */
export function applicationEnvironment({ databaseUrl, redisUrl }) {
  const kept = (name) => path.join(LOCAL, name);
  const secret = (name) => keptSecret(kept(name), () => randomBytes(32).toString('hex'));
  const given = settings();
  const masterKeys = () => {
    if (given.VIGIL_MASTER_KEYS ?? given.VIGIL_MASTER_KEYS_FILE ?? given.VIGIL_VAULT_URL) return {};
    secret('master.keys');
    return { VIGIL_MASTER_KEYS_FILE: kept('master.keys') };
  };
  return {
    ...given,
    NODE_ENV: given.NODE_ENV ?? 'development',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    JWT_SECRET: given.JWT_SECRET ?? secret('jwt.secret'),
    ...masterKeys(),
    VIGIL_INDEX_KEYS: given.VIGIL_INDEX_KEYS ?? secret('index.key'),
    VIGIL_AUDIT_KEY: given.VIGIL_AUDIT_KEY ?? secret('audit.key'),
    VIGIL_DOCUMENTS_FOLDER: given.VIGIL_DOCUMENTS_FOLDER ?? kept('documents'),
  };
}

/** A long-running process of the application; it ends with us, even if we are killed. */
export function launch(file, env) {
  return spawn(process.execPath, ['--import', LIFELINE, inRoot('dist', 'src', file)], {
    cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true,
  });
}

/** One command of the command line, to its end; gives its exit code. */
export async function command(args, env, { signal, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  const [code] = await once(spawnCommand(args, env, { signal, stdio }), 'exit');
  return code ?? 1;
}

/** What a command prints, as wide as the terminal; what it complains of goes to the terminal at once. */
export async function printedBy(args, env, { signal }) {
  const columns = process.stdout.columns ? { COLUMNS: String(process.stdout.columns) } : {};
  const child = spawnCommand(args, { ...env, ...columns }, { signal, stdio: ['ignore', 'pipe', 'inherit'] });
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  await once(child, 'close');
  return Buffer.concat(parts).toString();
}

const spawnCommand = (args, env, options) =>
  spawn(process.execPath, [inRoot('dist', 'src', 'cli.js'), ...args], { cwd: ROOT, env, ...options });
