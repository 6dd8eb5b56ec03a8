import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { DocumentStorage, notInStorage } from './storage.js';

/** A folder of this machine. */
export class LocalStorage extends DocumentStorage {
  private readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = resolve(folder);
  }

  async put(address: string, file: string): Promise<void> {
    const place = this.placeOf(address);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    // Under its own name only when it is whole and on the disk: a crash leaves a part that nobody takes for it.
    const part = `${place}.part`;
    await copyFile(file, part);
    const handle = await open(part, 'r+');
    await handle.sync();
    await handle.close();
    await rename(part, place);
  }

  async get(address: string): Promise<Readable> {
    try {
      return (await open(this.placeOf(address), 'r')).createReadStream();
    } catch (error) {
      throw (error as { code?: string }).code === 'ENOENT' ? notInStorage() : error;
    }
  }

  async remove(address: string): Promise<void> {
    await rm(this.placeOf(address), { force: true });
    await rm(`${this.placeOf(address)}.part`, { force: true });
  }

  private placeOf(address: string): string {
    return join(this.folder, address.slice(0, 2), address);
  }
}
