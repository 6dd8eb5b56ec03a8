import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RULES = path.join(ROOT, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(RULES) as { forbidden: { name: string }[] };

type Files = Record<string, string[]>;

/** For each rule files that break it, each with what it imports; the first is the one that must be named. */
const PLANTED: Record<string, Files> = {
  'upward-from-law': { 'src/law/counts.ts': ['../common/clock.js'] },
  'upward-from-common': { 'src/common/clock.ts': ['../audit/audit.service.js'] },
  'upward-from-audit': { 'src/audit/audit.service.ts': ['../users/users.service.js'] },
  'upward-from-notifications': { 'src/notifications/outbox.ts': ['../users/users.service.js'] },
  'upward-from-users': { 'src/users/users.service.ts': ['../auth/auth.service.js'] },
  'upward-from-auth': { 'src/auth/auth.service.ts': ['../detainees/detainees.service.js'] },
  'upward-from-detainees': { 'src/detainees/detainees.service.ts': ['../custody/stints.service.js'] },
  'upward-from-walls': { 'src/walls/walls.service.ts': ['../custody/stints.service.js'] },
  'upward-from-custody': { 'src/removal-orders/orders.service.ts': ['../compliance/findings.service.js'] },
  'upward-from-compliance': { 'src/compliance/findings.service.ts': ['../detention-review/review.service.js'] },
  'upward-from-detention-review': { 'src/detention-review/review.service.ts': ['../productions/import.service.js'] },
  'upward-from-productions': { 'src/productions/import.service.ts': ['../demo/people.js'] },
  'upward-from-demo': { 'src/demo/people.ts': ['../cli/table.js'] },
  'every-folder-has-a-layer': { 'src/elsewhere/x.ts': ['../common/clock.js'] },
  'law-is-pure': { 'src/law/finality.ts': ['node:fs'] },
  'doors-hold-no-data': { 'src/custody/stints.controller.ts': ['../common/database.js'] },
  'services-know-no-transport': { 'src/custody/stints.service.ts': ['fastify'] },
  'other-features-by-their-services': { 'src/custody/stints.module.ts': ['../case-events/case-events.controller.js'] },
  'only-queues-know-bull': { 'src/detention-review/sweep.service.ts': ['bull'] },
  'the-api-consumes-no-job': {
    'src/main.ts': ['./app.module.js'], 'src/app.module.ts': ['./detention-review/review.processor.js'],
  },
  'the-worker-serves-no-route': { 'src/worker.ts': ['./custody/held.controller.js'] },
  'migrations-are-frozen': { 'migrations/0001-x.ts': ['../src/common/clock.js'] },
  'no-test-code-in-src': { 'src/users/password.ts': ['../../test/support/users.js'] },
  'no-development-package-in-src': { 'src/users/users.entity.ts': ['jest'] },
  'nothing-unresolved': { 'src/users/users.dto.ts': ['./nowhere.js'] },
  'no-cycles': { 'src/auth/one.ts': ['./other.js'], 'src/auth/other.ts': ['./one.js'] },
};

describe('the imports that must never exist', () => {
  // Inside the project, so that its packages are found as they are from src/.
  mkdirSync(path.join(ROOT, '.local'), { recursive: true });
  const room = mkdtempSync(path.join(ROOT, '.local', 'imports-'));
  afterAll(() => rmSync(room, { recursive: true }));

  /** The rules that a tree of files breaks, each as 'rule: file'. What they import is put there too. */
  const broken = (files: Files): string[] => {
    rmSync(room, { recursive: true });
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(room, file)), { recursive: true });
      writeFileSync(path.join(room, file), text);
    };
    for (const folder of ['src', 'migrations', 'test']) mkdirSync(path.join(room, folder), { recursive: true });
    for (const name of ['tsconfig.json', 'package.json']) cpSync(path.join(ROOT, name), path.join(room, name));
    for (const [file, imports] of Object.entries(files)) {
      for (const name of imports.filter((it) => it.startsWith('.') && !it.includes('nowhere'))) {
        write(path.join(path.dirname(file), name.replace(/\.js$/, '.ts')), 'export const x = 1;\n');
      }
    }
    for (const [file, imports] of Object.entries(files)) {
      write(file, imports.map((name, i) => `import * as x${i} from '${name}';\nexport const y${i} = x${i};\n`).join(''));
    }
    const cruise = spawnSync(process.execPath, [
      path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config', RULES, '--output-type', 'json', 'src', 'migrations', 'test',
    ], { cwd: room, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    const { summary } = JSON.parse(cruise.stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
    return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  };

  describe('planted, one for each rule', () => {
    let found: string[];
    beforeAll(() => { found = broken(Object.assign({}, ...Object.values(PLANTED)) as Files); });

    it('leaves no rule out', () => {
      expect(Object.keys(PLANTED).sort()).toEqual(forbidden.map(({ name }) => name).sort());
    });

    it.each(Object.entries(PLANTED))('%s is caught', (rule, files) => {
      expect(found).toContain(`${rule}: ${Object.keys(files)[0]}`);
    });
  });

  it('lets the imports of the design pass', () => {
    expect(broken({
      'src/law/counts.ts': ['./days.js'],
      'src/custody/stints.controller.ts': ['./held.service.js', '../common/clock.js'],
      'src/custody/stints.service.ts': ['../law/evaluate.js', '../detainees/detainees.service.js', '../common/database.js', 'pg'],
      'src/detention-review/review.queue.ts': ['bull'],
      'src/worker.ts': ['./detention-review/review.processor.js'],
      'src/main.ts': ['./custody/held.controller.js', 'fastify'],
      'migrations/0001-x.ts': ['typeorm'],
      'src/custody/stints.service.spec.ts': ['../../test/support/factories.js'],
    })).toEqual([]);
  });
});
