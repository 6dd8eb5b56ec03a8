import type { MergingRead } from './merging.js';
import { addFacts, NEW_ID, newFactParams, setAside, SOURCE_COLUMNS, sourceValues, supersede } from './sourced.js';

/**
 * What a release says of a removal order is the state of the case on the day it was drawn: that a final order stood,
 * since when, and under which category. Its route (who decided, an appeal, a waiver) it does not say, so the order is
 * kept with the stated day of finality alone. That it stood is to say that nothing had taken it back: its events are
 * known. Several cases of a person are several orders; the law takes the last that stands.
 */
export async function mergeOrders(merging: MergingRead): Promise<{ ordersAdded: number; knownToHaveNoOrder: number }> {
  const { tx } = merging;
  await tx.query(`
    create temporary table release_order on commit drop as
    select coalesce(o.new_id, p.detainee_id) as detainee_id, o.new_id is not null as is_new, o.person_no, o.order_kind, o.final_on, o.place
    from (select person_no, new_id, order_kind, final_on, min(place) as place,
            bool_or(final_on is not null) over (partition by person_no, order_kind) as dated
          from release_row where order_state = 'y' group by person_no, new_id, order_kind, final_on) o
    left join release_person p on p.person_no = o.person_no
    -- an order without its day is the one of the same kind whose day another row gives
    where o.final_on is not null or not o.dated`);
  await tx.query(`
    create temporary table release_no_order on commit drop as
    select coalesce(r.new_id, p.detainee_id) as detainee_id, r.new_id is not null as is_new, r.place
    from release_row r left join release_person p on p.person_no = r.person_no
    where r.order_state = 'n' and not exists (select 1 from release_order o where o.person_no = r.person_no)`);
  await tx.query(`
    delete from release_order r using removal_order o
    where not r.is_new and o.detainee_id = r.detainee_id and o.superseded_at is null
      and o.kind is not distinct from r.order_kind and (o.stated_final_on = r.final_on or r.final_on is null)`);
  await supersedeKnownNone(merging);

  const ordersAdded = await addOrders(merging);
  const knownToHaveNoOrder = await addKnownNone(merging);
  await setContradictionsAside(merging);
  return { ordersAdded, knownToHaveNoOrder };
}

/** New people are to be reviewed anyway, people on file because of what is added. */
async function addOrders(merging: MergingRead): Promise<number> {
  const insert = (whose: string) => `
    insert into removal_order (id, detainee_id, ${SOURCE_COLUMNS}, kind, decided_by, stated_final_on, appeal_known, departure_known, events_known)
    select ${NEW_ID}, r.detainee_id, ${sourceValues()}, r.order_kind, ${DECIDED_BY}, r.final_on, false, false, true
    from release_order r where ${whose} order by r.place`;
  const ofNewPeople = await merging.tx.execute(insert('r.is_new'), newFactParams(merging));
  return ofNewPeople + await addFacts(merging, insert('not r.is_new'), newFactParams(merging));
}

async function addKnownNone(merging: MergingRead): Promise<number> {
  const insert = (whose: string) => `
    insert into known_list (id, detainee_id, ${SOURCE_COLUMNS}, list)
    select ${NEW_ID}, r.detainee_id, ${sourceValues()}, 'removalOrders' from release_no_order r where ${whose} order by r.place`;
  const ofNewPeople = await merging.tx.execute(insert('r.is_new'), newFactParams(merging));
  return ofNewPeople + await addFacts(merging, insert(`not r.is_new
      and not exists (select 1 from removal_order o where o.detainee_id = r.detainee_id and o.superseded_at is null)
      and not exists (select 1 from known_list k where k.detainee_id = r.detainee_id and k.list = 'removalOrders' and k.superseded_at is null)`),
  newFactParams(merging));
}

/** Expedited and administrative orders are by law an officer's (8 U.S.C. 1225(b)(1), 1228(b)); of others the release does not say. */
const DECIDED_BY = "case when r.order_kind in ('expedited', 'administrative') then 'dhs' end";

/** An earlier release said that there was no order; now there is one. */
async function supersedeKnownNone(merging: MergingRead): Promise<void> {
  await merging.tx.query(`
    create temporary table ended_known_list on commit drop as
    select distinct on (k.version_id) k.version_id, r.place
    from release_order r join known_list k on k.detainee_id = r.detainee_id
    where not r.is_new and k.list = 'removalOrders' and k.superseded_at is null and k.source_kind = 'row'
    order by k.version_id, r.place desc`);
  await supersede(merging, 'known_list', 'ended_known_list');
}

/** A later release that knows of no final order may mean that the order was taken back, or another case: a person decides. */
const setContradictionsAside = (merging: MergingRead): Promise<number> => setAside(merging, `
  select n.place, '{}'::jsonb as cells,
    'The release says that there is no final order, and an order is on file; both stand until somebody decides.' as reason
  from release_no_order n
  where not n.is_new and exists (select 1 from removal_order o where o.detainee_id = n.detainee_id and o.superseded_at is null)`);
