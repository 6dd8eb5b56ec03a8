import type { PoolClient } from 'pg';

/**
 * PostgreSQL takes no COPY into a table whose row security binds the account. There rows go by a temporary one, which
 * costs no log; `copy` is told where they go. Within a transaction. The temporary one is made once on each connection
 * and empty at the end of a transaction: making it is a hundred rows in PostgreSQL's own tables.
 */
export async function copyInto(client: PoolClient, table: string, columns: readonly string[], copy: (into: string) => Promise<void>): Promise<void> {
  const names = columns.join(', ');
  const copied = `pg_temp.copied_${table}`;
  const { rows: [state] } = await client.query<{ bound: boolean; made: boolean }>({
    name: 'copy-into', text: 'select row_security_active($1) as bound, to_regclass($2) is not null as made', values: [table, copied],
  });
  if (!state.bound) return copy(`${table} (${names})`);
  if (state.made) await emptied(client, copied);
  else await client.query(`create temporary table copied_${table} on commit delete rows as select ${names} from ${table} with no data`);
  await copy(`${copied} (${names})`);
  await client.query({ name: `from-${copied}`, text: `insert into ${table} (${names}) select ${names} from ${copied}` });
}

/** Of what went by it earlier in the same transaction. */
async function emptied(client: PoolClient, copied: string): Promise<void> {
  const { rows: [{ used }] } = await client.query<{ used: boolean }>({ name: `used-${copied}`, text: `select exists (select from ${copied}) as used` });
  if (used) await client.query(`truncate ${copied}`);
}
