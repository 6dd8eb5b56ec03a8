import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Logged } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { AuditKey } from './audit-key.js';
import { AuditService } from './audit.service.js';
import { type Link, sealOf } from './chain-check.js';
import { BEFORE_THE_FIRST, type Seal, signedSeal } from './chain.js';
import { sealedEntries } from './sealed-log.queries.js';
import { AuditSealer } from './sealer.service.js';

/** Writes the log to a file that can be checked without us: one entry a line, with its seal, and in the end who vouches for its end. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly sealer: AuditSealer,
    private readonly key: AuditKey,
    private readonly clock: Clock,
  ) {}

  /** The export is an entry of the log itself, the last one of it. The file must not be there yet. */
  async toFile(actor: Logged, file: string): Promise<Seal> {
    await this.database.transaction((tx) => this.audit.record(tx, actor, { action: 'audit.exported', subject: 'audit' }));
    await this.sealer.seal();
    return this.database.transaction(async (tx) => {
      let end: Seal | undefined;
      const { signer } = this.key;
      const now = this.clock.now().toISOString();
      await pipeline(async function* () {
        let last: Link | null = null;
        for await (const link of sealedEntries(tx)) {
          yield `${JSON.stringify(link)}\n`;
          last = link;
        }
        end = signedSeal('export', signer, { seq: last?.seq ?? 0, hash: last?.hash ?? BEFORE_THE_FIRST, sealedAt: now });
        yield `${JSON.stringify({ end })}\n`;
      }, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
      return end as Seal;
    }, 'REPEATABLE READ');
  }

  /** The newest seal, which vouches for everything up to it. Null: nothing was ever logged. */
  async checkpoint(): Promise<Seal | null> {
    await this.sealer.seal();
    return this.database.transaction((tx) => lastSeal(tx));
  }
}

async function lastSeal(tx: Tx): Promise<Seal | null> {
  const [row] = await tx.query<{ seq: string }>('select seq - 1 as seq from audit_seal order by seq desc limit 1');
  if (!row) return null;
  for await (const link of sealedEntries(tx, Number(row.seq))) return sealOf(link);
  return null;
}
