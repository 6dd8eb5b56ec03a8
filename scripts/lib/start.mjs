import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { applicationEnvironment, command, launch, printedBy } from './application.mjs';
import { build } from './build.mjs';
import { installDependencies } from './install.mjs';
import { LOCAL } from './paths.mjs';
import { freePort, isFree } from './ports.mjs';
import { useServers } from './servers.mjs';
import { settings } from './settings.mjs';
import { askedToStop } from './stopping.mjs';
import { Trouble } from './trouble.mjs';

const DEFAULT_PORT = 3000;
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 12_000;

/** From nothing but Node and git to a running office: what is there already is used, what is missing is made. */
export async function start() {
  const stopping = askedToStop();
  const running = [];
  let servers;
  try {
    await installDependencies(stopping);
    const complaints = await build();
    if (complaints) throw new Trouble(`the project does not compile:\n${complaints}`);
    stopping.throwIfAborted();
    say('PostgreSQL and Redis …');
    servers = await useServers(LOCAL, { given: settings() });
    // The terminal is for people: what goes wrong is shown, each request is not.
    const env = { LOG_LEVEL: 'warn', ...applicationEnvironment(servers) };
    await prepare(env, stopping);

    const port = await choosePort();
    const url = `http://${reachable(env.HOST)}:${port}`;
    say(`Starting the API at ${url} and the worker …`);
    const api = launch('main.js', { ...env, PORT: String(port) });
    const worker = launch('worker.js', env);
    running.push(['the API', api], ['the worker', worker]);
    const lost = firstLoss(running, servers);
    lost.catch(() => undefined); // it is awaited below, and may come before
    // The list is read while the API starts, so that it stands there as soon as the API answers.
    const welcome = printedBy(['welcome', '--url', url], env, { signal: stopping });
    welcome.catch(() => undefined); // likewise
    await Promise.race([ready(url, stopping), lost]);
    process.stdout.write(await Promise.race([welcome, lost]));
    await Promise.race([stopped(stopping), lost]);
    return 0;
  } catch (error) {
    if (stopping.aborted) return 0;
    throw error;
  } finally {
    if (stopping.aborted) say('Stopping …');
    await Promise.all(running.map(([, child]) => end(child)));
    await servers?.release();
  }
}

async function prepare(env, stopping) {
  for (const step of ['migrate', 'seed']) {
    const code = await command([step], env, { signal: stopping });
    if (code !== 0) throw new Trouble(`"vigil ${step}" failed: see what it says above.`);
  }
}

async function choosePort() {
  const wanted = settings().PORT;
  if (wanted === undefined) {
    const port = await freePort(DEFAULT_PORT, '0.0.0.0');
    if (port !== DEFAULT_PORT) say(`Port ${DEFAULT_PORT} is taken, so this is port ${port}; set PORT to choose one.`);
    return port;
  }
  const port = /^\d{1,5}$/.test(wanted) ? await isFree(Number(wanted), '0.0.0.0') : null;
  if (port === null) throw new Trouble(`PORT is ${wanted}, and nothing can listen there: stop what does, or set another PORT.`);
  return port;
}

/** An address that means every interface is no address to call. */
function reachable(host = '127.0.0.1') {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function ready(url, stopping) {
  const deadline = Date.now() + READY_WITHIN_MS;
  let said = 'no answer';
  while (Date.now() < deadline) {
    stopping.throwIfAborted();
    try {
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      said = `${answer.status} ${await answer.text()}`;
    } catch (error) {
      said = error.cause?.code ?? error.message; // nothing listens there yet
    }
    await sleep(100);
  }
  throw new Trouble(`the API was not ready after ${READY_WITHIN_MS / 1000} s: ${said}`);
}

/** Rejects when a part of it is lost for good. A database server that was killed comes back by itself. */
function firstLoss(running, servers) {
  return new Promise((_resolve, reject) => {
    for (const [name, child] of running) {
      child.once('exit', (code, signal) => reject(new Trouble(`${name} ended (${signal ?? `exit code ${code}`}), so everything is stopped.`)));
    }
    servers.watch(say, reject);
  });
}

const stopped = (stopping) => new Promise((resolve) => {
  if (stopping.aborted) resolve();
  stopping.addEventListener('abort', resolve, { once: true });
});

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(killer);
}

function say(sentence) {
  console.error(sentence);
}
