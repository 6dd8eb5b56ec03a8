import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = join('data', 'passwords', 'common_passwords.txt');

let known: Promise<ReadonlySet<string>> | undefined;

/** In lower case; read once, when the first password is chosen. Where they come from stands in data/README.md. */
export const commonPasswords = (): Promise<ReadonlySet<string>> => (known ??= read());

async function read(): Promise<ReadonlySet<string>> {
  return new Set((await readFile(found(dirname(fileURLToPath(import.meta.url))), 'utf8')).split('\n').filter((line) => line !== ''));
}

function found(folder: string): string {
  const candidate = join(folder, FILE);
  if (existsSync(candidate)) return candidate;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`${FILE} is missing: this is not a whole copy of the project`);
  return found(parent);
}
