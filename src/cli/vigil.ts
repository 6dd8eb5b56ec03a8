import { Command } from 'commander';
import { registerLawCommands } from '../law-doors/evaluate.command.js';
import { registerSuggestTopicsCommand } from '../law-doors/suggest-topics.command.js';
import { registerImportCommand } from '../productions/import.command.js';
import { registerAddUserCommand } from './add-user.command.js';
import { registerAuditCommands } from './audit.command.js';
import { registerDemoCommand } from './demo.command.js';
import { registerExportPersonCommand } from './export-person.command.js';
import { registerListCommand } from './list.command.js';
import { registerMigrateCommand } from './migrate.command.js';
import { withApp } from './open-app.js';
import { registerReportCommand } from './report.command.js';
import { registerReviewCommand } from './review.command.js';
import { registerRotateDataKeysCommand } from './rotate-data-keys.command.js';
import { registerRotateKeysCommand } from './rotate-keys.command.js';
import { registerSeedCommand } from './seed.command.js';
import { registerServeCommand } from './serve.command.js';
import { registerWelcomeCommand } from './welcome.command.js';

/** The whole command line. What a command needs is loaded when it runs, so that `evaluate` answers at once. */
export function vigil(): Command {
  const program = new Command('vigil');
  program
    .description('Clocks and court orders for people in immigration detention.')
    .option('--trace', 'when something fails, also print where in the program')
    .showHelpAfterError('(vigil --help explains; vigil COMMAND --help explains one command)')
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', `
A first look, without a database:
  $ npx vigil evaluate docs/examples/day-92.json
  $ npx vigil evaluate docs/examples/day-92.json --as-of 2020-03-10 --json

With the servers that npm start brings (in another terminal):
  $ npx vigil list
  $ npx vigil import ice-detentions detentions.xlsx --dry-run

Exit codes: 0 done, 1 refused (what was given cannot be used), 2 usage or configuration, 3 a service does not answer.`)
    .exitOverride();

  registerLawCommands(program);
  registerSuggestTopicsCommand(program);
  registerImportCommand(program, withApp);
  registerListCommand(program);
  registerReviewCommand(program);
  registerReportCommand(program);
  registerExportPersonCommand(program);
  registerSeedCommand(program);
  registerDemoCommand(program);
  registerMigrateCommand(program);
  registerAddUserCommand(program);
  registerRotateKeysCommand(program);
  registerRotateDataKeysCommand(program);
  registerAuditCommands(program);
  registerServeCommand(program);
  registerWelcomeCommand(program);
  return program;
}
