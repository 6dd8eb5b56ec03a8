import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { MasterKey } from '../crypto/master-key.js';
import { MIGRATIONS } from '../data-source.js';
import { Database } from '../database.js';
import { pingRedis } from './redis.probe.js';

export type ComponentState = 'up' | 'down' | 'behind';
export interface Health {
  /**
   * `ready`; `degraded`: facts can be read and recorded, and the findings that they change wait for Redis, or what is
   * logged waits to be sealed, or what is sealed cannot be opened by whoever has not opened it lately; `unready`: nothing can be done.
   */
  status: 'ready' | 'degraded' | 'unready';
  components: { postgresql: ComponentState; migrations: ComponentState; redis: ComponentState; log: ComponentState; keys: ComponentState };
  /** how long the oldest entry of the log has waited for its seal, in seconds; null where that cannot be asked */
  logWaitsSeconds: number | null;
}

const PATIENCE_MS = 2_000;
/** The worker seals every other second; if the oldest waits for so long, it does not. */
const MOST_SEALING_LAG_SECONDS = 60;

/** Asked each time, never remembered: what it says is so at this moment. */
@Injectable()
export class HealthService {
  constructor(private readonly config: Config, private readonly database: Database, private readonly master: MasterKey) {}

  async check(): Promise<Health> {
    const [schema, redisAnswers, keys] = await Promise.all([this.schema(), pingRedis(this.config.redisUrl, PATIENCE_MS), this.keys()]);
    const redis = redisAnswers ? 'up' : 'down';
    const usable = schema.migrations === 'up';
    const lag = usable ? await this.sealingLag() : null;
    const log = lag === null ? 'down' : lag > MOST_SEALING_LAG_SECONDS ? 'behind' : 'up';
    const whole = [redis, log, keys].every((state) => state === 'up');
    return { status: !usable ? 'unready' : whole ? 'ready' : 'degraded', components: { ...schema, redis, log, keys }, logWaitsSeconds: lag };
  }

  /** Whether what keeps the master key answers; where it is this process itself, always. */
  private async keys(): Promise<ComponentState> {
    return patiently(this.master.currentId()).then(() => 'up', () => 'down');
  }

  private async sealingLag(): Promise<number | null> {
    try {
      const [oldest] = await patiently(this.database.query<{ seconds: number }>(
        'select greatest(extract(epoch from clock_timestamp() - since), 0)::integer as seconds from audit_unsealed order by entry_id limit 1'));
      return oldest?.seconds ?? 0;
    } catch {
      return null; // the database stopped answering just now
    }
  }

  private async schema(): Promise<Pick<Health['components'], 'postgresql' | 'migrations'>> {
    try {
      const [table] = await patiently(this.database.query<{ known: boolean }>(`select to_regclass('migrations') is not null as known`));
      const applied = table?.known ? await patiently(this.database.query<{ name: string }>('select name from migrations')) : [];
      const names = new Set(applied.map(({ name }) => name));
      return { postgresql: 'up', migrations: MIGRATIONS.every(({ name }) => names.has(name)) ? 'up' : 'behind' };
    } catch {
      // Whatever the reason is, what can be said about the database is that it does not answer.
      return { postgresql: 'down', migrations: 'down' };
    }
  }
}

function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
