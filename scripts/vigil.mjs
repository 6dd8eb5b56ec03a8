import { requireNode } from './lib/node-version.mjs';

// One command of the command line with the project's servers started for it: `npm run demo`.
requireNode();
const { run, Trouble } = await import('./lib/trouble.mjs');
const { applicationEnvironment, command } = await import('./lib/application.mjs');
const { build } = await import('./lib/build.mjs');
const { installDependencies } = await import('./lib/install.mjs');
const { LOCAL } = await import('./lib/paths.mjs');
const { useServers } = await import('./lib/servers.mjs');
const { settings } = await import('./lib/settings.mjs');
const { askedToStop } = await import('./lib/stopping.mjs');

await run(async () => {
  const signal = askedToStop();
  await installDependencies(signal);
  const complaints = await build();
  if (complaints) throw new Trouble(`the project does not compile:\n${complaints}`);
  const servers = await useServers(LOCAL, { given: settings() });
  try {
    const env = applicationEnvironment(servers);
    const stdio = 'inherit';
    return (await command(['migrate'], env, { signal })) || (await command(process.argv.slice(2), env, { signal, stdio }));
  } finally {
    await servers.release();
  }
});
