import { build } from './lib/build.mjs';
import { run, Trouble } from './lib/trouble.mjs';

await run(async () => {
  const complaints = await build();
  if (complaints) throw new Trouble(`the project does not compile:\n${complaints}`);
});
