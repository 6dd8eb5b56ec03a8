import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Trouble } from './trouble.mjs';

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the system's account for it, or as `nobody`; where
 * that account may not enter the project's folder (a clone in /root), it runs in a user namespace in which we are not root.
 * `command(file, args)` gives what to spawn, `own(path)` makes a path belong to whoever runs it.
 */
export function postgresAccount(probe, folder) {
  if (process.getuid?.() !== 0) return { command: (file, args) => [file, args, {}], own: () => {} };

  const account = systemAccount();
  if (works(probe, folder, account)) {
    return { command: (file, args) => [file, args, account], own: (path) => give(path, account) };
  }
  const inNamespace = (file, args) =>
    ['unshare', ['--user', '--map-user=65534', '--map-group=65534', file, ...args], {}];
  const [file, args] = inNamespace(probe, ['--version']);
  if (spawnSync(file, args, { cwd: '/' }).status !== 0) {
    throw new Trouble('PostgreSQL does not run as root, and no other account may enter this folder: move the project to a folder others can read, run as another user, or set DATABASE_URL.');
  }
  return { command: inNamespace, own: (path) => give(path, { uid: 0, gid: 0 }) };
}

function systemAccount() {
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const found = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!found) throw new Trouble('PostgreSQL does not run as root and there is no account "nobody" to run it: run as another user, or set DATABASE_URL.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether an account may run the program and enter the folder of the data. */
function works(probe, folder, account) {
  const enters = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' });
  return enters.status === 0 && spawnSync(probe, ['--version'], { ...account, cwd: '/' }).status === 0;
}

function give(path, { uid, gid }) {
  if (fs.statSync(path).uid === uid) return;
  fs.chownSync(path, uid, gid);
  if (!fs.statSync(path).isDirectory()) return;
  for (const entry of fs.readdirSync(path, { recursive: true })) fs.lchownSync(`${path}/${entry}`, uid, gid);
}
