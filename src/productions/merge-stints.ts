import type { MergingRead } from './merging.js';
import { addFacts, laterThan, NEW_ID, newFactParams, setAside, SOURCE_COLUMNS, sourceParams, sourceValues, supersede } from './sourced.js';
import { STAGED_STINT } from './staging.js';

export interface StintChanges {
  stintsAdded: number;
  stintsCorrected: number;
  stintsUnchanged: number;
  stintsOfTheOffice: number;
}

/**
 * A stint is the same in two releases if it is the same person's, at the same facility, booked in on the same day. It is
 * left alone if nothing else differs, and superseded if something does.
 */
export async function mergeStints(merging: MergingRead): Promise<StintChanges> {
  const { tx } = merging;
  await compareWithThoseOnFile(merging);
  const stintsAdded = await addFacts(merging, `
    insert into custody_stint (id, detainee_id, ${SOURCE_COLUMNS}, ${STINT_COLUMNS})
    select ${NEW_ID}, r.detainee_id, ${sourceValues()}, ${STINT_VALUES} from compared_stint r where r.outcome = 'new' order by r.place`,
  newFactParams(merging));

  await tx.query("create temporary table changed_stint on commit drop as select * from compared_stint where outcome = 'changed'");
  await supersede(merging, 'custody_stint', 'changed_stint');
  const stintsCorrected = await addFacts(merging, `
    insert into custody_stint (id, version, detainee_id, ${SOURCE_COLUMNS}, ${STINT_COLUMNS})
    select r.id, r.version + 1, r.detainee_id, ${sourceValues(laterThan('r'))}, ${STINT_VALUES} from changed_stint r`, sourceParams(merging));

  const stintsOfTheOffice = await setAside(merging, `
    select place, 'The office has itself recorded this stint otherwise than the release has it; the office’s record stands.' as reason,
      jsonb_strip_nulls(jsonb_build_object('facility', facility, 'bookIn', from_on, 'bookOut', to_on, 'endedBy', ended_by)) as cells
    from compared_stint where outcome = 'of the office'`);
  const [{ stintsUnchanged }] = await tx.query<{ stintsUnchanged: number }>(
    `select count(*)::integer as "stintsUnchanged" from compared_stint where outcome = 'unchanged'`) as [{ stintsUnchanged: number }];
  return { stintsAdded, stintsCorrected, stintsUnchanged, stintsOfTheOffice };
}

const STINT_COLUMNS = 'facility, custodian, from_on, from_time, to_on, to_time, ended_by, release_stay_on';
const STINT_VALUES = "r.facility, 'ice', r.from_on, r.from_time, r.to_on, r.to_time, r.ended_by, r.stay_on";

/**
 * Each stint of somebody on file beside the one that it is. Where a person was booked in twice at one place on one day,
 * the first is the first. A release without times does not make the times of an earlier one unknown.
 */
async function compareWithThoseOnFile({ tx }: MergingRead): Promise<void> {
  await tx.query(`
    create temporary table compared_stint on commit drop as
    with theirs as (
      select r.*, p.detainee_id,
        row_number() over (partition by p.detainee_id, r.facility, r.from_on order by r.stay_on nulls last, r.place) as nth
      from release_row r join release_person p on p.person_no = r.person_no
      where ${STAGED_STINT}),
    ours as (
      select s.*, row_number() over (partition by s.detainee_id, s.facility, s.from_on order by s.release_stay_on nulls last, s.version_id) as nth
      from custody_stint s join release_person p on p.detainee_id = s.detainee_id
      where s.superseded_at is null)
    select t.place, t.detainee_id, t.facility, t.from_on, t.to_on, t.ended_by,
      coalesce(t.from_time, o.from_time) as from_time,
      case when t.to_time is null and t.to_on = o.to_on then o.to_time else t.to_time end as to_time,
      coalesce(t.stay_on, o.release_stay_on) as stay_on,
      o.version_id, o.id, o.version, o.recorded_at,
      case
        when o.version_id is null then 'new'
        when (t.to_on, t.ended_by, coalesce(t.from_time, o.from_time), coalesce(t.stay_on, o.release_stay_on),
              case when t.to_time is null and t.to_on = o.to_on then o.to_time else t.to_time end)
          is not distinct from (o.to_on, o.ended_by, o.from_time, o.release_stay_on, o.to_time) then 'unchanged'
        when o.source_kind = 'row' then 'changed'
        when (t.to_on, t.ended_by) is not distinct from (o.to_on, o.ended_by) then 'unchanged'
        else 'of the office'
      end as outcome
    from theirs t
    left join ours o on o.detainee_id = t.detainee_id and coalesce(o.facility, '') = coalesce(t.facility, '')
      and o.from_on = t.from_on and o.nth = t.nth`);
}
