import fs from 'node:fs';
import { requireNode } from './lib/node-version.mjs';

// Writes docs/permissions.md from what the routes declare. It needs no server.
requireNode();
const { run } = await import('./lib/trouble.mjs');
const { build } = await import('./lib/build.mjs');
const { inRoot } = await import('./lib/paths.mjs');

await run(async () => {
  await build(); // types that are wrong do not stop it
  await import('reflect-metadata');
  const [{ AppModule }, { declaredRoutes }, { permissionTable }] = await Promise.all(
    ['app.module.js', 'common/declared-routes.js', 'common/permission-table.js'].map((file) => import(inRoot('dist', 'src', file))));
  fs.writeFileSync(inRoot('docs', 'permissions.md'), permissionTable(declaredRoutes(AppModule)));
  return 0;
});
