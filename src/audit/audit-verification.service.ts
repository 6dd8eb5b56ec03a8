import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import type { Seal } from './chain.js';
import { checkChain, sealOf, type Trouble, trouble } from './chain-check.js';
import { sealedEntries, type Unsealed, unsealedEntries } from './sealed-log.queries.js';

export interface Verified {
  entries: number;
  /** when the first entry was sealed: what was changed before is not seen */
  since: string | null;
  /** the last seal: kept elsewhere, it shows later that nothing was cut off */
  last: Seal | null;
  /** entries that wait for the sealer */
  waiting: number;
  trouble: Trouble | null;
}

/** Goes along the whole log in the database, in one snapshot of it. */
@Injectable()
export class AuditVerification {
  constructor(private readonly database: Database) {}

  async verify(keys: ReadonlyMap<string, KeyObject>, checkpoint: Seal | null): Promise<Verified> {
    return this.database.transaction(async (tx) => {
      const { entries, since, last, trouble: broken } = await checkChain(() => sealedEntries(tx), { keys, checkpoint });
      const unsealed = await unsealedEntries(tx);
      return { entries, since, last: last && sealOf(last), waiting: unsealed.waiting, trouble: broken ?? troubleOf(unsealed) };
    }, 'REPEATABLE READ');
  }
}

function troubleOf({ strays, firstStray, lost, firstLost }: Unsealed): Trouble | null {
  if (strays > 0) return trouble('inserted', null, `${strays} entries, of which ${firstStray} is the first by its id, are not sealed and do not wait for it: they were inserted past the queue, or their seals were removed.`);
  if (lost > 0) return trouble('removed', null, `${lost} entries, of which ${firstLost} is the first by its id, were removed before they were sealed.`);
  return null;
}
