import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { print, printJson } from '../common/terminal/output.js';
import { Refused } from '../common/terminal/refused.js';
import type { Audience } from '../reports/report-document.js';
import type { NewReportDto } from '../reports/reports.dto.js';
import type { ReportFormat } from '../reports/reports.service.js';
import { withApp } from './open-app.js';

interface Options {
  verify?: string;
  from?: string;
  through?: string;
  authority?: string[];
  asOf?: string;
  asKnownOn?: string;
  audience: Audience;
  out?: string;
  format: ReportFormat;
  json?: boolean;
}

export function registerReportCommand(program: Command): void {
  program
    .command('report')
    .summary('make a compliance report, or verify one that was made')
    .description('Clause by clause what was due, done, late, missed and forbidden in a period, of everybody of whom the office keeps a file. The same as POST /v1/reports/compliance. '
      + 'What is written to a file is plain: keep it where it belongs.')
    .option('--from <day>', 'first day of the period')
    .option('--through <day>', 'last day of the period, which is in it')
    .option('--authority <ids...>', 'only these, such as hamama-coercion-order')
    .option('--as-of <day>', 'the day as of which it is told what became of each duty')
    .option('--as-known-on <instant>', 'from the facts as they were known then')
    .addOption(new Option('--audience <audience>', 'outside: people by pseudonyms, small numbers suppressed').choices(['office', 'outside']).default('office'))
    .option('--out <file>', 'also write it there; it must not be there yet')
    .addOption(new Option('--format <format>', 'of that file').choices(['json', 'csv', 'xlsx', 'pdf']).default('pdf'))
    .option('--verify <id>', 'make this one again and compare it, byte for byte, with what was made')
    .option('--json', 'one JSON document instead of sentences')
    .addHelpText('after', `
Examples:
  $ npx vigil report --from 2026-07-01 --through 2026-09-30 --audience outside --out third-quarter.pdf
  $ npx vigil report --verify 2f1c9a34-6f0e-4a53-9d0e-0c4f8a2b7d11`)
    .action(async ({ verify, ...options }: Options) => (verify === undefined ? make(options) : verified(verify, options)));
}

async function verified(id: string, { json }: Pick<Options, 'json'>): Promise<void> {
  const [{ ReportsService }, { operator }, { isUuid }] = await Promise.all([import('../reports/reports.service.js'), import('../common/actor.js'), import('../common/formats.js')]);
  if (!isUuid(id)) throw new Refused('A report is named by its id (a UUID).');
  const verification = await withApp((app) => app.get(ReportsService).verify(operator('report'), id));
  if (json) printJson(verification);
  if (!verification.holds) throw new Refused(verification.because);
  if (!json) print(verification.because);
}

async function make({ out, format, json, ...asked }: Omit<Options, 'verify'>): Promise<void> {
  const [{ ReportsService }, { operator }] = await Promise.all([import('../reports/reports.service.js'), import('../common/actor.js')]);
  const query = await checked(asked);
  await withApp(async (app) => {
    const reports = app.get(ReportsService);
    const report = await reports.make(operator('report'), query);
    // Nobody else's file is written over, and nobody else reads this one.
    if (out !== undefined) await writeFile(out, (await reports.file(operator('report'), report.id, format)).bytes, { flag: 'wx', mode: 0o600 });
    if (json) return printJson(report);
    return print(`Report ${report.id}: ${report.findings} findings as of ${report.asOf}, SHA-256 ${report.hash}.${out === undefined ? '' : ` Written: ${out}`}`);
  });
}

/** As the route checks it. */
async function checked({ from, through, authority, asOf, asKnownOn, audience }: Omit<Options, 'verify' | 'out' | 'format' | 'json'>): Promise<NewReportDto> {
  const [{ tryParseDay }, { isInstant }] = await Promise.all([import('../law/calendar/day.js'), import('../common/formats.js')]);
  if (from === undefined || through === undefined) throw new Refused('A report is about a period: give --from and --through, or --verify and an id.');
  for (const [option, day] of [['--from', from], ['--through', through], ['--as-of', asOf]]) {
    if (day !== undefined && tryParseDay(day) === null) throw new Refused(`${option} must be a day on the calendar, YYYY-MM-DD.`);
  }
  if (asKnownOn !== undefined && !isInstant(asKnownOn)) throw new Refused('--as-known-on must be an instant with an offset, e.g. 2026-03-09T08:30:00-05:00.');
  return { from, through, audience, ...(authority && { authorities: authority }), ...(asOf && { asOf }), ...(asKnownOn && { asKnownOn }) };
}
