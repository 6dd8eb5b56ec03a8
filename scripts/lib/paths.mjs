import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything a trial on this machine keeps: servers, their data, generated secrets. Ignored by git. */
export const LOCAL = path.join(ROOT, '.local');

export const inRoot = (...parts) => path.join(ROOT, ...parts);
