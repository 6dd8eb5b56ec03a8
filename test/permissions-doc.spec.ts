import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { AppModule } from '../src/app.module.js';
import { declaredRoutes } from '../src/common/declared-routes.js';
import { permissionTable } from '../src/common/permission-table.js';

it('docs/permissions.md is what the code says: `npm run docs:permissions` writes it', () => {
  expect(readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8')).toBe(permissionTable(declaredRoutes(AppModule)));
});
