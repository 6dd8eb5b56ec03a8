import { readFileSync } from 'node:fs';
import { Refused } from '../common/terminal/refused.js';
import { DeadlineError } from '../law/deadlines/request.js';
import { FactsError } from '../law/facts-json.js';

/** The JSON of a file. What cannot be read is refused in a sentence that names the file and never quotes it. */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refused(`${path} cannot be read: ${WHY[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message}`, { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refused(`${path} is not JSON${whereIn(text, error)}`, { cause: error });
  }
}

const WHY: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder',
};

/** V8 quotes a piece of the text, and names the place of some errors: the text is somebody's file, so the place alone is passed on. */
function whereIn(text: string, error: unknown): string {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return `: line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

/** The sentence by which a question was refused; null for an error that is no refusal. */
export function refusalOf(error: unknown): string | null {
  if (error instanceof FactsError || error instanceof DeadlineError) {
    return error.problems
      .map(({ path, problem, allowed }) => `${path} ${problem}${allowed === undefined ? '' : ` (allowed: ${allowed.join(', ')})`}`)
      .join('; ');
  }
  return error instanceof Refused ? error.message : null;
}
