import type { Tx } from '../common/database.js';
import { setDuplicatesAside } from './duplicates.js';
import type { Counts } from './ice/preview.js';
import { mergeOrders } from './merge-orders.js';
import { mergePeople } from './merge-people.js';
import { mergeStints, type StintChanges } from './merge-stints.js';
import type { MergingRead } from './merging.js';
import type { ReleaseWriter } from './release-writer.js';
import { keepRefused } from './sourced.js';
import { STAGED_STINT } from './staging.js';

export interface Changes extends StintChanges {
  peopleAdded: number;
  identitiesAdded: number;
  identitiesCorrected: number;
  ordersAdded: number;
  knownToHaveNoOrder: number;
  peopleChanged: number;
}

export interface Merged {
  counts: Counts;
  changes: Changes;
  /** values and rows set aside, duplicates not among them */
  refused: number;
  /** of the people changed, as many as are worth a wake-up each */
  wake: string[];
}

/** More than so many at once are work for a sweep. */
const MOST_WAKE_UPS = 10_001;

/** Merges what stands in staging into the facts: only what is new or different is written. */
export async function mergeRelease(merging: MergingRead, { counts: written, totals }: ReleaseWriter): Promise<Merged> {
  const { tx, fileId } = merging;
  // The merge sorts and hashes; with the default of 4 MB it would do so on disk.
  await tx.query("select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)");
  await tx.query('analyze release_row (place, person_no, again, new_id)');
  await keepRefused(merging);
  const duplicates = await setDuplicatesAside(merging);
  const staged = await countStaged(tx);

  await tx.query('create temporary table changed_person (detainee_id uuid not null) on commit drop');
  const people = await mergePeople(merging, written.knownPeople);
  const stints = await mergeStints(merging);
  const orders = await mergeOrders(merging);
  const marked = await tx.execute('insert into review_mark (detainee_id) select distinct detainee_id from changed_person');

  return {
    counts: {
      ...totals,
      stints: written.stintsAdded - duplicates.ofNewPeople + staged.stints,
      openStints: written.openStintsAdded - duplicates.openOfNewPeople + staged.openStints,
      duplicates: duplicates.ofNewPeople + duplicates.ofKnownPeople,
    },
    changes: {
      ...people, ...stints,
      peopleAdded: written.peopleAdded,
      identitiesAdded: written.identitiesAdded + people.identitiesAdded,
      stintsAdded: written.stintsAdded - duplicates.ofNewPeople + stints.stintsAdded,
      ordersAdded: written.ordersAdded + orders.ordersAdded,
      knownToHaveNoOrder: written.knownToHaveNoOrder + orders.knownToHaveNoOrder,
      peopleChanged: written.peopleAdded + marked,
    },
    refused: await countRefused(tx, fileId),
    wake: await wakeUps(tx, fileId),
  };
}

async function countStaged(tx: Tx): Promise<{ stints: number; openStints: number }> {
  const [counts] = await tx.query<{ stints: number; openStints: number }>(`
    select count(*)::integer as stints, count(*) filter (where r.to_on is null)::integer as "openStints"
    from release_row r where ${STAGED_STINT}`) as [{ stints: number; openStints: number }];
  return counts;
}

async function countRefused(tx: Tx, fileId: string): Promise<number> {
  const [{ refused }] = await tx.query<{ refused: number }>(
    "select count(*)::integer as refused from production_refused_row where production_file_id = $1 and what <> 'duplicate'", [fileId]) as [{ refused: number }];
  return refused;
}

/** New people, whose identifier comes from this file, and those on file of whom it changed something. */
async function wakeUps(tx: Tx, fileId: string): Promise<string[]> {
  const ids = await tx.query<{ id: string }>(`
    (select detainee_id as id from detainee_identifier where source_file_id = $1 limit $2)
    union all (select distinct detainee_id from changed_person limit $2) limit $2`, [fileId, MOST_WAKE_UPS]);
  return ids.map(({ id }) => id);
}
