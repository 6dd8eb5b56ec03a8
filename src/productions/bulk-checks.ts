import type { Tx } from '../common/database.js';

/**
 * PostgreSQL checks a foreign key row by row: three of them cost more than writing the row. In an import every reference
 * is either to a row that the same transaction has written or to one that it has locked against deletion, so the checks
 * can find nothing; where the database lets us, they are left out while `work` runs.
 *
 * The right to do so is a superuser's, or given by `grant set on parameter session_replication_role to …`. Without it
 * the same import takes several times as long.
 */
export async function withoutRowChecks<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [{ allowed }] = await tx.query<{ allowed: boolean }>(
    "select has_parameter_privilege('session_replication_role', 'set') as allowed") as [{ allowed: boolean }];
  if (!allowed) return work();
  await tx.query('set local session_replication_role = replica');
  const result = await work();
  await tx.query('set local session_replication_role = origin');
  return result;
}
