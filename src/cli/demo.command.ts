import type { Command } from 'commander';
import { print, printJson, say } from '../common/terminal/output.js';
import { wholeNumber } from './arguments.js';
import { withApp } from './open-app.js';

const MOST_PEOPLE = 100_000;

export function registerDemoCommand(program: Command): void {
  program
    .command('demo')
    .summary('add invented members of the Hamama class')
    .description('Adds invented members of the class in Hamama v. Adducci: of 1,400, about 130 are detained today. '
      + 'The same seed gives the same people; those who are there already are left alone.')
    .option('--people <n>', 'how many', wholeNumber(1, MOST_PEOPLE), 1400)
    .option('--seed <n>', 'another number, other people', wholeNumber(0, 2 ** 31), 1)
    .option('--beside-real-people', 'even on a database that holds real people')
    .option('--json', 'one JSON document instead of sentences')
    .addHelpText('after', `
Example:
  $ npm run demo -- --people 1400`)
    .action(async (options: { people: number; seed: number; besideRealPeople?: boolean; json?: boolean }) => {
      const { SeedService } = await import('../demo/seed.service.js');
      const summary = await withApp((app) => app.get(SeedService).addClass({
        ...options, besideRealPeople: options.besideRealPeople === true, onProgress: process.stderr.isTTY ? progress : undefined,
      }));
      if (options.json) return printJson(summary);
      return print(summary.sentences.join('\n'));
    });
}

function progress(done: number, of: number): void {
  process.stderr.write(`\r${done} of ${of}`);
  if (done === of) say('');
}
