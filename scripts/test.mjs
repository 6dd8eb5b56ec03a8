import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ run }, { test }] = await Promise.all([import('./lib/trouble.mjs'), import('./lib/test.mjs')]);
await run(() => test(process.argv.slice(2)));
