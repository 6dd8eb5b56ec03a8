import type { Readable } from 'node:stream';

/** Where what is stored lies. It sees encrypted bytes alone, under an address that is their SHA-256. */
export abstract class DocumentStorage {
  /** Kept for good once it has ended. Twice the same is once. */
  abstract put(address: string, file: string, sizeBytes: number): Promise<void>;
  abstract get(address: string): Promise<Readable>;
  /** What is not there is removed already. */
  abstract remove(address: string): Promise<void>;
}

export const notInStorage = (): Error => new Error('a file that is on record is not in the storage');
