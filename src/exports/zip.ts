import { crc32, createDeflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';

export interface ZipEntry {
  /** with `/` between folders */
  name: string;
  content: () => AsyncIterable<Buffer> | Promise<AsyncIterable<Buffer>>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  plain: number;
  at: number;
}

const FOUR_GIGABYTES = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;
/** Its sizes stand behind it, and its name is UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 45;
/** 1 January 1980, the first day that a ZIP can name: the same content makes the same file on every day. */
const NO_TIME = 0;
const NO_DAY = 0x0021;

/** Writes a ZIP (APPNOTE 6.3) while it is read; the next entry is asked for when the one before is written. */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, plain: 0, at };
    const head = Buffer.concat([numbers([4, 0x0403_4b50], [2, 20], [2, FLAGS], [2, DEFLATED], [2, NO_TIME], [2, NO_DAY], [4, 0], [4, 0], [4, 0],
      [2, entry.name.length], [2, 0]), entry.name]);
    yield head;
    for await (const part of deflated(await content(), entry)) {
      entry.packed += part.length;
      yield part;
    }
    if (Math.max(entry.packed, entry.plain) >= FOUR_GIGABYTES) throw new Error('one file of a ZIP must have less than 4 GB');
    const tail = numbers([4, 0x0807_4b50], [4, entry.crc], [4, entry.packed], [4, entry.plain]);
    yield tail;
    at += head.length + entry.packed + tail.length;
    written.push(entry);
  }
  yield* directory(written, at);
}

async function* deflated(content: AsyncIterable<Buffer>, entry: Written): AsyncGenerator<Buffer> {
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const part of content) {
      entry.crc = crc32(part, entry.crc);
      entry.plain += part.length;
      yield part;
    }
  }
  const source = Readable.from(measured(), { objectMode: false });
  const packer = createDeflateRaw({ level: 6 });
  source.once('error', (error) => packer.destroy(error));
  try {
    for await (const part of source.pipe(packer)) yield part as Buffer;
  } finally {
    source.destroy();
  }
}

function* directory(entries: readonly Written[], begin: number): Generator<Buffer> {
  let size = 0;
  for (const { name, crc, packed, plain, at } of entries) {
    const far = at >= FOUR_GIGABYTES ? Buffer.concat([numbers([2, 1], [2, 8]), long(at)]) : Buffer.alloc(0);
    const line = Buffer.concat([numbers([4, 0x0201_4b50], [2, VERSION], [2, far.length > 0 ? VERSION : 20], [2, FLAGS], [2, DEFLATED], [2, NO_TIME], [2, NO_DAY],
      [4, crc], [4, packed], [4, plain], [2, name.length], [2, far.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, Math.min(at, FOUR_GIGABYTES)]), name, far]);
    size += line.length;
    yield line;
  }
  // The records of a large file only where they are needed: readers that know nothing of them look for the end right before it.
  const isLarge = entries.length >= MOST_ENTRIES || size >= FOUR_GIGABYTES || begin >= FOUR_GIGABYTES;
  const large = isLarge ? [
    numbers([4, 0x0606_4b50]), long(44), numbers([2, VERSION], [2, VERSION], [4, 0], [4, 0]), long(entries.length), long(entries.length), long(size), long(begin),
    numbers([4, 0x0706_4b50], [4, 0]), long(begin + size), numbers([4, 1]),
  ] : [];
  yield Buffer.concat([
    ...large,
    numbers([4, 0x0605_4b50], [2, 0], [2, 0], [2, Math.min(entries.length, MOST_ENTRIES)], [2, Math.min(entries.length, MOST_ENTRIES)],
      [4, Math.min(size, FOUR_GIGABYTES)], [4, Math.min(begin, FOUR_GIGABYTES)], [2, 0]),
  ]);
}

/** Little-endian, each in so many bytes. */
function numbers(...values: readonly (readonly [2 | 4, number])[]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of values) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
