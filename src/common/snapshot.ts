import type { PoolClient } from 'pg';

/** Reads of one moment, one after the other on one connection, also when a caller asks several at once. */
export class Snapshot {
  private last: Promise<unknown> = Promise.resolve();
  private over = false;

  private constructor(private readonly client: PoolClient) {}

  /** `first` is sent along with the beginning. The connection is given back in any case. */
  static async of<T>(client: PoolClient, first: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const snapshot = new Snapshot(client);
    try {
      await client.query(`begin isolation level repeatable read, read only; ${first}`);
      return await work(snapshot);
    } finally {
      await snapshot.end();
    }
  }

  get open(): boolean {
    return !this.over;
  }

  async query<Row>(sql: string, params: readonly unknown[], name?: string): Promise<Row[]> {
    const sent = this.last.then(() => {
      // Sent after the end, a statement would run on its own, for nobody.
      if (this.over) throw new Error('a statement was sent to a snapshot that is over');
      return this.client.query({ text: sql, values: [...params], name });
    });
    this.last = sent.catch(() => undefined);
    return (await sent).rows as Row[];
  }

  private async end(): Promise<void> {
    await this.last; // what nobody waited for must not run into the next user of the connection
    this.over = true;
    await this.client.query('rollback').then(() => this.client.release(), (error: Error) => this.client.release(error));
  }
}
