import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { queryAs } from './acting-query.js';
import { Snapshot } from './snapshot.js';

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

/** One open transaction. What is done through it is kept together or not at all. */
export interface Tx {
  /** With a `name` the connection plans it once: see `Database.query`. */
  query<Row>(sql: string, params?: readonly unknown[], name?: string): Promise<Row[]>;
  /** As `query`, for statements whose number of affected rows is wanted. */
  execute(sql: string, params?: readonly unknown[]): Promise<number>;
  /** TypeORM on the same connection, for plain writes of entities. */
  readonly manager: EntityManager;
  /** The connection itself, for COPY. */
  readonly client: PoolClient;
  /** Runs once the outermost transaction has committed. What fails here is logged: the facts are already kept. */
  afterCommit(hook: () => void | Promise<void>): void;
}

class OpenTx implements Tx {
  readonly manager: EntityManager;
  readonly hooks: (() => void | Promise<void>)[] = [];
  /** the savepoint that is open inside of this one */
  nested: Promise<unknown> | null = null;
  /** the first statement that failed: PostgreSQL has kept nothing since, and would answer a commit with a rollback */
  failure: Error | undefined;
  private over = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly runner: QueryRunner, readonly client: PoolClient, private readonly outer: OpenTx | null) {
    this.manager = runner.manager;
  }

  get open(): boolean {
    return !this.over && (this.outer === null || this.outer.open);
  }

  /**
   * Nothing more is sent through it. A savepoint that somebody began and did not wait for can only fail now, and is
   * waited for: it must be gone before this transaction is committed or undone.
   */
  async end(): Promise<void> {
    this.over = true;
    await this.nested?.catch(() => undefined);
  }

  async query<Row>(sql: string, params: readonly unknown[] = [], name?: string): Promise<Row[]> {
    return (await this.send(sql, params, name)).rows as Row[];
  }

  async execute(sql: string, params: readonly unknown[] = []): Promise<number> {
    return (await this.send(sql, params)).rowCount ?? 0;
  }

  afterCommit(hook: () => void | Promise<void>): void {
    this.hooks.push(hook);
  }

  /** One connection answers one question at a time, also when a caller asks several at once. */
  private send(sql: string, params: readonly unknown[], name?: string) {
    const sent = this.last.then(() => {
      // Sent after the end, a statement would run on its own, outside of what was kept or undone.
      if (!this.open) throw new Error('a statement was sent to a transaction that is over');
      return this.client.query({ text: sql, values: [...params], name });
    });
    this.last = sent.catch((error: Error) => {
      this.failure ??= error;
    });
    return sent;
  }
}

/** What the work under way is part of. */
interface Within {
  tx?: OpenTx;
  /** the user for whom it asks */
  userId?: string;
  snapshot?: Snapshot;
}

@Injectable()
export class Database {
  private readonly logger = new Logger(Database.name);
  /** One for all three: Node hands each of its storages on with every promise. */
  private readonly storage = new AsyncLocalStorage<Within>();

  constructor(private readonly source: DataSource) {}

  /**
   * All that `work` asks of the database, it asks for this user: PostgreSQL shows it the people whom the user may see.
   * Each transaction carries the user, and no connection keeps one.
   */
  actAs<T>(userId: string, work: () => T): T {
    return this.storage.run({ ...this.within, userId }, work);
  }

