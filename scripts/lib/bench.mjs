import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { applicationEnvironment } from './application.mjs';
import { build } from './build.mjs';
import { installDependencies } from './install.mjs';
import { readJson } from './lock.mjs';
import { LOCAL, ROOT, inRoot } from './paths.mjs';
import { useServers } from './servers.mjs';
import { settings } from './settings.mjs';
import { askedToStop } from './stopping.mjs';
import { Trouble } from './trouble.mjs';

/** As durable as in an office; sized so that no checkpoint falls into one side of a comparison and not the other. */
const POSTGRES = {
  shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '30min', maintenance_work_mem: '256MB',
};

/** Every measurement in bench/, or those whose names are given, one after the other on servers of their own. */
export async function bench(names) {
  const stopping = askedToStop();
  await installDependencies(stopping);
  const complaints = await build();
  if (complaints) throw new Trouble(`the project does not compile:\n${complaints}`);
  const chosen = choose(names);
  const folder = path.join(LOCAL, 'bench');
  const servers = await useServers(folder, {
    given: settings(), postgres: { preferredPort: 5633, options: POSTGRES }, redis: { preferredPort: 6580 },
  });
  const failed = [];
  try {
    fs.mkdirSync(inRoot('bench', 'results'), { recursive: true });
    for (const name of chosen) {
      if (stopping.aborted) break;
      console.log(`\n=== ${name}`);
      if ((await measure(name, applicationEnvironment(servers), stopping)) !== 0) failed.push(name);
    }
  } finally {
    await servers.release({ discard: true }); // hundreds of megabytes that the next run makes anew
  }
  console.log(`\n${chosen.map(summary).join('\n')}`);
  if (failed.length > 0) throw new Trouble(`these measurements did not run to their end: ${failed.join(', ')}.`);
  return stopping.aborted ? 1 : 0;
}

function choose(names) {
  const all = fs.existsSync(inRoot('bench'))
    ? fs.readdirSync(inRoot('bench')).filter((file) => file.endsWith('.bench.ts')).map((file) => file.replace('.bench.ts', '')).sort()
    : [];
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Trouble(`no such measurement: ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  return names.length > 0 ? names : all;
}

async function measure(name, env, signal) {
  fs.rmSync(resultOf(name), { force: true }); // one that does not run to its end must not be told by the figures of another
  const file = inRoot('dist', 'bench', `${name}.bench.js`);
  const child = spawn(process.execPath, ['--expose-gc', file], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const [code] = await once(child, 'exit');
  signal.removeEventListener('abort', stop);
  return code ?? 1;
}

const resultOf = (name) => inRoot('bench', 'results', `${name}.json`);

function summary(name) {
  const result = readJson(resultOf(name));
  if (!result) return `${name}: no result was written`;
  return `${name}: ratio ${Number(result.ratio).toPrecision(3)}, ${result.holds ? 'holds' : 'DOES NOT HOLD'} (${result.bar})`;
}
