import { suggestForLines } from './suggest-topics.js';

async function answers(...chunks: (string | Buffer)[]): Promise<{ suggestions: { topic: string; phrase: string }[] }[]> {
  const lines: string[] = [];
  async function* input() { yield* chunks; await Promise.resolve(); }
  await suggestForLines(input(), (line) => { lines.push(line); });
  return lines.map((line) => JSON.parse(line) as { suggestions: { topic: string; phrase: string }[] });
}

describe('narratives from standard input', () => {
  it('gives one line for each, in their order, and one for an empty line', async () => {
    const found = await answers('He was told to sign.\n\r\nThe passport was asked for.\r\nlast line without end');
    expect(found.map(({ suggestions }) => suggestions.map(({ topic }) => topic))).toEqual([['document-signing'], [], ['travel-document'], []]);
  });

  it('joins what arrives in pieces, in the middle of a word or of a letter', async () => {
    const bytes = Buffer.from('Señor, le dijo que firmara 😀 la deportación.\n');
    expect(await answers(...[...bytes].map((byte) => Buffer.from([byte])))).toEqual(await answers(bytes));
  });

  it('ends a line at a line feed alone: a line separator of Unicode is part of the narrative', async () => {
    expect(await answers('one\u2028two\u0085three\n')).toHaveLength(1);
  });

  it('says nothing where nothing came', async () => {
    expect(await answers()).toEqual([]);
  });
});
