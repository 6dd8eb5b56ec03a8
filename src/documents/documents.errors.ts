import { contradiction, invalid, Problem } from '../common/problem.js';
import { ALLOWED_FILES } from './file-types.js';

export const notAForm = (): Problem =>
  new Problem('unsupported-media-type', 'Send the document as the file of a form: `Content-Type: multipart/form-data`.');

export const tooLarge = (megabytes: number): Problem =>
  new Problem('too-large', `The file has more than ${megabytes} MB, which is the most this server accepts for a document.`);

export const noFile = (): Problem => invalid({ path: 'file', problem: 'must be the document' });

export const maliciousFile = (): Problem => contradiction({ path: 'file', problem: 'is malicious by the judgement of this office’s scanner; nothing of it was kept' });

export const unknownFile = (): Problem => new Problem(
  'unsupported-media-type', 'By its content the file is of no kind that is taken here, or holds a program (macros).',
  { errors: [{ path: 'file', problem: 'must be, by its content, one of the kinds that are taken, and hold no program', allowed: ALLOWED_FILES }] });
