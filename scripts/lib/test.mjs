import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { installDependencies } from './install.mjs';
import { LOCAL, ROOT, inRoot } from './paths.mjs';
import { stopUnused } from './servers.mjs';
import { askedToStop } from './stopping.mjs';

const KILLED_AFTER_MS = 8_000;

/** The whole suite, on whatever Node runs this; `node` may name another one. Arguments go to Jest. */
export async function test(args, node = process.execPath) {
  const stopping = askedToStop();
  await installDependencies(stopping);
  const options = [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = spawn(node, [inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...args], {
    cwd: ROOT, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: options.filter(Boolean).join(' ') },
  });
  stopping.addEventListener('abort', () => {
    jest.kill('SIGTERM');
    setTimeout(() => jest.kill('SIGKILL'), KILLED_AFTER_MS).unref();
  });
  const [code] = await once(jest, 'exit');
  // Jest stops the servers itself when it comes to its end; not when it was killed.
  await stopUnused(path.join(LOCAL, 'test'));
  return code ?? 1;
}
