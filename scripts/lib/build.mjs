import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { LOCAL, ROOT, inRoot } from './paths.mjs';

const SOURCES = ['src', 'migrations', 'bench'];
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

export const isBuilt = () => {
  const stamp = inRoot('dist', '.built-from');
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === fingerprint();
};

/**
 * Compiles into dist/ if a source has changed since; gives what the compiler said, '' if nothing was wrong. It compiles
 * beside the old dist/ and swaps, so that a process running from it never meets half a build.
 */
export async function build() {
  if (isBuilt()) return '';
  return withLock(path.join(LOCAL, 'build.lock'), () => {
    if (isBuilt()) return '';
    const before = fingerprint();
    const fresh = inRoot('dist.new');
    const old = inRoot('dist.old');
    for (const folder of [fresh, old]) fs.rmSync(folder, { recursive: true, force: true });
    const compiler = inRoot('node_modules', 'typescript-7', 'bin', 'tsc');
    const result = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', fresh], { cwd: ROOT, encoding: 'utf8' });
    const complaints = result.status === 0 ? '' : `${result.stdout}${result.stderr}`.trim();
    if (complaints === '') fs.writeFileSync(path.join(fresh, '.built-from'), before);
    if (fs.existsSync(inRoot('dist'))) fs.renameSync(inRoot('dist'), old);
    fs.renameSync(fresh, inRoot('dist'));
    fs.rmSync(old, { recursive: true, force: true });
    return complaints;
  });
}

/** Names, sizes and times of all sources: reading them all would cost more than the compiler. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS.map((name) => inRoot(name)), ...SOURCES.flatMap(sourcesBelow)]) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${path.relative(ROOT, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function sourcesBelow(folder) {
  if (!fs.existsSync(inRoot(folder))) return [];
  return fs.readdirSync(inRoot(folder), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort()
    .map((name) => inRoot(folder, name));
}
