import type { Command } from 'commander';
import { print, printJson, terminalWidth } from '../common/terminal/output.js';
import { table } from '../common/terminal/table.js';
import type { FindingDto } from '../compliance/findings.dto.js';
import type { FindingsService } from '../compliance/findings.service.js';
import type { DemoLogin } from '../demo/demo-users.service.js';
import { FINDING_COLUMNS } from './findings-table.js';
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
        urgent: await mostUrgent(app.get(FindingsService)),
      }));
      if (json) return printJson({ url, logins, today, mostUrgent: urgent.map(({ finding }) => finding) });
      print(welcome(url, logins, urgent, today));
    });
}

interface Urgent {
  /** of all that the list says of this person, what is best sourced and goes furthest */
  finding: FindingDto;
  more: number;
}

/** The ten people who come first on the list, in its order. */
async function mostUrgent(findings: FindingsService): Promise<Urgent[]> {
  const people = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await findings.list({ limit: PAGE, cursor });
    for (const { person } of page.items) if (people.size < PEOPLE) people.add(person.id);
    cursor = page.nextCursor ?? undefined;
  } while (people.size < PEOPLE && cursor !== undefined);

  return Promise.all([...people].map(async (detainee) => {
    const { items } = await findings.list({ limit: PAGE, detainee });
    const [first] = items;
    const [finding] = items.filter(({ result }) => result === first.result).sort(furthestFirst);
    return { finding, more: items.length - 1 };
  }));
}

const furthestFirst = (a: FindingDto, b: FindingDto): number =>
  Number(a.unverified) - Number(b.unverified) || (b.count.days ?? 0) - (a.count.days ?? 0);

function welcome(url: string, logins: readonly DemoLogin[], urgent: readonly Urgent[], today: string): string {
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
      : `The ${urgent.length} most urgent people on ${today} (* invented; “met”: a review is due; the whole list: npx vigil list)\n\n${urgentTable(urgent, width)}`,
  ];
  return `\n${parts.join('\n\n')}\n`;
}

const urgentTable = (urgent: readonly Urgent[], width: number): string =>
  table([
    ...FINDING_COLUMNS.map(({ of, ...column }) => ({ ...column, of: ({ finding }: Urgent) => of(finding) })),
    { title: 'More', of: ({ more }) => (more === 0 ? '' : `+${more}`), align: 'right' },
  ], urgent, width);
