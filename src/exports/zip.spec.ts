import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { zipped } from './zip.js';

const zip = (files: readonly (readonly [string, Buffer])[]): Promise<Buffer> =>
  buffer(Readable.from(zipped(files.map(([name, content]) => ({ name, content: () => Readable.from(content.length > 0 ? [content] : [], { objectMode: false }) }))), { objectMode: false }));

/** As another program reads it: sizes and names are checked by it, and the sum of each file is that of its content. */
async function unzip(bytes: Buffer): Promise<[string, Buffer][]> {
  const file = await new Promise<ZipFile>((resolve, reject) => fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) => (error ? reject(error) : resolve(opened))));
  const files: [string, Buffer][] = [];
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => file.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      buffer(stream).then((content) => {
        files.push([entry.fileName, content]);
        file.readEntry();
      }, reject);
    }));
    file.once('end', resolve).once('error', reject);
    file.readEntry();
  });
  return files;
}

describe('a ZIP', () => {
  it('gives back what was put into it, in its order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('a', 'é', '文', '-') }), fc.uint8Array({ maxLength: 3000 })), { maxLength: 8 }), async (files) => {
      const given = files.map(([name, content]): [string, Buffer] => [name, Buffer.from(content)]);
      expect(await unzip(await zip(given))).toEqual(given);
    }), { numRuns: 40 });
  });

  it('of a large file too', async () => {
    const large = randomBytes(3_000_000);
    expect((await unzip(await zip([['large', large], ['empty', Buffer.alloc(0)]])))[0][1].equals(large)).toBe(true);
  });

  it('is the same to the bit on every day', async () => {
    const files = [['a', Buffer.from('one')], ['b/c', Buffer.from('two')]] as const;
    expect((await zip(files)).equals(await zip(files))).toBe(true);
  });

  it('ends with the error of what could not be read', async () => {
    const broken = zipped([{ name: 'a', content: () => Readable.from((function* () { yield Buffer.from('x'); throw new Error('not what was stored'); })(), { objectMode: false }) }]);
    await expect(buffer(Readable.from(broken, { objectMode: false }))).rejects.toThrow('not what was stored');
  });
});
