import fs from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive } from './processes.mjs';
import { readJson } from './lock.mjs';

/**
 * Who uses the servers of a folder. Each user leaves a note with its process id; notes of the dead do not count.
 * Whoever leaves last stops the servers, so a start after a `kill -9` adopts what it finds and later stops it.
 */
export function takeLease(dir) {
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(leaseFile(dir, process.pid), JSON.stringify(identityOf(process.pid)));
}

export const leaveLease = (dir) => fs.rmSync(leaseFile(dir, process.pid), { force: true });

/** Whether another living process uses the servers. */
export function othersHold(dir) {
  if (!fs.existsSync(dir)) return false;
  return fs.readdirSync(dir).some((name) => {
    const holder = readJson(path.join(dir, name));
    if (holder === null || holder.pid === process.pid) return false;
    if (isAlive(holder)) return true;
    fs.rmSync(path.join(dir, name), { force: true });
    return false;
  });
}

const leaseFile = (dir, pid) => path.join(dir, String(pid));
