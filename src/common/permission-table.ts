import { ROLES } from './actor.js';
import type { DeclaredRoute } from './declared-routes.js';
import { isPermitted, Permission } from './permissions.js';

/** docs/permissions.md: who may do what, and which route asks for what. */
export function permissionTable(routes: readonly DeclaredRoute[]): string {
  const may = (permission: Permission | null): string[] => ROLES.map((role) => (permission === null || isPermitted(role, permission) ? '✓' : ''));
  return `# Who may do what

Made from the code by \`npm run docs:permissions\` (\`src/common/permissions.ts\` and the \`@Requires\` of every route); a test fails when it is stale, and
another one calls every route as every role and compares.

A permission says what a role may do at all. **With whom** is PostgreSQL's to say: row-level security shows a user the people whom the office shows everybody or
whose team the user is on, and nobody behind a wall (\`migrations/0003-walls.ts\`). For anybody else's file every route answers 404, as if it were not there.
Outside co-counsel see the people granted to them; an auditor opens no file. The command line is the operator's, who has the machine: it may do everything,
and is no door over HTTP.

## Permissions

${table(['Permission', ...ROLES], Object.values(Permission).map((permission) => [`\`${permission}\``, ...may(permission)]))}

## Routes

${table(['Route', 'Requires', ...ROLES], routes.map(({ method, path, permission }) =>
    [`\`${method} ${path}\``, permission === null ? 'nothing: public' : `\`${permission}\``, ...may(permission)]))}
`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, column) => (column > 0 && ROLES.includes(head[column] as never) ? ':-:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
