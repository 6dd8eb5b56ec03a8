import type { Command } from 'commander';
import { print, printJson } from '../common/terminal/output.js';
import type { ImportOptions, OpenServices } from './import-file.js';

export function registerImportCommand(program: Command, openServices: OpenServices): void {
  const command = program
    .command('import')
    .summary('take in a government spreadsheet')
    .description('Reads a release of the government, says what it holds and what was set aside, and takes it into the facts, '
      + 'all of it or nothing. The same file a second time changes nothing; a later release supersedes what differs.');

  command
    .command('ice-detentions')
    .summary('a detention release of ICE, .xlsx or .csv')
    .description('Reads a release of ICE’s detention data as it is published under FOIA: any layout since 2012, a workbook with several sheets or '
      + 'text separated by commas, pipes, tabs or semicolons. The header is found by its names. Redactions are not known, words that nobody has '
      + 'seen before are set aside with their row and the reason.')
    .argument('<file>', 'the release')
    .option('--dry-run', 'only say what it holds; needs no database')
    .option('--refused <file.csv>', 'write what was set aside, with the cells of its rows')
    .option('--json', 'one JSON document, on the last line')
    .addHelpText('after', `
What is counted
  rows         rows of data in the file
  people       different identifiers
  stays        as the release groups them: a person’s stints with one stay book-in
  stints       times in one facility, duplicates left out
  openStints   stints without a book-out
  duplicates   rows that give a stint again (same person, facility, day and stay)
  refused      rows, and values of rows that were kept, which were set aside, each with its reason

Examples:
  $ npx vigil import ice-detentions detentions.xlsx --dry-run
  $ npx vigil import ice-detentions detentions.xlsx --refused refused.csv
  $ npx vigil import ice-detentions detentions.csv --dry-run --json | tail -1 | jq .stays`)
    .action(async (file: string, options: ImportOptions & { json?: boolean }) => {
      const { importFile, sentences } = await import('./import-file.js');
      const result = await importFile(file, options, openServices);
      if (options.json) printJson(result);
      else print(sentences(result).join('\n'));
    });
}
