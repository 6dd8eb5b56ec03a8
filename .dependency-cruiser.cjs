/**
 * The imports that must never exist. `npm run lint:imports` fails on the first one; test/imports.spec.ts plants one of
 * each kind and sees it caught.
 */

/** From the ground up: a layer may import from those above it in this list, never from those below. */
const LAYERS = [
  ['law'],
  ['common'],
  ['audit'],
  ['notifications'],
  ['users'],
  ['auth'],
  ['detainees'],
  ['walls'],
  ['custody', 'removal-orders', 'case-events', 'counsel-contacts', 'conflict-checks', 'ice-contacts', 'court-orders', 'notes', 'documents'],
  ['compliance', 'retention'],
  ['detention-review'],
  ['productions', 'reports', 'caseload', 'exports', 'reference', 'law-doors', 'class-memberships'],
  ['demo'],
  ['cli'],
];

/** Composition: the roots that put modules together, and what only they may be. */
const ROOTS = '^src/[^/]+\\.ts$';

const folders = (layers) => `^src/(${layers.flat().join('|')})/`;
const packages = (...names) => `node_modules/(${names.join('|')})/`;
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const upward = LAYERS.slice(0, -1).map((layer, i) =>
  never(`upward-from-${layer[0]}`, 'A lower layer never imports a higher one.',
    { path: folders([layer]) }, { path: `${folders(LAYERS.slice(i + 1))}|${ROOTS}` }));

module.exports = {
  forbidden: [
    ...upward,
    never('every-folder-has-a-layer', 'A folder of src/ that is not in LAYERS is not held to any order.',
      { path: '^src/[^/]+/', pathNot: folders(LAYERS) }, {}),
    never('law-is-pure', 'The law imports nothing but itself: no package, no module of Node, nothing of ours.',
      { path: '^src/law/', pathNot: '\\.spec\\.ts$' }, { pathNot: '^src/law/' }),
    never('doors-hold-no-data', 'A controller or a processor reaches the database through a service only.',
      { path: '\\.(controller|processor)\\.ts$' },
      { path: `${packages('typeorm', '@nestjs/typeorm', 'pg', 'pg-copy-streams')}|^src/common/(database|data-source)\\.ts$|\\.queries\\.ts$`, dependencyTypesNot: ['type-only'] }),
    never('services-know-no-transport', 'A service can be called from HTTP, from a job and from the command line.',
      { path: '\\.(service|queries|entity)\\.ts$' },
      { path: `\\.(controller|processor|command)\\.ts$|${packages('fastify', '@fastify/[^/]+', '@nestjs/platform-fastify', 'bull', '@nestjs/bull', 'commander')}` }),
    never('other-features-by-their-services', 'Across features: services, types and entities, never the doors of another.',
      { path: '^src/([^/]+)/' }, { path: '\\.(controller|processor)\\.ts$', pathNot: '^src/$1/' }),
    never('only-queues-know-bull', 'Bull is touched by *.queue.ts, *.processor.ts and modules alone.',
      { path: '^src/', pathNot: '\\.(queue|processor|module)\\.ts$' }, { path: packages('bull', '@nestjs/bull') }),
    never('the-api-consumes-no-job', 'The API enqueues after commit; it never consumes.',
      { path: '^src/(main|app\\.module)\\.ts$' }, { path: '\\.processor\\.ts$|^src/worker', reachable: true }),
    never('the-worker-serves-no-route', 'The worker has no controllers, but for its own health.',
      { path: '^src/worker(\\.module)?\\.ts$' },
      { path: '\\.controller\\.ts$|^src/(main|app\\.module)\\.ts$', pathNot: '^src/common/health/', reachable: true }),
    never('migrations-are-frozen', 'A migration is history: it imports typeorm and nothing of ours.',
      { path: '^migrations/' }, { pathNot: packages('typeorm') }),
    never('no-test-code-in-src', 'What runs in production never imports what tests it.',
      { path: '^(src|migrations|bench)/', pathNot: '\\.spec\\.ts$' }, { path: '^test/|\\.spec\\.ts$' }),
    never('no-development-package-in-src', 'What runs in production is installed in production.',
      { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] }),
    never('nothing-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    never('no-cycles', 'Two files that import each other are one file.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'], extensions: ['.ts', '.d.ts', '.js', '.json'] },
  },
};
