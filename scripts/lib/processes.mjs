import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When the process of this id began, as a text that no later process of the same id shares; null if there is none.
 * A process that has died and waits for its parent (a zombie) counts as none.
 */
export function birthOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (fs.existsSync('/proc/self/stat')) return birthFromProc(pid);
  return ps(pid, 'lstart=');
}

function birthFromProc(pid) {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The command may hold spaces and brackets, so count the fields from the last bracket: state, then 19 to starttime.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19];
}

export function commandOf(pid) {
  if (fs.existsSync('/proc/self/cmdline')) return (readOrNull(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
  return ps(pid, 'args=') ?? '';
}

function ps(pid, column) {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null; // ps ends with 1 for a process that is not there
  }
}

function readOrNull(file) {
  try {
    return fs.readFileSync(file, 'latin1');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}

export const identityOf = (pid) => ({ pid, birth: birthOf(pid) });

export const isAlive = (identity) => identity.birth !== null && birthOf(identity.pid) === identity.birth;

/** Signals a process and waits until it is gone; after `patience` milliseconds it is killed. */
export async function stop(identity, signal, patience = 10_000) {
  if (!isAlive(identity)) return;
  signalIfThere(identity.pid, signal);
  const deadline = Date.now() + patience;
  while (isAlive(identity)) {
    if (Date.now() > deadline) signalIfThere(identity.pid, 'SIGKILL');
    await sleep(20);
  }
}

function signalIfThere(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
