import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { operator } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { Sealer } from './sealer.js';

export interface SigningKey {
  id: string;
  secret: Buffer;
}

interface Row {
  id: string;
  sealedSecret: string;
  acceptedUntil: Date | null;
}

interface Loaded {
  at: number;
  current: SigningKey | null;
  /** made into keys once: what checks a token would first try to read bytes as a public key, each time anew */
  checking: ReadonlyMap<string, { secret: KeyObject; until: number }>;
}

/** How long another process may go on with the keys it has read. */
const FRESH_FOR_MS = 5_000;
/** A token with a key that nobody knows makes us read the keys again, but not for every such token. */
const ASK_AGAIN_AFTER_MS = 1_000;
/** Longer than any access token lives (VIGIL_ACCESS_TOKEN_MINUTES), and than a process goes on signing with what it has read. */
const ACCEPTED_ON_MS = 65 * 60_000;
const SECRET_BYTES = 32;

/**
 * The keys that sign access tokens. One signs; those it replaced check what they signed until that has ended, so that
 * rotating signs nobody out. Sessions hang on no key.
 */
@Injectable()
export class SigningKeys {
  private readonly logger = new Logger(SigningKeys.name);
  private loaded: Loaded | null = null;

  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async current(): Promise<SigningKey> {
    const { current } = await this.read(FRESH_FOR_MS);
    if (current) return current;
    await this.database.transaction((tx) => this.begin(tx));
    const { current: begun } = await this.load();
    if (!begun) throw new Error('no signing key can be opened with this JWT_SECRET');
    return begun;
  }

  /** The secret that checks what this key signed; null for a key that is unknown or no longer accepted. */
  async secretOf(id: string): Promise<KeyObject | null> {
    const known = (await this.read(FRESH_FOR_MS)).checking.get(id) ?? (await this.read(ASK_AGAIN_AFTER_MS)).checking.get(id);
    return known && this.clock.now().getTime() < known.until ? known.secret : null;
  }

  /** A new key signs from now on. `atOnce`, when a key may be known to somebody: what the old ones signed counts no more. */
  async rotate(actor: Actor, { atOnce }: { atOnce: boolean }): Promise<string> {
    const id = await this.database.transaction(async (tx) => {
      await lock(tx);
      const now = this.clock.now();
      const until = new Date(now.getTime() + (atOnce ? 0 : ACCEPTED_ON_MS));
      await tx.query('update signing_key set accepted_until = $1 where accepted_until is null or ($2 and accepted_until > $1)', [until, atOnce]);
      await tx.query('delete from signing_key where accepted_until <= $1', [now]);
      const { id: begun } = await this.insert(tx);
      await this.reseal(tx);
      await this.audit.record(tx, actor, { action: 'signing-key.rotated', subject: 'signing-key', after: { id: begun, atOnce } });
      return begun;
    });
    this.loaded = null;
    return id;
  }

  private async read(freshForMs: number): Promise<Loaded> {
    const now = this.clock.now().getTime();
    if (this.loaded && now >= this.loaded.at && now - this.loaded.at < freshForMs) return this.loaded;
    return this.load();
  }

  private async load(): Promise<Loaded> {
    const rows = await this.database.query<Row>(
      `select id, sealed_secret as "sealedSecret", accepted_until as "acceptedUntil" from signing_key`);
    const checking = new Map<string, { secret: KeyObject; until: number }>();
    let current: SigningKey | null = null;
    for (const { id, sealedSecret, acceptedUntil } of rows) {
      const secret = this.sealer.open(sealedSecret, contextOf(id));
      if (!secret) continue;
      checking.set(id, { secret: createSecretKey(secret), until: acceptedUntil?.getTime() ?? Infinity });
      if (acceptedUntil === null) current = { id, secret };
    }
    this.loaded = { at: this.clock.now().getTime(), current, checking };
    return this.loaded;
  }

  /** The first key of an installation, or of a secret that was changed without telling the one before it. */
  private async begin(tx: Tx): Promise<void> {
    await lock(tx);
    if ((await this.load()).current) return; // another process was faster
    const replaced = await tx.execute('update signing_key set accepted_until = $1 where accepted_until is null', [this.clock.now()]);
    if (replaced > 0) this.logger.warn('the signing key was sealed under another JWT_SECRET; a new one signs, and sessions go on by their refresh tokens');
    const { id } = await this.insert(tx);
    await this.audit.record(tx, operator(null), { action: 'signing-key.begun', subject: 'signing-key', after: { id } });
  }

  private async insert(tx: Tx): Promise<SigningKey> {
    const id = randomBytes(6).toString('hex');
    const secret = randomBytes(SECRET_BYTES);
    await tx.query('insert into signing_key (id, sealed_secret, created_at) values ($1, $2, $3)',
      [id, this.sealer.seal(secret, contextOf(id)), this.clock.now()]);
    return { id, secret };
  }

  /** Under the present secret, so that the one before it can go. */
  private async reseal(tx: Tx): Promise<void> {
    const keys = await tx.query<{ id: string; sealed: string }>('select id, sealed_secret as sealed from signing_key');
    await this.resealRows(tx, 'signing_key', 'id', keys, contextOf);
    const factors = await tx.query<{ id: string; sealed: string }>('select user_id as id, sealed_secret as sealed from second_factor for update');
    await this.resealRows(tx, 'second_factor', 'user_id', factors, secondFactorContext);
  }

  private async resealRows(tx: Tx, table: string, key: string, rows: { id: string; sealed: string }[], context: (id: string) => string) {
    for (const { id, sealed } of rows) {
      const plain = this.sealer.isCurrent(sealed) ? null : this.sealer.open(sealed, context(id));
      if (plain) await tx.query(`update ${table} set sealed_secret = $2 where ${key} = $1`, [id, this.sealer.seal(plain, context(id))]);
    }
  }
}

const lock = (tx: Tx) => tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['signing keys']);

const contextOf = (id: string): string => `signing key ${id}`;

export const secondFactorContext = (userId: string): string => `second factor ${userId}`;
