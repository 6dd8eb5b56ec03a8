import type { Database } from '../common/database.js';

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** How many people the caller sees. */
export async function peopleSeen(db: Database): Promise<number> {
  const [{ count }] = await db.query<{ count: number }>('select count(*)::integer as count from detainee where erased_at is null');
  return count;
}

export const peoplePage = async (db: Database, after: string, limit: number): Promise<string[]> => ids(await db.query<{ id: string }>(
  'select id from detainee where id > $1 and erased_at is null order by id limit $2', [after, limit]));

/** Of those whom the order names by their memberships, and of `others`, the ones whom the caller sees. */
export const peopleNamed = async (db: Database, orderId: string, others: readonly string[]): Promise<string[]> => ids(await db.query<{ id: string }>(
  `select d.id from detainee d where d.erased_at is null and (d.id = any($2::uuid[])
     or d.id in (select m.detainee_id from class_membership m where m.class = $1 and m.superseded_at is null)) order by d.id`, [orderId, others]));
