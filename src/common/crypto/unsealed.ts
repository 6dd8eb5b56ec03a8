import pg from 'pg';
import { uncheckedSeals } from './reseal.queries.js';

/** Whether a database may hold plain text where it now takes none: it was filled before there were keys. */
export async function mayHoldPlainText(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const unchecked = await uncheckedSeals({ query: async <Row>(sql: string, params: readonly unknown[] = []) => (await client.query(sql, [...params])).rows as Row[] });
    return unchecked.length > 0;
  } finally {
    await client.end();
  }
}
