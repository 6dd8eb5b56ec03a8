import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { AuditKey } from './audit-key.js';
import { BEFORE_THE_FIRST, hashOf, type Seal, signedSeal } from './chain.js';
import { ENTRY_TEXT } from './entry-text.js';

const BATCH = 500;

/**
 * Puts committed entries in order: each gets the next number, a hash over itself and the one before, and a signature.
 * One sealer works at a time, and each batch is one transaction; one that is killed leaves nothing half, and the next
 * goes on where it stopped. Who appends to the log never waits for it.
 */
@Injectable()
export class AuditSealer {
  constructor(private readonly database: Database, private readonly key: AuditKey, private readonly clock: Clock) {}

  /** Until nothing waits, or `stopping` says so; the newest seal that was made, if any was. */
  async seal(stopping: () => boolean = () => false): Promise<Seal | null> {
    let newest: Seal | null = null;
    for (;;) {
      const sealed = await this.database.transaction((tx) => this.sealBatch(tx));
      newest = sealed.at(-1) ?? newest;
      if (sealed.length < BATCH || stopping()) return newest;
    }
  }

  private async sealBatch(tx: Tx): Promise<Seal[]> {
    await tx.query("select pg_advisory_xact_lock(hashtext('vigil audit sealing'))");
    const entries = await tx.query<{ id: string; text: string }>(
      `select e.id, ${ENTRY_TEXT} as text from (select entry_id from audit_unsealed order by entry_id limit $1) u
       join audit_entry e on e.id = u.entry_id order by e.id`, [BATCH]);
    if (entries.length === 0) return [];
    const [last] = await tx.query<{ seq: string; hash: string }>(
      "select seq, encode(hash, 'hex') as hash from audit_seal order by seq desc limit 1");
    const seals = this.chained(Number(last?.seq ?? 0), last?.hash ?? BEFORE_THE_FIRST, entries);
    const ids = entries.map(({ id }) => id);
    await tx.query(
      `insert into audit_seal (seq, entry_id, hash, sealed_at, key_id, signature)
       select s.seq, s.entry_id, decode(s.hash, 'hex'), s.sealed_at, s.key_id, decode(s.signature, 'base64')
       from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[], $5::text[], $6::text[]) as s (seq, entry_id, hash, sealed_at, key_id, signature)`,
      [seals.map(({ seq }) => seq), ids, seals.map(({ hash }) => hash), seals.map(({ sealedAt }) => sealedAt),
        seals.map(({ keyId }) => keyId), seals.map(({ signature }) => signature)]);
    await tx.query('delete from audit_unsealed where entry_id = any($1::bigint[])', [ids]);
    return seals;
  }

  private chained(after: number, before: string, entries: readonly { text: string }[]): Seal[] {
    const { signer } = this.key;
    const sealedAt = this.clock.now().toISOString();
    let hash = before;
    return entries.map(({ text }, at) => {
      const seq = after + at + 1;
      hash = hashOf(seq, hash, text);
      return signedSeal('seal', signer, { seq, hash, sealedAt });
    });
  }
}
