/**
 * The condition that a row of a table in versions was known on an instant: it had been recorded by then, and not yet been
 * superseded. `instant` is SQL, a placeholder or a literal; `row` the name under which the table is read. Such tables keep
 * milliseconds, as instants have that people pass: what was recorded or superseded on the instant itself had been by then.
 */
export function knownOn(instant: string, row?: string): string {
  const { recordedAt, supersededAt } = columnsOf(row);
  return `${recordedAt} <= ${instant} and (${supersededAt} is null or ${supersededAt} > ${instant})`;
}

/** The same for a placeholder of an instant that may be null: without one, that the row stands. */
export const asKnown = (parameter: string, row?: string): string =>
  `case when ${parameter}::timestamptz is null then ${columnsOf(row).supersededAt} is null else ${knownOn(`${parameter}::timestamptz`, row)} end`;

function columnsOf(row: string | undefined): { recordedAt: string; supersededAt: string } {
  const of = row === undefined ? '' : `${row}.`;
  return { recordedAt: `${of}recorded_at`, supersededAt: `${of}superseded_at` };
}
