import type { Tx } from '../common/database.js';
import type { Link } from './chain-check.js';
import { ENTRY_TEXT } from './entry-text.js';

const BATCH = 2_000;

const SEAL = `s.seq, encode(s.hash, 'hex') as hash, to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt",
  s.key_id as "keyId", replace(encode(s.signature, 'base64'), E'\\n', '') as signature`;

/** Every seal in order, each with its entry; in a transaction of one snapshot. */
export async function* sealedEntries(tx: Tx, from = 0): AsyncGenerator<Link> {
  for (let after = from; ;) {
    const rows = await tx.query<Omit<Link, 'seq'> & { seq: string }>(
      `select ${SEAL}, case when e.id is not null then ${ENTRY_TEXT} end as entry
       from audit_seal s left join audit_entry e on e.id = s.entry_id where s.seq > $1 order by s.seq limit $2`, [after, BATCH]);
    for (const row of rows) yield { ...row, seq: Number(row.seq) };
    if (rows.length < BATCH) return;
    after = Number(rows[rows.length - 1].seq);
  }
}

export interface Unsealed {
  waiting: number;
  /** entries that neither a seal nor the queue knows: they were put in past it */
  strays: number;
  firstStray: string | null;
  /** what the queue knows and the log does not: entries that were removed before they were sealed */
  lost: number;
  firstLost: string | null;
}

export async function unsealedEntries(tx: Tx): Promise<Unsealed> {
  const [counts] = await tx.query<Unsealed>(`
    select (select count(*)::integer from audit_unsealed) as waiting, s.*, l.*
    from (select count(*)::integer as strays, min(e.id) as "firstStray" from audit_entry e
            where not exists (select from audit_seal s where s.entry_id = e.id) and not exists (select from audit_unsealed u where u.entry_id = e.id)) s,
         (select count(*)::integer as lost, min(u.entry_id) as "firstLost" from audit_unsealed u
            where not exists (select from audit_entry e where e.id = u.entry_id)) l`);
  return counts;
}
