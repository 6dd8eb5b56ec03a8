import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson } from './lock.mjs';
import { accepts, freePort } from './ports.mjs';
import { identityOf, isAlive, stop } from './processes.mjs';
import { redisBinary } from './redis-binary.mjs';
import { keptSecret } from './settings.mjs';
import { Trouble } from './trouble.mjs';

const ATTEMPTS = 5;
const READY_WITHIN_MS = 20_000;

/** A real Redis or Valkey with its data in `folder`, on loopback with a password of its own. */
export function redisServer(folder, { preferredPort = 6380, options = {} } = {}) {
  const data = path.join(folder, 'redis');
  const log = path.join(folder, 'redis.log');
  const note = path.join(folder, 'redis.json');
  const password = () => keptSecret(path.join(folder, 'redis.secret'), () => randomBytes(18).toString('base64url'));

  return {
    name: 'Redis',

    find() {
      const running = readJson(note);
      return running && isAlive(running.identity) ? running : null;
    },

    async start(port) {
      const binary = redisBinary();
      fs.mkdirSync(data, { recursive: true, mode: 0o700 });
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const running = await launch(binary, { data, log, note, password: password(), options, port: await freePort(port ?? preferredPort) });
        if (running) return running;
      }
      throw new Trouble(`Redis did not start, its log is ${log}: mend it, or set REDIS_URL to a server of yours.`);
    },

    stop: (running) => stop(running.identity, 'SIGTERM'),

    /** All that a stopped server keeps. */
    discard: () => fs.rmSync(data, { recursive: true, force: true }),

    url: (running) => `redis://:${password()}@127.0.0.1:${running.port}/0`,
  };
}

async function launch(binary, { data, log, note, password, options, port }) {
  // A file, because arguments can be read by everybody on the machine and the password cannot be one.
  const settings = {
    port, bind: '127.0.0.1', dir: `"${data}"`, requirepass: password, daemonize: 'no',
    appendonly: 'yes', appendfsync: 'everysec', save: '""', 'maxmemory-policy': 'noeviction', ...options,
  };
  const configuration = path.join(data, 'server.conf');
  fs.writeFileSync(configuration, Object.entries(settings).map(([name, value]) => `${name} ${value}\n`).join(''), { mode: 0o600 });
  const output = fs.openSync(log, 'a', 0o600);
  const child = spawn(binary.file, [configuration], {
    env: { ...process.env, ...binary.env }, cwd: data, detached: true, stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  let ended = false;
  child.once('exit', () => { ended = true; });
  child.once('error', (error) => {
    fs.appendFileSync(log, `${error.message}\n`);
    ended = true;
  });
  child.unref();
  if (child.pid === undefined) return null;
  const running = { port, identity: identityOf(child.pid) };
  fs.writeFileSync(`${note}.new`, JSON.stringify(running));
  fs.renameSync(`${note}.new`, note);
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < deadline) {
    if (await accepts(port)) return running;
    await sleep(20);
  }
  return null;
}
