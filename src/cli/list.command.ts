import { InvalidArgumentError, Option, type Command } from 'commander';
import { print, printJson, terminalWidth } from '../common/terminal/output.js';
import type { FindingsQuery } from '../compliance/findings.dto.js';
import { FINDING_RESULTS, type FindingResult } from '../law/answer.js';
import { tryParseDay } from '../law/calendar/day.js';
import { wholeNumber } from './arguments.js';
import { findingsTable, reasonsOf } from './findings-table.js';
import { withApp } from './open-app.js';

const MOST = 200;

interface Options extends Pick<FindingsQuery, 'authority' | 'clause' | 'facility' | 'fieldOffice' | 'dueWithin' | 'crossedSince' | 'cursor'> {
  limit: number;
  result?: FindingResult[];
  why?: boolean;
  json?: boolean;
}

export function registerListCommand(program: Command): void {
  program
    .command('list')
    .summary('the morning’s list: whose detention needs a lawyer, and by which clause')
    .description('Most urgent first: what is met; what is contested; what approaches; what is unknown; in each, orders and limits on detention before reviews, then the oldest line; all that nobody has verified comes last. '
      + 'The same list as GET /v1/findings. “met” means that a review is due, never that detention is unlawful.')
    .option('--limit <n>', 'how many', wholeNumber(1, MOST), 50)
    .option('--cursor <text>', 'the next page: nextCursor of the page before')
    .option('--authority <id>', 'such as zadvydas-v-davis')
    .option('--clause <id>', 'such as six-months')
    .addOption(new Option('--result <results...>', 'only these').choices(FINDING_RESULTS))
    .option('--facility <code>', 'held there, by ICE’s code')
    .option('--field-office <code>', 'such as DET')
    .option('--due-within <days>', 'not yet met, with a line in so many days', wholeNumber(0, 3660))
    .option('--crossed-since <day>', 'met, with a line crossed on that day or later', aDay)
    .option('--why', 'with the reasons')
    .option('--json', 'one JSON document, as GET /v1/findings gives it')
    .addHelpText('after', `
Examples:
  $ npx vigil list --due-within 14
  $ npx vigil list --field-office DET --result met contested --why
  $ npx vigil list --json | jq '.items[].person.name'`)
    .action(async ({ why, json, ...query }: Options) => {
      const { FindingsService } = await import('../compliance/findings.service.js');
      const page = await withApp((app) => app.get(FindingsService).list(query));
      if (json) return printJson(page);
      if (page.items.length === 0) return print('Nothing on the list.');
      print(why ? page.items.map(reasonsOf).join('\n\n') : findingsTable(page.items, terminalWidth()));
      if (page.nextCursor !== null) print(`\nMore: --cursor ${page.nextCursor}`);
    });
}

function aDay(text: string): string {
  if (tryParseDay(text) === null) throw new InvalidArgumentError('It must be a day on the calendar, YYYY-MM-DD.');
  return text;
}
