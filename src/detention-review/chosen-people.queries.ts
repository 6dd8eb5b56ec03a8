import type { PoolClient } from 'pg';

/**
 * COPY takes no parameters, so the people that the statements of a transaction are about are chosen once, as a setting
 * that lives as long as the transaction.
 */
export async function choosePeople(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query(`select set_config('vigil.people', $1, true)`, [`{${ids.join(',')}}`]);
}

/** A subquery, so that the planner does not look into it: with thousands of ids, planning took as long as reading. */
export const THE_CHOSEN = `any((select current_setting('vigil.people')::uuid[])::uuid[])`;

/** The same where a statement asks of many tables: their ids are read once, and not once for each table. */
export const CHOSEN_ONCE = `with chosen (ids) as materialized (select current_setting('vigil.people')::uuid[])`;
export const CHOSEN_BY_THEM = 'any((select ids from chosen)::uuid[])';
