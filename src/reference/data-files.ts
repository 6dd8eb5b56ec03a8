import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the `data` folder that ships with the project, wherever the compiled code stands. */
export function dataFile(path: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'data', path);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`data/${path} is missing: this is not a whole copy of the project`);
    folder = parent;
  }
}

export const readDataFile = (path: string): Promise<string> => readFile(dataFile(path), 'utf8');
