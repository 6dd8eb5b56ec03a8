import { InvalidArgumentError, type Command } from 'commander';
import { tryParseDay } from '../law/calendar/day.js';

/**
 * `vigil evaluate` and `vigil deadline`. They need no database, and load nothing but the law: whoever asks at a
 * prison door, without a connection, has the answer within a second.
 */
export function registerLawCommands(program: Command): void {
  program
    .command('evaluate')
    .summary('what the law says of one person’s facts on a day')
    .description('Reads facts as JSON and says what the law says of them: counts, findings, why, and when that changes. '
      + 'A folder gives one line of JSON for each file in it, in the order of their names.')
    .argument('<facts>', 'a file of facts, or a folder of such files (*.json)')
    .option('--as-of <day>', 'the day asked about, instead of the one in the file', aDay)
    .option('--json', 'the answer as JSON')
    .addHelpText('after', `
A fact that is left out or null is not known; [] is known to be none. The answer names what is missing.
It judges by the law that ships with this version, and asks no database: orders that an office entered and clauses that it verified
are not in it. By those too GET /v1/detainees/{id}/evaluation judges a person on file, and POST /v1/law/evaluate facts such as these
(but for orders that name persons, which are about people on file).

Examples:
  $ npx vigil evaluate facts.json
  $ npx vigil evaluate facts.json --as-of 2020-03-10 --json
  $ npx vigil evaluate cases/ --json > answers.jsonl`)
    .action(async (path: string, options: { asOf?: string; json?: boolean }) => {
      const { evaluatePath } = await import('./evaluate-files.js');
      evaluatePath(path, options.asOf, options.json === true);
    });

  program
    .command('deadline')
    .summary('when a filing or a notice is due')
    .description('Reads a request for a deadline as JSON, or a list of them, and says when each is due and why.')
    .argument('<file>', 'a file with one request or a list')
    .option('--json', 'the answer as JSON; a list is answered by a list')
    .addHelpText('after', `
A file holds for instance
  { "rule": "bia-appeal", "trigger": "2026-09-24" }
  { "rule": "frcp-6a", "trigger": "2026-08-07", "n": 3, "unit": "day", "direction": "after" }
An unknown rule is answered by the names of all.

Example:
  $ npx vigil deadline appeal.json --json`)
    .action(async (path: string, options: { json?: boolean }) => {
      const { deadlineOfFile } = await import('./deadline-file.js');
      deadlineOfFile(path, options.json === true);
    });
}

function aDay(text: string): string {
  if (tryParseDay(text) === null) throw new InvalidArgumentError('It must be a day on the calendar, YYYY-MM-DD.');
  return text;
}
