import { StringDecoder } from 'node:string_decoder';
import { suggestTopics } from '../law/topics/suggest.js';

/**
 * Reads narratives, one a line, and gives one line of JSON for each in the same order; an empty line is a narrative without topics. It holds one line
 * at a time, and waits where the reader of its answers is slower.
 */
export async function suggestForLines(input: AsyncIterable<Buffer | string>, answer: (line: string) => Promise<void> | void): Promise<void> {
  for await (const narrative of linesOf(input)) await answer(JSON.stringify({ suggestions: suggestTopics(narrative) }));
}

/** Lines end with a line feed, or with a carriage return before it; no other character ends one, so that none is cut in two. */
async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let begun: string[] = [];
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      begun.push(piece);
      yield begun.join('').replace(/\r$/, '');
      begun = [];
    }
    begun.push(pieces.at(-1)!);
  }
  const last = begun.join('') + decoder.end();
  if (last !== '') yield last;
}
