import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { LOCAL, ROOT, inRoot } from './paths.mjs';
import { stopUnused } from './servers.mjs';

const KILLED_AFTER_MS = 8_000;

/** The suite on one Node; `args` go to Jest. Gives Jest's exit code. */
export async function test(args, stopping, node = process.execPath) {
  stopping.throwIfAborted();
  const options = [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = spawn(node, [inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...args], {
    cwd: ROOT, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: options.filter(Boolean).join(' ') },
  });
  const stop = () => {
    jest.kill('SIGTERM');
    setTimeout(() => jest.kill('SIGKILL'), KILLED_AFTER_MS).unref();
  };
  stopping.addEventListener('abort', stop);
  const [code] = await once(jest, 'exit');
  stopping.removeEventListener('abort', stop);
  // Jest stops the servers itself when it comes to its end; not when it was killed.
  await stopUnused(path.join(LOCAL, 'test'));
  return code ?? 1;
}
