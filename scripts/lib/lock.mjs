import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isAlive } from './processes.mjs';

/** One process at a time. A lock whose holder has died is taken over. */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!tryLock(file)) await sleep(50);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function tryLock(file) {
  // Written whole under another name first: a lock is never seen half written.
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify(identityOf(process.pid)));
  try {
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeIfAbandoned(file);
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function removeIfAbandoned(file) {
  const holder = readJson(file);
  if (holder && !isAlive(holder)) fs.rmSync(file, { force: true });
}

export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
