import type { PoolClient } from 'pg';

/**
 * PostgreSQL takes no COPY into a table whose row security binds the account. There rows go by a temporary table, which
 * costs no log and is gone with the statement after it; `copy` is told where they go. Within a transaction.
 */
export async function copyInto(client: PoolClient, table: string, columns: readonly string[], copy: (into: string) => Promise<void>): Promise<void> {
  const names = columns.join(', ');
  const { rows: [state] } = await client.query<{ bound: boolean }>('select row_security_active($1) as bound', [table]);
  if (!state.bound) return copy(`${table} (${names})`);
  await client.query(`create temporary table copied on commit drop as select ${names} from ${table} with no data`);
  await copy(`copied (${names})`);
  await client.query(`insert into ${table} (${names}) select ${names} from copied; drop table copied`);
}
