import type { Command } from 'commander';
import { print, printJson } from '../common/terminal/output.js';
import { withApp } from './open-app.js';

export function registerSeedCommand(program: Command): void {
  program
    .command('seed')
    .summary('load facilities, holidays and, on an empty database, the demo caseload')
    .description('Loads reference data, and on a database that holds nobody the demo caseload and a sample of ICE’s own data, '
      + 'and reviews them. What is there already is left as it is: seeding twice changes nothing. '
      + 'With NODE_ENV=production only the reference data are loaded.')
    .option('--demo', 'the demo caseload even beside real people (never in production)')
    .option('--no-demo', 'reference data only')
    .option('--json', 'one JSON document instead of sentences')
    .action(async ({ demo, json }: { demo?: boolean; json?: boolean }) => {
      const { SeedService } = await import('../demo/seed.service.js');
      const summary = await withApp((app) => app.get(SeedService).seed({ demo: demo === undefined ? 'if-empty' : demo ? 'always' : 'never' }));
      if (json) return printJson(summary);
      return print(summary.sentences.join('\n'));
    });
}
