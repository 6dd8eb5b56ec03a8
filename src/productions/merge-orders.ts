import type { MergingRead } from './merging.js';
import { addFacts, NEW_ID, newFactParams, ORDERS_OF_AN_OFFICER, setAside, SOURCE_COLUMNS, sourceValues, supersede } from './sourced.js';

/**
 * What a release says of a removal order is the state of the case on the day it was drawn: that a final order stood,
 * since when, and under which category. Its route (who decided, an appeal, a waiver) it does not say, so the order is
 * kept with the stated day of finality alone. That it stood is to say that nothing had taken it back: its events are
 * known. Several cases of a person are several orders; the law takes the last that stands.
 */
export async function mergeOrders(merging: MergingRead): Promise<{ ordersAdded: number; knownToHaveNoOrder: number }> {
  const repeated = await setRepeatedAside(merging);
  await findOrders(merging);
  await supersedeKnownNone(merging);
  const ordersAdded = await addFacts(merging, `
    insert into removal_order (id, detainee_id, ${SOURCE_COLUMNS}, kind, decided_by, stated_final_on, appeal_known, departure_known, events_known)
    select ${NEW_ID}, r.detainee_id, ${sourceValues()}, r.order_kind, ${DECIDED_BY}, r.final_on, false, false, true
    from release_order r order by r.place`, newFactParams(merging));
  const knownToHaveNoOrder = await addFacts(merging, `
    insert into known_list (id, detainee_id, ${SOURCE_COLUMNS}, list)
    select ${NEW_ID}, r.detainee_id, ${sourceValues()}, 'removalOrders' from release_no_order r
    where not exists (select 1 from removal_order o where o.detainee_id = r.detainee_id and o.superseded_at is null)
      and not exists (select 1 from known_list k where k.detainee_id = r.detainee_id and k.list = 'removalOrders' and k.superseded_at is null)
    order by r.place`, newFactParams(merging));
  await setContradictionsAside(merging);
  return { ordersAdded: ordersAdded - repeated.orders, knownToHaveNoOrder: knownToHaveNoOrder - repeated.knownLists };
}

/**
 * The orders of new people were written as they were met. Where somebody has several, those are taken out again that say
 * the same as one before, or leave out the day that another of their kind has; and that there is none, if there is one.
 */
async function setRepeatedAside({ tx }: MergingRead): Promise<{ orders: number; knownLists: number }> {
  const several = 'select distinct new_id from release_row where order_state is not null and new_id is not null';
  const orders = await tx.execute(`
    delete from removal_order o using (${several}) t
    where o.detainee_id = t.new_id and exists (
      select 1 from removal_order other where other.detainee_id = o.detainee_id and other.kind is not distinct from o.kind
        and (other.stated_final_on is not distinct from o.stated_final_on and other.id < o.id
          or o.stated_final_on is null and other.stated_final_on is not null))`);
  const knownLists = await tx.execute(`
    delete from known_list k using (${several}) t
    where k.detainee_id = t.new_id and exists (select 1 from removal_order o where o.detainee_id = k.detainee_id)`);
  return { orders, knownLists };
}

/** What the release says of the orders of people on file, and is not on file. */
async function findOrders({ tx }: MergingRead): Promise<void> {
  await tx.query(`
    create temporary table release_order on commit drop as
    select p.detainee_id, p.person_no, o.order_kind, o.final_on, o.place
    from (select person_no, order_kind, final_on, min(place) as place,
            bool_or(final_on is not null) over (partition by person_no, order_kind) as dated
          from release_row where order_state = 'y' and new_id is null group by person_no, order_kind, final_on) o
    join release_person p on p.person_no = o.person_no
    -- an order without its day is the one of the same kind whose day another row gives
    where o.final_on is not null or not o.dated`);
  await tx.query(`
    create temporary table release_no_order on commit drop as
    select p.detainee_id, r.place
    from release_row r join release_person p on p.person_no = r.person_no
    where r.order_state = 'n' and not exists (select 1 from release_order o where o.person_no = r.person_no)`);
  await tx.query(`
    delete from release_order r using removal_order o
    where o.detainee_id = r.detainee_id and o.superseded_at is null
      and o.kind is not distinct from r.order_kind and (o.stated_final_on = r.final_on or r.final_on is null)`);
}

const DECIDED_BY = `case when r.order_kind in (${ORDERS_OF_AN_OFFICER.map((kind) => `'${kind}'`).join(', ')}) then 'dhs' end`;

/** An earlier release said that there was no order; now there is one. */
async function supersedeKnownNone(merging: MergingRead): Promise<void> {
  await merging.tx.query(`
    create temporary table ended_known_list on commit drop as
    select distinct on (k.version_id) k.version_id, r.place
    from release_order r join known_list k on k.detainee_id = r.detainee_id
    where k.list = 'removalOrders' and k.superseded_at is null and k.source_kind = 'row'
    order by k.version_id, r.place desc`);
  await supersede(merging, 'known_list', 'ended_known_list');
}

/** A later release that knows of no final order may mean that the order was taken back, or another case: a person decides. */
const setContradictionsAside = (merging: MergingRead): Promise<number> => setAside(merging, `
  select n.place, '{}'::jsonb as cells,
    'The release says that there is no final order, and an order is on file; both stand until somebody decides.' as reason
  from release_no_order n
  where exists (select 1 from removal_order o where o.detainee_id = n.detainee_id and o.superseded_at is null)`);
