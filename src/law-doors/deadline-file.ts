import { Refused } from '../common/terminal/refused.js';
import { print, printJson, terminalWidth } from '../common/terminal/output.js';
import { wrap } from '../common/terminal/text-width.js';
import { deadline, type DeadlineAnswer } from '../law/deadlines/deadline.js';
import { readJson, refusalOf } from './json-file.js';

export function deadlineOfFile(path: string, json: boolean): void {
  const answer = ask(path);
  if (json) printJson(answer);
  else print([answer].flat().map((each) => deadlineText(each, terminalWidth())).join('\n\n'));
}

function ask(path: string): DeadlineAnswer | DeadlineAnswer[] {
  const request = readJson(path);
  try {
    return deadline(request);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    throw new Refused(`${path}: ${refusal}`, { cause: error });
  }
}

export function deadlineText(answer: DeadlineAnswer, width: number): string {
  const { rule, trigger, dueOn, dueAt, citation, grade, status, because } = answer;
  return [
    `Due ${dueAt ?? dueOn}   ${rule} from ${trigger}`,
    `    ${citation}, grade ${grade}${status === 'unverified' ? ', unverified' : ''}`,
    ...because.flatMap((sentence) => wrap(sentence, width - 4).map((line) => `    ${line}`)),
  ].join('\n');
}
