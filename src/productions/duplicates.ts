import type { MergingRead } from './merging.js';
import { ROW, sheetIn } from './sourced.js';
import { STAGED_STINT } from './staging.js';

/**
 * Of several rows with the same person, facility, day and stay the one with the latest time of book-in stands, of those
 * the last of the file. They differ in bond columns, or in the hour at which somebody typed. What does not stand is kept
 * among what was set aside.
 */
export async function setDuplicatesAside(merging: MergingRead): Promise<{ ofNewPeople: number; openOfNewPeople: number; ofKnownPeople: number }> {
  const written = await ofNewPeople(merging);
  const staged = await ofKnownPeople(merging);
  return { ofNewPeople: written.count, openOfNewPeople: written.open, ofKnownPeople: staged };
}

const WHY = (standing: string): string => `format('The stint is given again by row %s, which stands.', ${standing})`;

/** Their stints are in their table already; as nobody has seen them there, they are taken out again. */
async function ofNewPeople({ tx, fileId }: MergingRead): Promise<{ count: number; open: number }> {
  const [removed] = await tx.query<{ count: number; open: number }>(`
    with suspect as (select distinct new_id, facility, from_on, stay_on from release_row where again and new_id is not null),
    ranked as (
      select s.version_id, row_number() over same as nth, first_value(s.source_row) over same as standing
      from suspect t join custody_stint s on s.detainee_id = t.new_id and s.from_on = t.from_on
        and s.facility is not distinct from t.facility and s.release_stay_on is not distinct from t.stay_on
      -- the ids of one import are in the order of the file
      window same as (partition by s.detainee_id, s.facility, s.from_on, s.release_stay_on order by s.from_time desc nulls last, s.id desc)),
    removed as (
      delete from custody_stint s using ranked where ranked.version_id = s.version_id and ranked.nth > 1
      returning s.source_sheet, s.source_row, s.facility, s.from_on, s.from_time, s.to_on, s.to_time, s.ended_by, s.release_stay_on, ranked.standing),
    kept as (
      insert into production_refused_row (production_file_id, sheet, row_number, what, reason, cells)
      select $1, source_sheet, source_row, 'duplicate', ${WHY('standing')}, jsonb_strip_nulls(jsonb_build_object(
        'facility', facility, 'bookIn', from_on, 'bookInTime', from_time, 'bookOut', to_on, 'bookOutTime', to_time, 'endedBy', ended_by, 'stayBookIn', release_stay_on))
      from removed order by source_sheet, source_row)
    select count(*)::integer as count, count(*) filter (where to_on is null)::integer as open from removed`, [fileId]) as [{ count: number; open: number }];
  return removed;
}

function ofKnownPeople({ tx, fileId, sheets }: MergingRead): Promise<number> {
  const stint = (table: string) => `${table}.person_no, ${table}.facility, ${table}.from_on, ${table}.stay_on`;
  return tx.execute(`
    with suspect as (select distinct ${stint('r')} from release_row r where r.again and ${STAGED_STINT}),
    ranked as (
      select r.place, row_number() over same as nth, first_value(r.place) over same as standing
      from release_row r join suspect s on s.person_no = r.person_no and s.from_on = r.from_on
        and s.facility is not distinct from r.facility and s.stay_on is not distinct from r.stay_on
      where ${STAGED_STINT}
      window same as (partition by ${stint('r')} order by r.from_time desc nulls last, r.place desc)),
    removed as (
      update release_row r set refused = '{}' from ranked where ranked.place = r.place and ranked.nth > 1 and ${STAGED_STINT}
      returning r.*, ranked.standing)
    insert into production_refused_row (production_file_id, sheet, row_number, what, reason, cells)
    select $1, ${sheetIn('$2')}, ${ROW}, 'duplicate', ${WHY('r.standing & 4294967295')}, jsonb_strip_nulls(jsonb_build_object(
      'facility', facility, 'bookIn', from_on, 'bookInTime', from_time, 'bookOut', to_on, 'bookOutTime', to_time, 'endedBy', ended_by, 'stayBookIn', stay_on))
    from removed r order by place`, [fileId, sheets]);
}
