import type { Command } from 'commander';
import { print, printJson } from '../common/terminal/output.js';
import { withApp } from './open-app.js';

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
      const config = readConfig(environment());
      const ran = await migrate(config);
      const sealed = await sealPlainText(config.databaseUrl);
      if (json) return printJson({ ran, sealed });
      if (sealed > 0) print(`Sealed ${sealed} values that stood in plain text.`);
      return print(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}.`);
    });
}

/** A migration has no keys: what it finds in plain text is sealed once it is done. */
async function sealPlainText(databaseUrl: string): Promise<number> {
  const [{ mayHoldPlainText }, { KeyRotation }] = await Promise.all([
    import('../common/crypto/unsealed.js'), import('../common/crypto/key-rotation.service.js'),
  ]);
  if (!(await mayHoldPlainText(databaseUrl))) return 0;
  const { values } = await withApp((app) => app.get(KeyRotation).sealPlainText());
  return values;
}
