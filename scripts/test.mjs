import { requireNode } from './lib/node-version.mjs';

requireNode();
const { run } = await import('./lib/trouble.mjs');
const { installDependencies } = await import('./lib/install.mjs');
const { askedToStop } = await import('./lib/stopping.mjs');
const { test } = await import('./lib/test.mjs');

await run(async () => {
  const stopping = askedToStop();
  await installDependencies(stopping);
  return test(process.argv.slice(2), stopping);
});
