import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Tx } from '../common/database.js';
import { PeopleIndex } from './ice/people-index.js';

/**
 * Where that part of a release stands which cannot go straight to the facts: what it says of people on file, orders,
 * stints that may be given twice, and what was set aside. It is temporary, so it costs no log, is seen by nobody else and
 * is gone with the transaction.
 *
 * `place` is the number of the sheet, from 1, and in its lower half that of the row: the order of the file. `again` says
 * that the same stint may stand in an earlier row. What rows repeat of a person stands in the first that says it: the
 * identifier, who it is, that there is no final order; an order wherever it is not that of the person's row before.
 * `new_id` is set in the rows of people who were not on file.
 */
const RELEASE_ROW = [
  'place bigint not null', 'person_no integer', 'again boolean', 'stay_on date', 'facility text', 'from_on date', 'from_time time',
  'to_on date', 'to_time time', 'ended_by text', 'person text', 'order_state text', 'order_kind text', 'final_on date',
  'citizenship text', 'birth_on date', 'birth_year smallint', 'gender text', 'new_id uuid', 'refused jsonb',
];

export const RELEASE_ROW_COLUMNS = RELEASE_ROW.map((column) => column.split(' ', 1)[0]);

/** Stints of people on file, in `r`. */
export const STAGED_STINT = '(r.new_id is null and r.refused is null)';

export const createStaging = (tx: Tx): Promise<unknown> =>
  tx.query(`create temporary table release_row (${RELEASE_ROW.join(', ')}) on commit drop`);

const DIGITS = 40;

/** The people on file by their identifier, so that the release can be told apart while it is read. */
export async function peopleOnFile(client: PoolClient): Promise<PeopleIndex> {
  const people = new PeopleIndex();
  const stream = client.query(copyTo(
    "copy (select value from detainee_identifier where kind = 'ice-anonymized-id' and superseded_at is null and value ~ '^[0-9a-f]{40}$') to stdout"));
  let rest = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const text = rest + chunk.toString('latin1');
    let at = 0;
    for (; at + DIGITS < text.length; at += DIGITS + 1) people.addKnown(text.slice(at, at + DIGITS));
    rest = text.slice(at);
  }
  return people;
}
