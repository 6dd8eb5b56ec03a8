import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { invalid, Problem } from '../common/problem.js';

export interface Upload {
  /** where it lies while it is used */
  file: string;
  /** what the sender calls it: the last part of a path, cut to a length that fits a sentence */
  name: string;
}

const MAX_NAME = 200;

/** Streams the one file of a form to disk, whatever its size, and removes it when `use` is done with it. */
export async function withUpload<T>(request: FastifyRequest, limitBytes: number, use: (upload: Upload) => Promise<T>): Promise<T> {
  if (!request.isMultipart()) throw new Problem('unsupported-media-type', 'Send the release as the file of a form: `Content-Type: multipart/form-data`.');
  const folder = await mkdtemp(join(tmpdir(), 'vigil-upload-'));
  try {
    const file = join(folder, 'release');
    const part = await request.file({ limits: { fileSize: limitBytes, files: 1, fields: 0 } });
    if (part === undefined) throw invalid({ path: 'file', problem: 'must be the file of the release' });
    await pipeline(part.file, createWriteStream(file, { mode: 0o600 }));
    if (part.file.truncated) throw new Problem('too-large', `The file has more than ${Math.floor(limitBytes / 1024 / 1024)} MB, which is the most this server accepts.`);
    return await use({ file, name: nameOf(part.filename) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const nameOf = (sent: string): string =>
  basename(sent.replaceAll('\\', '/')).replace(/[\u0000-\u001f\u007f]/g, '').slice(-MAX_NAME).toWellFormed() || 'unnamed';
