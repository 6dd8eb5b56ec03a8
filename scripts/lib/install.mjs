import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { readJson, withLock } from './lock.mjs';
import { LOCAL, ROOT, inRoot } from './paths.mjs';
import { Trouble } from './trouble.mjs';

/** Installs the dependencies when they are missing or are not what package-lock.json says. */
export async function installDependencies(stopping) {
  if (areInstalled()) return;
  await withLock(path.join(LOCAL, 'install.lock'), async () => {
    if (areInstalled()) return;
    console.error('Installing dependencies (npm ci) …');
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32',
      // NODE_ENV=production would leave the compiler out.
      env: { ...process.env, NODE_ENV: '' },
    });
    const stop = () => npm.kill('SIGTERM');
    stopping.addEventListener('abort', stop);
    const code = await Promise.race([
      once(npm, 'exit').then(([exitCode]) => exitCode),
      once(npm, 'error').then(([error]) => { throw new Trouble(`npm could not be run: ${error.message}`); }),
    ]);
    stopping.removeEventListener('abort', stop);
    stopping.throwIfAborted();
    if (code !== 0) throw new Trouble('npm ci failed: see what it says above.');
  });
}

/** npm writes node_modules/.package-lock.json when, and only when, an installation is complete. */
function areInstalled() {
  const installed = readJson(inRoot('node_modules', '.package-lock.json'))?.packages;
  if (!installed) return false;
  return Object.entries(readJson(inRoot('package-lock.json')).packages).every(([name, wanted]) => {
    if (name === '') return true;
    const found = installed[name];
    // Packages for other systems are optional and rightly absent.
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}
