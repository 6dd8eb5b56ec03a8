import { requireNode } from './lib/node-version.mjs';

requireNode();
const { run } = await import('./lib/trouble.mjs');
const { bench } = await import('./lib/bench.mjs');
await run(() => bench(process.argv.slice(2)));
