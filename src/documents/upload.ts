import { basename } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { validationPipe } from '../common/validation.js';
import { DocumentFormDto } from './documents.dto.js';
import { noFile, notAForm, tooLarge } from './documents.errors.js';
import { type IncomingFile, withIncomingFile } from './incoming-file.js';
import type { VirusScanner } from './virus-scanner.js';

const MAX_NAME = 200;
const MEGABYTE = 1024 * 1024;

export interface Upload {
  form: DocumentFormDto;
  fileName: string;
  incoming: IncomingFile;
}

/** Reads a form with one file and its fields, in whichever order they come. */
export async function withUpload<T>(
  request: FastifyRequest, { limitMegabytes, scanner }: { limitMegabytes: number; scanner: VirusScanner }, use: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw notAForm();
  const fields: Record<string, unknown> = {};
  const parts = request.parts({ limits: { fileSize: limitMegabytes * MEGABYTE, files: 1, fields: 8, fieldSize: 16_384, parts: 9 } });

  const readFields = async (): Promise<void> => {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      const part = next.value;
      if (part.type === 'field') fields[part.fieldname] = part.value;
    }
  };
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value;
    if (part.type === 'field') {
      fields[part.fieldname] = part.value;
      continue;
    }
    return withIncomingFile(part.file, scanner, async (incoming) => {
      if (part.file.truncated) throw tooLarge(limitMegabytes);
      await readFields();
      const form = await validationPipe().transform(fields, { type: 'body', metatype: DocumentFormDto }) as DocumentFormDto;
      return use({ form, fileName: nameOf(part.filename), incoming });
    });
  }
  throw noFile();
}

/** The last part of a path, cut to a length that fits a sentence. */
const nameOf = (sent: string): string =>
   
  basename(sent.replaceAll('\\', '/')).replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '').trim().slice(-MAX_NAME).toWellFormed() || 'unnamed';
