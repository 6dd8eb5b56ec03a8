import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readANumber, showANumber } from './a-number.js';

const [, ...lines] = readFileSync('data/identifiers/a_number_vectors.csv', 'utf8').trim().split(/\r?\n/);
const vectors = lines.map((line) => {
  const [, quoted, plain, value, valid] = /^(?:"([^"]*)"|([^,]*)),([^,]*),([01]),/.exec(line) ?? [];
  return { text: quoted ?? plain ?? '', value: value ?? '', valid: valid === '1' };
});

describe('the A-numbers people write', () => {
  it('are all read from the file of examples', () => expect(vectors).toHaveLength(12));

  it.each(vectors)('$text', ({ text, value, valid }) => {
    const reading = readANumber(text);
    if (valid) expect(reading).toEqual({ kind: 'number', value });
    else expect(reading.kind).toBe(text.includes('b(') || text.includes('(b)') ? 'redacted' : 'refused');
  });

  it.each([
    ['six digits', 'A123456', 'refused'],
    ['seven digits', 'A1234567', 'number'],
    ['nine digits', 'A123456789', 'number'],
    ['ten digits', 'A1234567890', 'refused'],
    ['the letter alone', 'A', 'refused'],
    ['an empty cell', ' ', 'refused'],
    ['digits of another script', 'A١٢٣٤٥٦٧٨٩', 'refused'],
    ['two letters', 'AA12345678', 'refused'],
    ['a number typed as O for 0', 'A12345678O', 'refused'],
    ['the typographic dash', 'A123–456–789', 'number'],
    ['what a redaction leaves', 'Redacted', 'redacted'],
  ])('with %s (%s) is %s', (_what, text, kind) => expect(readANumber(text).kind).toBe(kind));

  it('are read back from how they are shown', () => {
    fc.assert(fc.property(fc.integer({ min: 1_000_000, max: 999_999_999 }), (number) => {
      const value = String(number).padStart(9, '0');
      expect(readANumber(showANumber(value))).toEqual({ kind: 'number', value });
      expect(readANumber(String(number))).toEqual({ kind: 'number', value });
    }));
  });
});
