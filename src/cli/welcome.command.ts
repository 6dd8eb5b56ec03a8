import type { Command } from 'commander';
import { print, printJson, terminalWidth } from '../common/terminal/output.js';
import { table } from '../common/terminal/table.js';
import type { FindingDto } from '../compliance/findings.dto.js';
import type { DemoLogin } from '../demo/demo-users.service.js';
import { findingsTable } from './findings-table.js';
import { withApp } from './open-app.js';

const PEOPLE = 10;
const PAGE = 200;

export function registerWelcomeCommand(program: Command): void {
  program
    .command('welcome')
    .summary('the address, the demo logins and the ten most urgent people')
    .option('--url <address>', 'where the API answers', 'http://127.0.0.1:3000')
    .option('--json', 'one JSON document instead of tables')
    .action(async ({ url, json }: { url: string; json?: boolean }) => {
      const [{ FindingsService }, { DemoUsersService }, { Clock }] = await Promise.all([
        import('../compliance/findings.service.js'), import('../demo/demo-users.service.js'), import('../common/clock.js'),
      ]);
      const { logins, urgent, today } = await withApp(async (app) => ({
        today: app.get(Clock).today(),
        logins: await app.get(DemoUsersService).logins(),
        urgent: await mostUrgent((cursor) => app.get(FindingsService).list({ limit: PAGE, cursor })),
      }));
      if (json) return printJson({ url, logins, today, mostUrgent: urgent });
      print(welcome(url, logins, urgent, today));
    });
}

/** The most urgent finding of each of the first ten people. */
async function mostUrgent(page: (cursor?: string) => Promise<{ items: FindingDto[]; nextCursor: string | null }>): Promise<FindingDto[]> {
  const first = new Map<string, FindingDto>();
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    for (const finding of items) {
      if (!first.has(finding.person.id)) first.set(finding.person.id, finding);
      if (first.size === PEOPLE) return [...first.values()];
    }
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return [...first.values()];
}

function welcome(url: string, logins: readonly DemoLogin[], urgent: readonly FindingDto[], today: string): string {
  const width = terminalWidth();
  const parts = [
    `Vigil is running at ${url} (its routes: ${url}/docs). Stop it with Ctrl-C.`,
    ...(logins.length === 0 ? [] : [
      `Demo logins, for POST ${url}/v1/auth/sign-in. The people whom they see are invented, or are rows of a public release without names.\n\n${
        table([
          { title: 'Role', of: (user) => user.role },
          { title: 'E-mail', of: (user) => user.email },
          { title: 'Password', of: (user) => user.password },
          { title: 'May', of: (user) => user.does, narrowTo: 12 },
        ], logins, width)}`,
    ]),
    urgent.length === 0
      ? `Nobody is on the list of ${today}.`
      : `The ${urgent.length} most urgent people on ${today} (“met”: a review is due; the whole list: npx vigil list)\n\n${findingsTable(urgent, width)}`,
  ];
  return `\n${parts.join('\n\n')}\n`;
}
