import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, ConfigError } from '../config.js';
import { Database } from '../database.js';
import { keyList, type NamedKey, namedKey } from './key-list.js';

/**
 * Finds an encrypted value that is equal to one asked for. The index holds a keyed hash of the value: without the key
 * nobody can try numbers until one fits, and A-numbers are few enough for that.
 */
@Injectable()
export class BlindIndex {
  private readonly keys: readonly NamedKey[];
  private verified: Promise<void> | null = null;

  constructor(config: Config, private readonly database: Database) {
    this.keys = keyList(config.indexKeys).map(namedKey);
  }

  /** What to keep beside the encrypted value. `kind` keeps equal values of different kinds apart. */
  async of(kind: string, value: string): Promise<string> {
    await this.ready();
    return hashed(this.keys[0], kind, value);
  }

  /** What to look for: under the current key, and under former ones for as long as they are configured. */
  async under(kind: string, value: string): Promise<string[]> {
    await this.ready();
    return this.keys.map((key) => hashed(key, kind, value));
  }

  get currentId(): string {
    return this.keys[0].id;
  }

  /** With another key than the one in use, people would not be found and be entered twice: that is refused. */
  private ready(): Promise<void> {
    this.verified ??= this.verify().catch((error: unknown) => {
      this.verified = null;
      throw error;
    });
    return this.verified;
  }

  private async verify(): Promise<void> {
    const ids = this.keys.map(({ id }) => id);
    await this.database.withClient(async (client) => {
      const { rowCount } = await client.query('select from blind_index_key where retired_at is null and key_id <> all($1::text[]) limit 1', [ids]);
      if (rowCount) throw new ConfigError(['VIGIL_INDEX_KEYS does not hold the key by which this database finds its numbers']);
      await client.query('insert into blind_index_key (key_id) values ($1) on conflict (key_id) do update set retired_at = null where blind_index_key.retired_at is not null', [ids[0]]);
    });
  }
}

const hashed = ({ id, key }: NamedKey, kind: string, value: string): string =>
  `${id}:${createHmac('sha256', key).update(JSON.stringify([kind, value])).digest('base64url')}`;
