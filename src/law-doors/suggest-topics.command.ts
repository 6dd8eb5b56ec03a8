import { once } from 'node:events';
import type { Command } from 'commander';
import { print, say, terminalWidth } from '../common/terminal/output.js';

/** `vigil suggest-topics`. It needs no database and loads nothing but the rules. */
export function registerSuggestTopicsCommand(program: Command): void {
  program
    .command('suggest-topics')
    .summary('topics that narratives of contacts show')
    .description('Reads narratives from standard input, one a line, and prints a line of JSON for each: the topics that it shows and the words that show them. '
      + 'It suggests; a person decides.')
    .option('--score', 'instead print precision and recall on the labelled narratives that ship with the project')
    .addHelpText('after', `
What a narrative denies is not suggested. start and end are UTF-16 units into the line; end is exclusive.

Examples:
  $ echo "Officer said he would be prosecuted if he did not sign." | npx vigil suggest-topics
  $ npx vigil suggest-topics < narratives.txt > topics.jsonl
  $ npx vigil suggest-topics --score`)
    .action(async ({ score }: { score?: boolean }) => {
      if (score) {
        const { scoreText } = await import('./topics-score.js');
        return print(scoreText(terminalWidth()));
      }
      const { suggestForLines } = await import('./suggest-topics.js');
      if (process.stdin.isTTY) say('One narrative a line; Ctrl-D ends.');
      await suggestForLines(process.stdin, async (line) => {
        if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
      });
    });
}
