import { Problem } from '../common/problem.js';
import { FileRefused } from './ice/file-refused.js';

/** A file that cannot be used, as the problem of whoever sent it. */
export async function explainRefusedFile<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new Problem('contradiction', error.message, { errors: [{ path: 'file', problem: error.message }] });
  }
}
