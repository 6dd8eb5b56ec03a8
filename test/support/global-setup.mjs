import { build } from '../../scripts/lib/build.mjs';
import { startServers } from './servers.mjs';

/** Once a run, before the first e2e file. Types that are wrong do not stop a test (the type check does). */
export default async function globalSetup() {
  const complaints = await build();
  if (complaints) console.error('Some types are wrong (npm run typecheck names them); dist/ is built all the same.');
  await startServers();
}
