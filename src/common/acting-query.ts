import pg, { type Connection, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

/** What `pg` has of its own protocol and does not type. */
interface Wire {
  parsedStatements: Record<string, string>;
  parse(message: { text: string; name: string }): void;
  bind(message: { statement: string; values: string[] }): void;
  execute(message: { portal: string }): void;
}
interface Handlers {
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}
const handlers = pg.Query.prototype as unknown as Handlers;

/** Prepared once on each connection: it comes before every statement. */
const NAME = 'vigil_acting_user';
const SET_USER = `select set_config('vigil.user_id', $1, true)`;

/**
 * A statement and, before it in the same message, the user for whom it is asked. PostgreSQL takes what comes in one
 * message as one transaction, so the user is set for this statement alone, and it costs no second trip to the server.
 */
export class ActingQuery extends pg.Query {
  private userIsSet = false;

  constructor(private readonly userId: string, statement: QueryConfig, done: (error: Error | undefined, result: QueryResult) => void) {
    super(statement, undefined, done as never);
  }

  /** Always the protocol of several parts: the simple one would send the statement alone. */
  requiresPreparation(): boolean {
    return true;
  }

  prepare(connection: Connection): void {
    const wire = connection as unknown as Wire;
    if (wire.parsedStatements[NAME] === undefined) {
      wire.parse({ text: SET_USER, name: NAME });
      wire.parsedStatements[NAME] = SET_USER;
    }
    wire.bind({ statement: NAME, values: [this.userId] });
    wire.execute({ portal: '' });
    handlers.prepare.call(this, connection);
  }

  handleDataRow(message: unknown): void {
    if (this.userIsSet) handlers.handleDataRow.call(this, message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.userIsSet) handlers.handleCommandComplete.call(this, message, connection);
    this.userIsSet = true;
  }
}

export const queryAs = <Row extends QueryResultRow>(client: pg.PoolClient, userId: string, statement: QueryConfig): Promise<QueryResult<Row>> =>
  new Promise((resolve, reject) => {
    client.query(new ActingQuery(userId, statement, (error, result) => (error ? reject(error) : resolve(result as QueryResult<Row>))));
  });
