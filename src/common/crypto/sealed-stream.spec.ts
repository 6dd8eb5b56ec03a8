import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { openStream, sealedLength, sealStream } from './sealed-stream.js';

const CHUNK = 64 * 1024;
const key = randomBytes(32);

function* parts(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const inParts = (bytes: Buffer, size: number): AsyncIterable<Buffer> => Readable.from(parts(bytes, size));
async function all(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const got: Buffer[] = [];
  for await (const part of parts) got.push(part);
  return Buffer.concat(got);
}
const sealed = (plain: Buffer, bound = 'here') => all(sealStream(key, inParts(plain, 10_000), bound));
const opened = (bytes: Buffer, bound = 'here', with_ = key) => all(openStream(with_, inParts(bytes, 7_777), bound));

describe('a file sealed in chunks', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1, 300_000])('of %i bytes opens as it was, and has the length that was told', async (size) => {
    const plain = randomBytes(size);
    const bytes = await sealed(plain);
    expect(bytes.length).toBe(sealedLength(size));
    expect((await opened(bytes)).equals(plain)).toBe(true);
  });

  it('does not open if any one bit of it is another', async () => {
    const bytes = await sealed(randomBytes(CHUNK + 500));
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      const altered = Buffer.from(bytes);
      altered[at] ^= 1 << bit;
      await expect(opened(altered)).rejects.toThrow('not what was sealed');
    }), { numRuns: 60 });
  });

  it('does not open if it is cut off anywhere, also between two chunks', async () => {
    const bytes = await sealed(randomBytes(3 * CHUNK));
    const edges = [0, 3, 8, 8 + CHUNK + 16, 8 + 2 * (CHUNK + 16), bytes.length - 1];
    for (const at of edges) await expect(opened(bytes.subarray(0, at))).rejects.toThrow('not what was sealed');
  });

  it('does not open if two chunks change places, one is repeated or something follows', async () => {
    const bytes = await sealed(randomBytes(3 * CHUNK));
    const one = (n: number) => bytes.subarray(8 + n * (CHUNK + 16), 8 + (n + 1) * (CHUNK + 16));
    for (const order of [[1, 0, 2], [0, 0, 2], [0, 2], [0, 1, 2, 2]]) {
      await expect(opened(Buffer.concat([bytes.subarray(0, 8), ...order.map(one)]))).rejects.toThrow('not what was sealed');
    }
  });

  it('does not open at another place or with another key', async () => {
    const bytes = await sealed(Buffer.from('Country conditions'));
    await expect(opened(bytes, 'there')).rejects.toThrow('not what was sealed');
    await expect(opened(bytes, 'here', randomBytes(32))).rejects.toThrow('not what was sealed');
  });
});
