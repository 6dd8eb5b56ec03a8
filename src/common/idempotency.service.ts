import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from './config.js';
import { KEY_BYTES, open, seal } from './crypto/aead.js';
import { Database, type Tx } from './database.js';
import { conflict, notFound, Problem, type ProblemKind } from './problem.js';
import { problemOf } from './problem-of.js';

export interface IdempotentRequest {
  userId: string;
  key: string;
  method: string;
  path: string;
  body: unknown;
}

export interface KeptAnswer {
  body: unknown;
  replayed: boolean;
}

/** `seen`: whom it shows, the user sees still. */
type Row = { request_hash: string; body: string; seen: boolean };
type Kept = { answer: unknown } | { refusal: Refusal };
type Refusal = { kind: ProblemKind; detail: string; extras: Problem['extras'] };

const KEPT_FOR = '24 hours';
const PURGED_AT_ONCE = 50;
/** How long the second of two equal requests waits for the first. */
const WAIT = '10s';
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Does the same request once. The key, what the request creates and its answer are one transaction: a crash leaves
 * either all of them or none, so a repeat either replays or starts anew and can never create twice. A second request
 * with the same key waits on the first one's row. An answer is given again only to somebody who still sees whom it shows.
 */
@Injectable()
export class IdempotencyService {
  /** Answers hold what is sealed elsewhere, so they are as well. Another secret makes another hash of the request, and opens none. */
  private readonly answerKey: Buffer;

  constructor(private readonly database: Database, private readonly config: Config) {
    this.answerKey = Buffer.from(hkdfSync('sha256', config.jwtSecret, '', 'vigil: answers kept for a repeated request', KEY_BYTES));
  }

  async once(request: IdempotentRequest, work: () => Promise<unknown>): Promise<KeptAnswer> {
    const hash = this.hashOf(request);
    const outcome = await this.database.transaction(async (tx) => {
      const kept = await this.claim(tx, request, hash);
      return kept ? this.replay(kept, hash, request) : this.answer(tx, request, work);
    });
    // A refusal leaves the transaction as a value, so that the transaction keeps it.
    if (outcome.refusal) throw outcome.refusal;
    return { body: outcome.body, replayed: outcome.replayed };
  }

  /** Keyed, because a body may hold a password, and a plain hash in the table would let it be guessed offline. */
  private hashOf({ method, path, body }: IdempotentRequest): string {
    return createHmac('sha256', this.config.jwtSecret).update(JSON.stringify([method, path, sorted(body)])).digest('hex');
  }

  private async claim(tx: Tx, { userId, key }: IdempotentRequest, hash: string): Promise<Row | null> {
    await this.forgetOld(tx, userId, key);
    await tx.query(`set local lock_timeout = '${WAIT}'`);
    try {
      const claimed = await tx.execute(
        'insert into idempotency_key (user_id, key, request_hash) values ($1, $2, $3) on conflict do nothing', [userId, key, hash]);
      if (claimed === 1) return null;
    } catch (error) {
      if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
      throw conflict({ path: 'Idempotency-Key', problem: 'belongs to a request that is still running; try again shortly' });
    }
    const [row] = await tx.query<Row>(
      `select request_hash, body, (select count(*) from detainee d where d.id = any(k.people)) = cardinality(k.people) as seen
       from idempotency_key k where user_id = $1 and key = $2`, [userId, key]);
    if (!row) throw conflict({ path: 'Idempotency-Key', problem: 'expired at this moment; try again' });
    return row;
  }

  /** Answers hold personal data, so they go once they are of no use: this key's if it is old, and some more. */
  private async forgetOld(tx: Tx, userId: string, key: string): Promise<void> {
    await tx.query(
      `delete from idempotency_key where (user_id, key) in (
         select user_id, key from idempotency_key
         where created_at < now() - $3::interval
         order by (user_id, key) = ($1::uuid, $2::text) desc, created_at
         limit $4 for update skip locked)`,
      [userId, key, KEPT_FOR, PURGED_AT_ONCE], 'forget-answers',
    );
  }

  private async answer(tx: Tx, { userId, key, path }: IdempotentRequest, work: () => Promise<unknown>) {
    await tx.query('set local lock_timeout to default');
    let outcome: { body: unknown; refusal?: Problem };
    try {
      outcome = { body: await this.database.transaction(work) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) throw error;
      outcome = { body: undefined, refusal: problem };
    }
    const { refusal } = outcome;
    const kept = refusal ? { refusal: { kind: refusal.kind, detail: refusal.detail, extras: refusal.extras } } : { answer: outcome.body };
    const json = JSON.stringify(kept);
    const sealed = seal(this.answerKey, Buffer.from(json), boundTo(userId, key)).toString('base64url');
    // Whom of them the user sees is for the database to say, now and when it is asked for again.
    await tx.query(
      `update idempotency_key set body = $3, mentions = $4, people = array(select d.id from detainee d where d.id = any($4::uuid[]))
       where user_id = $1 and key = $2`, [userId, key, sealed, idsIn(`${path} ${json}`)], 'keep-answer');
    return { ...outcome, replayed: false };
  }

  private replay(row: Row, hash: string, { userId, key }: IdempotentRequest): { body: unknown; refusal?: Problem; replayed: boolean } {
    if (row.request_hash !== hash) {
      throw new Problem('key-reused', 'This Idempotency-Key was used for a request with another path or body; take a new key for a new request.',
        { errors: [{ path: 'Idempotency-Key', problem: 'was used for another request' }] });
    }
    if (!row.seen) throw notFound('detainee');
    const kept = JSON.parse(open(this.answerKey, Buffer.from(row.body, 'base64url'), boundTo(userId, key)).toString()) as Kept;
    if ('refusal' in kept) {
      const { kind, detail, extras } = kept.refusal;
      return { body: undefined, refusal: new Problem(kind, detail, extras), replayed: true };
    }
    return { body: kept.answer, replayed: true };
  }
}

const boundTo = (userId: string, key: string): string => JSON.stringify(['answer', userId, key]);

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const idsIn = (text: string): string[] => [...new Set(text.match(ID)?.map((id) => id.toLowerCase()))];

/** The same JSON whatever the order in which its keys were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
