import type { Command } from 'commander';

export function registerServeCommand(program: Command): void {
  program
    .command('serve')
    .summary('run the API, or with --worker what reviews the caseload')
    .description('Runs until SIGTERM or SIGINT. The API answers and consumes no job; the worker consumes jobs and answers nothing but its health.')
    .option('--worker', 'the worker instead of the API')
    .addHelpText('after', `
Examples:
  $ npx vigil serve                  the API, on PORT (3000)
  $ npx vigil serve --worker         as many of these as you like`)
    .action(async ({ worker }: { worker?: boolean }) => {
      // Both start by being loaded, as they do when they are run by their own file.
      await (worker ? import('../worker.js') : import('../main.js'));
    });
}
