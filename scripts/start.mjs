import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ run }, { start }] = await Promise.all([import('./lib/trouble.mjs'), import('./lib/start.mjs')]);
await run(start);
