import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

/** One open transaction. What is done through it is kept together or not at all. */
export interface Tx {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
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
  open = true;
  nested = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly runner: QueryRunner, readonly client: PoolClient) {
    this.manager = runner.manager;
  }

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.send(sql, params)).rows as Row[];
  }

  async execute(sql: string, params: readonly unknown[] = []): Promise<number> {
    return (await this.send(sql, params)).rowCount ?? 0;
  }

  afterCommit(hook: () => void | Promise<void>): void {
    this.hooks.push(hook);
  }

  /** One connection answers one question at a time, also when a caller asks several at once. */
  private send(sql: string, params: readonly unknown[]) {
    const sent = this.last.then(() => {
      // Sent after the end, a statement would run on its own, outside of what was kept or undone.
      if (!this.open) throw new Error('a statement was sent to a transaction that is over');
      return this.client.query(sql, [...params]);
    });
    this.last = sent.catch(() => undefined);
    return sent;
  }
}

@Injectable()
export class Database {
  private readonly logger = new Logger(Database.name);
  private readonly current = new AsyncLocalStorage<OpenTx | null>();

  constructor(private readonly source: DataSource) {}

  /**
   * A read. Inside a transaction it runs on that transaction's connection: it sees what was just written, and a
   * request never waits for a second connection while it holds the first.
   */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const tx = this.ambient();
    if (tx) return tx.query<Row>(sql, params);
    return (await this.pool.query(sql, [...params])).rows as Row[];
  }

  /** All of it is kept, or nothing. Inside another transaction it is a savepoint of that one. */
  async transaction<T>(work: (tx: Tx) => Promise<T>, isolation: Isolation = 'READ COMMITTED'): Promise<T> {
    const outer = this.ambient();
    return outer ? this.savepoint(outer, work) : this.begin(work, isolation);
  }

  /** A connection of one's own, for streams; outside any transaction of the caller. */
  async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
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

  private ambient(): OpenTx | null {
    const tx = this.current.getStore();
    return tx?.open ? tx : null;
  }

  private async begin<T>(work: (tx: Tx) => Promise<T>, isolation: Isolation): Promise<T> {
    const runner = this.source.createQueryRunner();
    const tx = new OpenTx(runner, (await runner.connect()) as PoolClient);
    let result: T;
    try {
      await runner.startTransaction(isolation);
      result = await this.current.run(tx, () => work(tx));
      tx.open = false;
      await runner.commitTransaction();
    } catch (error) {
      tx.open = false;
      await this.rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
    for (const hook of tx.hooks) await this.current.run(null, () => this.runHook(hook));
    return result;
  }

  private async savepoint<T>(outer: OpenTx, work: (tx: Tx) => Promise<T>): Promise<T> {
    // Two savepoints of one connection would interleave, and undoing one would undo the other.
    if (outer.nested) throw new Error('two transactions were begun side by side inside one; begin them one after the other');
    outer.nested = true;
    const inner = new OpenTx(outer.runner, outer.client);
    try {
      await outer.runner.startTransaction();
      const result = await this.current.run(inner, () => work(inner));
      inner.open = false;
      await outer.runner.commitTransaction();
      outer.hooks.push(...inner.hooks);
      return result;
    } catch (error) {
      inner.open = false;
      await this.rollBack(outer.runner);
      throw error;
    } finally {
      outer.nested = false;
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
