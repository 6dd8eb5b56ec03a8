import type { Command } from 'commander';
import { print, printJson } from '../common/terminal/output.js';

export function registerMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .summary('bring the database to the schema of this version')
    .description('Runs the migrations that have not run yet. Two that start together wait for one another.')
    .option('--json', 'one JSON document instead of sentences')
    .action(async ({ json }: { json?: boolean }) => {
      const [{ environment, readConfig }, { migrate }] = await Promise.all([
        import('../common/config.js'), import('../common/data-source.js'),
      ]);
      const ran = await migrate(readConfig(environment()));
      if (json) return printJson({ ran });
      return print(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}.`);
    });
}
