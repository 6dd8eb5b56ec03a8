import fs from 'node:fs';
import { parseEnv } from 'node:util';
import { inRoot } from './paths.mjs';

/** What the environment and, below it, the file .env say. An empty value is no value. */
export function settings() {
  const file = inRoot('.env');
  const written = fs.existsSync(file) ? parseEnv(fs.readFileSync(file, 'utf8')) : {};
  const all = { ...written, ...process.env };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** A secret made on first use and kept where only its owner can read it. */
export function keptSecret(file, make) {
  if (!fs.existsSync(file)) {
    fs.writeFileSync(`${file}.new`, make(), { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
  }
  return fs.readFileSync(file, 'utf8');
}
