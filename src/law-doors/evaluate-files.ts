import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../common/terminal/refused.js';
import { print, printJson, say, terminalWidth } from '../common/terminal/output.js';
import { answerText } from './answer-text.js';
import { readJson, refusalOf } from './json-file.js';
import { evaluateJson } from './law-questions.js';

/** Evaluates a file of facts, or every file of a folder. `asOf` takes the place of the day in the file. */
export function evaluatePath(path: string, asOf: string | undefined, json: boolean): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return evaluateFolder(path, asOf);
  const answer = asked(() => evaluateJson(factsOf(path, asOf)), path);
  if (json) printJson(answer);
  else print(answerText(answer, terminalWidth()));
}

/** One line a file. One that is refused, or on which the law core itself fails, keeps no other from its answer. */
function evaluateFolder(folder: string, asOf: string | undefined): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) throw new Refused(`${folder} holds no file that ends in .json`);
  let refused = 0;
  const failures: Error[] = [];
  for (const file of files) {
    try {
      printJson({ file, answer: evaluateJson(factsOf(join(folder, file), asOf)) });
    } catch (error) {
      const refusal = refusalOf(error);
      refused += 1;
      printJson({ file, error: refusal ?? 'it could not be evaluated' });
      if (refusal === null) failures.push(error as Error);
    }
  }
  if (refused > 0) say(`${refused} of ${files.length} files could not be evaluated: their lines say why`);
  if (failures.length > 0) throw new AggregateError(failures, `${failures[0].message} (a fault of the program, not of the file)`);
}

function factsOf(path: string, asOf: string | undefined): unknown {
  const facts = readJson(path);
  if (asOf === undefined || typeof facts !== 'object' || facts === null || Array.isArray(facts)) return facts;
  return { ...facts, asOf };
}

function asked<T>(question: () => T, path: string): T {
  try {
    return question();
  } catch (error) {
    const refusal = refusalOf(error);
    if (error instanceof Refused || refusal === null) throw error;
    throw new Refused(`${path}: ${refusal}`, { cause: error });
  }
}