  /**
   * A read. Inside a transaction it runs on that transaction's connection: it sees what was just written, and a
   * request never waits for a second connection while it holds the first. What every request asks has a `name`: each
   * connection plans it once and keeps the plan, so a name stands for one text, and there are few.
   */
  async query<Row>(sql: string, params: readonly unknown[] = [], name?: string): Promise<Row[]> {
    const tx = this.ambient();
    if (tx) return tx.query<Row>(sql, params, name);
    const { snapshot, userId } = this.within;
    if (snapshot?.open) return snapshot.query<Row>(sql, params, name);
    const statement = { text: sql, values: [...params], name };
    if (userId === undefined) return (await this.pool.query(statement)).rows as Row[];
    const client = await this.pool.connect();
    try {
      const { rows } = await queryAs(client, userId, statement);
      client.release();
      return rows as Row[];
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }

  /**
   * Several reads of one moment, on one connection: a file of which one part was read before a correction and another
   * after it would show what was never on file. Inside a transaction they are part of that.
   */
  async snapshot<T>(work: () => Promise<T>): Promise<T> {
    const { snapshot: outer, userId } = this.within;
    if (this.ambient() || outer?.open) return work();
    return Snapshot.of(await this.pool.connect(), userId === undefined ? '' : actingFor(userId), (snapshot) => this.storage.run({ ...this.within, snapshot }, work));
  }

  /** All of it is kept, or nothing. Inside another transaction it is a savepoint of that one. */
  async transaction<T>(work: (tx: Tx) => Promise<T>, isolation: Isolation = 'READ COMMITTED'): Promise<T> {
    const outer = this.ambient();
    return outer ? this.savepoint(outer, work) : this.begin(work, isolation);
  }

  /** A connection of one's own, for streams; outside any transaction of the caller. */
  async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const { userId } = this.within;
    if (userId !== undefined) return this.inTransactionFor(client, userId, () => work(client));
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // What failed in the middle of a stream leaves the connection in no known state.
      client.release(true);
      throw error;
    }
  }

  get pool(): Pool {
    return (this.source.driver as PostgresDriver).master as Pool;
  }

  /** One transaction that carries the user. */
  private async inTransactionFor<T>(client: PoolClient, userId: string, work: () => Promise<T>): Promise<T> {
    try {
      await client.query(`begin; ${actingFor(userId)}`);
      const result = await work();
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(error as Error); // in no known state: the connection is closed, and the transaction with it
      throw error;
    }
  }

  private ambient(): OpenTx | null {
    const { tx } = this.within;
    return tx?.open ? tx : null;
  }

  private get within(): Within {
    return this.storage.getStore() ?? {};
  }

  private async begin<T>(work: (tx: Tx) => Promise<T>, isolation: Isolation): Promise<T> {
    const runner = this.source.createQueryRunner();
    const tx = new OpenTx(runner, (await runner.connect()) as PoolClient, null);
    let result: T;
    try {
      await runner.startTransaction();
      const { userId } = this.within;
      await tx.client.query([`set transaction isolation level ${isolation}`, ...(userId === undefined ? [] : [actingFor(userId)])].join('; '));
      result = await this.perform(tx, work);
    } finally {
      await this.rollBack(runner); // if it could not even begin
      await runner.release();
    }
    for (const hook of tx.hooks) await this.storage.run({ ...this.within, tx: undefined }, () => this.runHook(hook));
    return result;
  }

  private async savepoint<T>(outer: OpenTx, work: (tx: Tx) => Promise<T>): Promise<T> {
    // Two savepoints of one connection would interleave, and undoing one would undo the other.
    if (outer.nested) throw new Error('two transactions were begun side by side inside one; begin them one after the other');
    const inner = new OpenTx(outer.runner, outer.client, outer);
    const nested = outer.runner.startTransaction().then(() => this.perform(inner, work));
    outer.nested = nested;
    try {
      const result = await nested;
      outer.hooks.push(...inner.hooks);
      return result;
    } finally {
      outer.nested = null;
    }
  }

  private async perform<T>(tx: OpenTx, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      const result = await this.storage.run({ ...this.within, tx }, () => work(tx));
      await tx.end();
      // Whoever caught it went on; the caller must not believe that anything was kept.
      if (tx.failure) throw tx.failure;
      await tx.runner.commitTransaction();
      return result;
    } catch (error) {
      await tx.end();
      await this.rollBack(tx.runner);
      throw error;
    }
  }

  private async rollBack(runner: QueryRunner): Promise<void> {
    if (!runner.isTransactionActive) return;
    try {
      await runner.rollbackTransaction();
    } catch (error) {
      // The connection is gone, and with it the transaction; the first error is the one to tell.
      this.logger.warn(`a rollback found no connection (${(error as { code?: string }).code ?? 'no code'})`);
    }
  }

  private async runHook(hook: () => void | Promise<void>): Promise<void> {
    try {
      await hook();
    } catch (error) {
      this.logger.error(error);
    }
  }
}

const USER_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Written into the statement, since one message of several statements takes no parameters. */
function actingFor(userId: string): string {
  if (!USER_ID.test(userId)) throw new Error('only a user can be acted for');
  return `set local vigil.user_id = '${userId}'`;
}
