import type { Actor } from '../common/actor.js';
import type { Tx } from '../common/database.js';
import type { Counts } from './ice/preview.js';
import { withoutRowChecks } from './bulk-checks.js';
import { mergePeople } from './merge-people.js';
import { mergeOrders } from './merge-orders.js';
import { mergeStints } from './merge-stints.js';
import { keepRefused } from './sourced.js';

/** The file that a merge is of, and who merges it. */
export interface Merging {
  tx: Tx;
  fileId: string;
  fileName: string;
  actor: Actor;
  /** when it is recorded: one instant for the whole release */
  instant: Date;
  /** the names of the file's sheets, in order; null for a text file */
  sheets: readonly (string | null)[];
}

export interface Changes {
  peopleAdded: number;
  identitiesAdded: number;
  identitiesCorrected: number;
  stintsAdded: number;
  stintsCorrected: number;
  stintsUnchanged: number;
  /** the office has recorded something else itself; that stands, and the difference is among what was set aside */
  stintsOfTheOffice: number;
  ordersAdded: number;
  knownToHaveNoOrder: number;
}

export interface Merged {
  counts: Counts;
  changes: Changes;
  /** values and rows set aside, duplicates not among them */
  refused: number;
  peopleChanged: number;
  /** of the people changed, as many as are worth a wake-up each */
  wake: string[];
}

/** More than so many at once are work for a sweep. */
const MOST_WAKE_UPS = 10_001;

/** Merges what stands in staging into the facts: only what is new or different is written. */
export async function mergeRelease(merging: Merging): Promise<Merged> {
  const { tx, fileId } = merging;
  // The merge sorts and hashes a whole release; with the default of 4 MB it would do so on disk.
  await tx.query("select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)");
  await tx.query('analyze release_row (place, person_no, again)');
  const duplicates = await setDuplicatesAside(tx);
  await keepRefused(merging);

  await tx.query('create temporary table changed_person (detainee_id uuid not null) on commit drop');
  const { changes, peopleChanged } = await withoutRowChecks(tx, async () => {
    const people = await mergePeople(merging);
    const stints = await mergeStints(merging);
    const orders = await mergeOrders(merging);
    const marked = await tx.execute(`
      insert into review_mark (detainee_id) select detainee_id from release_person where is_new
      union all select distinct detainee_id from changed_person`);
    return { changes: { ...people, ...stints, ...orders }, peopleChanged: marked };
  });
  const wake = await tx.query<{ id: string }>(`
    (select detainee_id as id from release_person where is_new limit $1)
    union all (select distinct detainee_id from changed_person limit $1) limit $1`, [MOST_WAKE_UPS]);
  return { counts: { ...await count(tx), duplicates }, changes, refused: await countRefused(tx, fileId), peopleChanged, wake: wake.map(({ id }) => id) };
}

/**
 * Of several rows with the same person, facility, day and stay the one with the latest time of book-in stands, of those
 * the last of the file. They differ in bond columns, or in the hour at which somebody typed.
 */
async function setDuplicatesAside(tx: Tx): Promise<number> {
  const stint = (table: string) => `${table}.person_no, ${table}.facility, ${table}.from_on, ${table}.stay_on`;
  return tx.execute(`
    with suspect as (select distinct ${stint('s')} from release_row s where s.again),
    ranked as (
      select r.place, row_number() over same as nth, first_value(r.place) over same as standing
      from release_row r join suspect s on s.person_no = r.person_no and s.from_on = r.from_on
        and s.facility is not distinct from r.facility and s.stay_on is not distinct from r.stay_on
      window same as (partition by ${stint('r')} order by r.from_time desc nulls last, r.place desc))
    update release_row r set refused = jsonb_build_object('what', 'duplicate',
      'reason', format('The stint is given again by row %s, which stands.', ranked.standing & 4294967295),
      'cells', jsonb_strip_nulls(jsonb_build_object('facility', r.facility, 'bookIn', r.from_on, 'bookInTime', r.from_time,
        'bookOut', r.to_on, 'bookOutTime', r.to_time, 'endedBy', r.ended_by, 'stayBookIn', r.stay_on)))
    from ranked where ranked.place = r.place and ranked.nth > 1`);
}

async function countRefused(tx: Tx, fileId: string): Promise<number> {
  const [{ refused }] = await tx.query<{ refused: number }>(
    "select count(*)::integer as refused from production_refused_row where production_file_id = $1 and what <> 'duplicate'", [fileId]) as [{ refused: number }];
  return refused;
}

async function count(tx: Tx): Promise<Omit<Counts, 'duplicates'>> {
  const [counts] = await tx.query<Omit<Counts, 'duplicates'>>(`
    select (select count(*)::integer from release_person) as people, count(*)::integer as stays,
      coalesce(sum(stints), 0)::integer as stints, coalesce(sum(open_stints), 0)::integer as "openStints"
    from (select count(*) as stints, count(*) filter (where to_on is null) as open_stints
          from release_row where refused is null group by person_no, stay_on) stay`) as [Omit<Counts, 'duplicates'>];
  return counts;
}
