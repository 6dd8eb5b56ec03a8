import type { Command } from 'commander';
import { print, printJson } from '../common/terminal/output.js';
import { withApp } from './open-app.js';

export function registerReviewCommand(program: Command): void {
  program
    .command('review')
    .summary('evaluate now whoever is due')
    .description('Does at once what the worker does by itself: evaluates everybody whose facts changed, whose day has come or who was '
      + 'evaluated under another version of the law, and writes what changed. Safe beside running workers, and to repeat.')
    .option('--everybody', 'evaluate everybody, due or not')
    .option('--json', 'one JSON document instead of sentences')
    .action(async ({ everybody, json }: { everybody?: boolean; json?: boolean }) => {
      const [{ DetentionReviewService }, { Clock }] = await Promise.all([
        import('../detention-review/detention-review.service.js'), import('../common/clock.js'),
      ]);
      const reviewed = await withApp(async (app) => {
        const reviews = app.get(DetentionReviewService);
        if (everybody) await reviews.markEverybody();
        return reviews.sweep(app.get(Clock).today());
      });
      if (json) return printJson(reviewed);
      print(`${reviewed.evaluated} people evaluated: ${reviewed.opened} findings opened, ${reviewed.succeeded} changed, ${reviewed.closed} closed.`);
      if (reviewed.failed > 0) print(`${reviewed.failed} could not be evaluated; GET /v1/detention-review/status says more.`);
    });
}
