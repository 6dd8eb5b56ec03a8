import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readCsvRows } from './csv-rows.js';
import { rowTexts } from './row.js';

async function rowsOf(content: string, delimiter = ','): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-test-'));
  const path = join(folder, 'a.csv');
  writeFileSync(path, content);
  const file = await open(path);
  const rows: string[][] = [];
  try {
    await readCsvRows(file, delimiter.charCodeAt(0), (row) => rows.push(rowTexts(row)), () => undefined);
  } finally {
    await file.close();
    rmSync(folder, { recursive: true });
  }
  return rows;
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('splitting a text file into rows', () => {
  it('gives back what was written, whatever the cells hold', async () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'é', ' '), maxLength: 6 }));
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), fc.boolean(), async (rows, crlf) => {
      const end = crlf ? '\r\n' : '\n';
      expect(await rowsOf(rows.map((cells) => cells.map(quote).join(',') + end).join(''))).toEqual(rows.map((cells) => cells.map((text) => Buffer.from(text).toString())));
    }), { numRuns: 300 });
  });

  it('keeps a quotation mark inside a cell that is not quoted', async () => {
    expect(await rowsOf('a,5" pipe,b\n')).toEqual([['a', '5" pipe', 'b']]);
  });

  it.each([['', []], ['\n', [['']]], ['a', [['a']]], ['a,', [['a', '']]], [',\r\n', [['', '']]], ['"a"', [['a']]], ['"a"\r\n', [['a']]], ['"a""b"\n', [['a"b']]]])(
    'reads %j', async (content, rows) => {
      expect(await rowsOf(content)).toEqual(rows);
    });

  it('reads rows that cross from one piece of the file into the next, with doubled quotation marks at every place', async () => {
    // More than one buffer of rows of growing width, so that the pieces end everywhere in a row.
    const rows = Array.from({ length: 30_000 }, (_, i) => [`${i}`, `say "${'x'.repeat(i % 97)}"`, 'two\r\nlines', '']);
    const read = await rowsOf(rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join(''));
    expect(read).toHaveLength(rows.length);
    expect(read).toEqual(rows);
  });
});
