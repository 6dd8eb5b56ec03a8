import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * Encrypts what is too large to be held in memory: AES-256-GCM in chunks, each numbered and the last one marked, so that
 * none can be altered, left out, repeated, put elsewhere or cut off unnoticed. The key must be used for one content only:
 * a chunk's number is its nonce.
 */
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const FORM = Buffer.from('VIGIL-1\n');

export const sealedLength = (plainBytes: number): number =>
  FORM.length + plainBytes + TAG_BYTES * Math.max(1, Math.ceil(plainBytes / CHUNK_BYTES));

export async function* sealStream(key: Buffer, plain: AsyncIterable<Buffer>, bound: string): AsyncGenerator<Buffer> {
  yield FORM;
  let number = 0;
  // One chunk is always held back: which one is the last is known when nothing follows.
  for await (const { chunk, last } of inChunks(plain, CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, last), { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(bound));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Ends with an error where the first chunk stands that is not what was sealed. */
export async function* openStream(key: Buffer, sealed: AsyncIterable<Buffer>, bound: string): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { chunk, last } of inChunks(withoutForm(sealed), CHUNK_BYTES + TAG_BYTES)) {
    if (chunk.length < TAG_BYTES) throw notAsSealed();
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number++, last), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(bound));
    decipher.setAuthTag(chunk.subarray(chunk.length - TAG_BYTES));
    try {
      yield Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - TAG_BYTES)), decipher.final()]);
    } catch {
      throw notAsSealed();
    }
  }
}

const notAsSealed = (): Error => new Error('a stored file is not what was sealed: it was altered, cut off or put elsewhere');

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

async function* withoutForm(sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const part of sealed) {
    if (head === null) {
      yield part;
      continue;
    }
    head = Buffer.concat([head, part]);
    if (head.length < FORM.length) continue;
    if (!head.subarray(0, FORM.length).equals(FORM)) throw notAsSealed();
    yield head.subarray(FORM.length);
    head = null;
  }
  if (head !== null) throw notAsSealed();
}

/** Pieces of one size, and a last one that may be shorter; of nothing, one empty piece. */
async function* inChunks(parts: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const part of parts) {
    waiting.push(part);
    bytes += part.length;
    if (bytes <= size) continue;
    let all = Buffer.concat(waiting, bytes);
    while (all.length > size) {
      yield { chunk: all.subarray(0, size), last: false };
      all = all.subarray(size);
    }
    waiting = [all];
    bytes = all.length;
  }
  yield { chunk: Buffer.concat(waiting, bytes), last: true };
}
