import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { LOCAL } from './paths.mjs';
import { Trouble } from './trouble.mjs';

const NAMES = ['valkey-server', 'redis-server'];
const HOME = path.join(LOCAL, 'redis-server');

/** The file to run and the environment it needs: from the PATH, or from Debian's package put into the project. */
export function redisBinary() {
  return fromPath() ?? fromProject() ?? (obtain(), fromProject());
}

function fromPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of NAMES) {
    const found = folders.map((folder) => path.join(folder, name)).find((file) => runs(file, {}));
    if (found) return { file: found, env: {} };
  }
  return null;
}

function fromProject() {
  for (const name of NAMES) {
    const file = path.join(HOME, 'usr', 'bin', name);
    const env = { LD_LIBRARY_PATH: libraryFolders().join(':') };
    if (fs.existsSync(file) && runs(file, env)) return { file, env };
  }
  return null;
}

function libraryFolders() {
  return ['usr/lib', 'lib']
    .map((folder) => path.join(HOME, folder))
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => fs.readdirSync(folder).filter((name) => name.includes('linux-gnu')).map((name) => path.join(folder, name)));
}

const runs = (file, env) =>
  fs.existsSync(file) && spawnSync(file, ['--version'], { env: { ...process.env, ...env } }).status === 0;

/**
 * apt with lists, state and cache of its own needs neither root nor lists on the machine. It downloads the server and
 * what of its libraries is not installed; unpacking them is all the installation there is.
 */
function obtain() {
  const work = `${HOME}.new`;
  fs.rmSync(work, { recursive: true, force: true });
  try {
    console.error('Redis is not on the PATH: fetching the Debian package into the project …');
    const archives = path.join(work, 'cache', 'archives');
    for (const folder of ['lists/partial', 'state']) fs.mkdirSync(path.join(work, folder), { recursive: true });
    fs.mkdirSync(path.join(archives, 'partial'), { recursive: true });
    const privately = ['-qq', '--yes', ...Object.entries({
      'Dir::State': `${work}/state`, 'Dir::State::lists': `${work}/lists`, 'Dir::State::status': '/var/lib/dpkg/status',
      'Dir::Cache': `${work}/cache`, 'Debug::NoLocking': '1', 'APT::Sandbox::User': '', 'Acquire::Retries': '2',
    }).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
    apt([...privately, 'update']);
    downloadServer(privately);
    const unpacked = path.join(work, 'unpacked');
    for (const name of fs.readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
      execFileSync('dpkg-deb', ['-x', path.join(archives, name), unpacked], { stdio: ['ignore', 'ignore', 'pipe'] });
    }
    fs.rmSync(HOME, { recursive: true, force: true });
    fs.renameSync(unpacked, HOME);
  } catch (error) {
    throw new Trouble(`there is no Redis on the PATH and it could not be fetched (${reason(error)}): install redis-server or valkey-server, or set REDIS_URL.`);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  if (!fromProject()) throw new Trouble('the Redis that was fetched does not run on this machine: install redis-server or valkey-server, or set REDIS_URL.');
}

function downloadServer(privately) {
  const failures = [];
  for (const name of NAMES) {
    try {
      return apt([...privately, '--no-install-recommends', '--download-only', 'install', name]);
    } catch (error) {
      failures.push(error); // this distribution may have only the other one
    }
  }
  throw failures.at(-1);
}

const apt = (args) => execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });

const reason = (error) => (error.stderr?.toString().trim().split('\n').at(-1) || error.message).replace(/\.$/, '');
