import fc from 'fast-check';
import { CopyLine, copyLine, CopyText } from './copy-text.js';

/** What PostgreSQL sends for a null when it is told to write nothing for it. */
const asSent = (line: string) => line.replaceAll('\\N', '');

describe('a line of COPY', () => {
  const line = (text: string) => new CopyLine(text, 0, text.indexOf('\n'));

  it('a null, a whole number on both sides of 1970, a flag and a text with every escape', () => {
    const read = line('\t-5\t0\t20781\tt\tf\t\ta\\tb\\nc\\\\d\n');
    expect([read.text(), read.int(), read.int(), read.int(), read.flag(), read.flag(), read.flag(), read.text()])
      .toEqual([null, -5, 0, 20781, true, false, null, 'a\tb\nc\\d']);
  });

  it('an empty last place is a null', () => {
    const read = line('a\t\n');
    expect([read.text(), read.int()]).toEqual(['a', null]);
  });

  it('whatever text is written is read again', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\\N')), { minLength: 1 }), (texts) => {
      const read = line(asSent(copyLine(texts)));
      expect(texts.map(() => read.text())).toEqual(texts);
    }));
  });

  it('writes a null so that it is no empty text', () => {
    expect(copyLine(['', null, 0, false])).toBe('\t\\N\t0\tfalse\n');
  });
});

describe('rows on their way out', () => {
  it.each([0, 1, 31, 32, 33, 5_000])('%i lines, of a kilobyte and with characters of several bytes, come whole, each once and in their order', (rows) => {
    const lines = Array.from({ length: rows }, (_, i) => copyLine([i, '…'.repeat(1_000)]));
    const text = new CopyText();
    for (const line of lines) text.add(line);
    expect(Buffer.concat(text.blocks()).toString()).toBe(lines.join(''));
    expect(text.rows).toBe(rows);
  });
});
