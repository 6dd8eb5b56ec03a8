import { randomInt } from 'node:crypto';
import type { OrderKind } from '../law/facts.js';
import type { MergingRead } from './merging.js';

/**
 * How the statements of a merge say where a fact comes from. `$1` is the file, `$2` who imports it, `$3` the instant and
 * `$4` the names of the file's sheets (`sourceParams`); `r` is what the fact is taken from and has its `place`.
 */
export const SOURCE_COLUMNS = 'source_kind, source_file_id, source_sheet, source_row, recorded_by, recorded_at';

export const sourceValues = (recordedAt = '$3::timestamptz'): string => `'row', $1::uuid, ${sheetIn('$4')}, ${ROW}, $2::uuid, ${recordedAt}`;

export const sourceParams = ({ fileId, actor, instant, sheets }: MergingRead): readonly unknown[] => [fileId, actor.userId, instant, sheets];

/** As `sourceParams`, and in `$5` what the ids of the statement's new facts begin with. */
export const newFactParams = (merging: MergingRead): readonly unknown[] => [...sourceParams(merging), newIds(merging.instant)];

/** The id of something new: the place of its row behind the beginning that all ids of the statement share. */
export const NEW_ID = "($5::text || lpad(to_hex(r.place), 12, '0'))::uuid";

export const sheetIn = (sheets: string): string => `(${sheets}::text[])[(r.place >> 32)::integer]`;
export const ROW = '(r.place & 4294967295)::integer';

/** Expedited and administrative orders are by law an officer's (8 U.S.C. 1225(b)(1), 1228(b)); of others a release does not say who decided. */
export const ORDERS_OF_AN_OFFICER: readonly OrderKind[] = ['expedited', 'administrative'];

/** Each version stands for a while, if only a millisecond: later than the one that it replaces. */
export const laterThan = (version: string, instant = '$3'): string => `greatest(${instant}::timestamptz, ${version}.recorded_at + interval '1 millisecond')`;

/** Runs an insert, and marks the people of the facts that it added as changed. */
export async function addFacts(merging: MergingRead, insert: string, params: readonly unknown[]): Promise<number> {
  return merging.tx.execute(`with added as (${insert} returning detainee_id) insert into changed_person select detainee_id from added`, params);
}

/** Closes the current versions of `table` that `changed` replaces, with a reason that names the file and the row. */
export async function supersede({ tx, actor, instant, sheets, fileName }: MergingRead, table: string, changed: string): Promise<number> {
  return tx.execute(`
    update ${table} f set superseded_at = ${laterThan('f', '$2')}, superseded_by = $1::uuid,
      superseded_reason = format('The release %s says otherwise (%srow %s).', $4::text, 'sheet ' || ${sheetIn('$3')} || ', ', ${ROW})
    from ${changed} r where f.version_id = r.version_id and f.superseded_at is null`, [actor.userId, instant, sheets, fileName]);
}

/** Sets something of the release aside that cannot simply be merged: `select` gives place, reason and cells. */
export async function setAside({ tx, fileId, sheets }: MergingRead, select: string): Promise<number> {
  return tx.execute(`
    insert into production_refused_row (production_file_id, sheet, row_number, what, reason, cells)
    select $1::uuid, ${sheetIn('$2')}, ${ROW}, 'value', r.reason, r.cells from (${select}) r order by r.place`, [fileId, sheets]);
}

/** The rows that were refused while the file was read, and those that give again what another row gives. */
export async function keepRefused({ tx, fileId, sheets }: MergingRead): Promise<void> {
  await tx.execute(`
    insert into production_refused_row (production_file_id, sheet, row_number, what, column_name, reason, cells)
    select $1::uuid, ${sheetIn('$2')}, ${ROW}, refused->>'what', refused->>'column', refused->>'reason', refused->'cells'
    from release_row r where refused is not null order by place`, [fileId, sheets]);
}

/**
 * Version 7: the ids, and so their indexes, grow in the order of the file, where random ones would write all over. The
 * place in the file is the counter that ends them.
 */
export function newIds(instant: Date): string {
  const hex = (digits: number) => randomInt(16 ** digits).toString(16).padStart(digits, '0');
  const milliseconds = instant.getTime().toString(16).padStart(12, '0');
  return `${milliseconds}7${hex(3)}${'89ab'[randomInt(4)]}${hex(3)}`;
}
