import type { Fault } from '../common/problem.js';
import { CITIZENSHIPS } from '../detainees/citizenship.js';
import { type FactKind, inColumns } from '../detainees/fact.js';
import { inOrder, notAfterToday, possible } from '../detainees/fact-faults.js';
import type { AppealOutcome, Decider, LapseAct, OrderEventKind, OrderKind } from '../law/facts.js';

export interface AppealValues {
  waivedOn?: string | null;
  filed?: boolean | null;
  filedOn?: string | null;
  decidedOn?: string | null;
  outcome?: AppealOutcome | null;
  certifiedOn?: string | null;
}

export interface DepartureValues {
  departBy?: string | null;
  departed?: boolean | null;
  departedOn?: string | null;
  bondDueOn?: string | null;
  bondPosted?: boolean | null;
  bondPostedOn?: string | null;
}

export interface RemovalOrderValues {
  kind?: OrderKind | null;
  decidedOn?: string | null;
  decidedBy?: Decider | null;
  inAbsentia?: boolean | null;
  /** null: whether there was one, and what came of it, is not known */
  appeal?: AppealValues | null;
  voluntaryDeparture?: DepartureValues | null;
  statedFinalOn?: string | null;
  originalFinalOn?: string | null;
  reinstatedOn?: string | null;
  /** ISO 3166-1 alpha-3, in the order in which they are named; null: not known, empty: it names none */
  designatedCountries?: readonly string[] | null;
  /** whether its events on file are known to be all of them */
  eventsComplete?: boolean;
}

const order = inColumns<Omit<RemovalOrderValues, 'appeal' | 'voluntaryDeparture' | 'eventsComplete'>>({
  kind: 'kind', decidedOn: 'decided_on', decidedBy: 'decided_by', inAbsentia: 'in_absentia',
  statedFinalOn: 'stated_final_on', originalFinalOn: 'original_final_on', reinstatedOn: 'reinstated_on',
  designatedCountries: 'designated_countries',
});
const appealColumns = inColumns<AppealValues>({
  waivedOn: 'appeal_waived_on', filed: 'appeal_filed', filedOn: 'appeal_filed_on', decidedOn: 'appeal_decided_on',
  outcome: 'appeal_outcome', certifiedOn: 'appeal_certified_on',
});
const departureColumns = inColumns<DepartureValues>({
  departBy: 'depart_by', departed: 'departed', departedOn: 'departed_on', bondDueOn: 'departure_bond_due_on',
  bondPosted: 'departure_bond_posted', bondPostedOn: 'departure_bond_posted_on',
});

export const REMOVAL_ORDER: FactKind<RemovalOrderValues> = {
  name: 'removal-order',
  table: 'removal_order',
  list: 'removalOrders',
  orderBy: 'decided_on nulls last, version_id',
  toColumns: ({ appeal = null, voluntaryDeparture = null, eventsComplete = false, ...rest }) => ({
    ...order.toColumns(rest),
    appeal_known: appeal !== null,
    ...appealColumns.toColumns(appeal ?? {}),
    departure_known: voluntaryDeparture !== null,
    ...departureColumns.toColumns(voluntaryDeparture ?? {}),
    events_known: eventsComplete,
  }),
  toValues: (row) => ({
    ...order.toValues(row),
    appeal: row.appeal_known === true ? appealColumns.toValues(row) : null,
    voluntaryDeparture: row.departure_known === true ? departureColumns.toValues(row) : null,
    eventsComplete: row.events_known === true,
  }),
  faults: (values, today) => [...orderFaults(values, today), ...countryFaults(values), ...appealFaults(values, today), ...departureFaults(values, today)],
};

function orderFaults({ kind, decidedOn, statedFinalOn, originalFinalOn, reinstatedOn }: RemovalOrderValues, today: string): Fault[] {
  const faults = [
    ...notAfterToday(today, { decidedOn, originalFinalOn, reinstatedOn }),
    // A document may state a day of finality that lies ahead.
    ...possible({ statedFinalOn }),
    ...inOrder(['decidedOn', decidedOn], ['statedFinalOn', statedFinalOn]),
    ...inOrder(['decidedOn', decidedOn], ['originalFinalOn', originalFinalOn]),
    ...inOrder(['originalFinalOn', originalFinalOn], ['reinstatedOn', reinstatedOn]),
    ...inOrder(['decidedOn', decidedOn], ['reinstatedOn', reinstatedOn]),
  ];
  if (kind && kind !== 'reinstated') {
    for (const [path, day] of Object.entries({ originalFinalOn, reinstatedOn })) {
      if (day) faults.push({ path, problem: 'belongs to an order of kind reinstated alone' });
    }
  }
  return faults;
}

function countryFaults({ designatedCountries }: RemovalOrderValues): Fault[] {
  return (designatedCountries ?? []).flatMap((code, at, all): Fault[] => {
    const path = `designatedCountries[${at}]`;
    if (!CITIZENSHIPS.has(code)) return [{ path, problem: 'must be a country by its ISO 3166-1 alpha-3 code, e.g. IRQ' }];
    return all.indexOf(code) < at ? [{ path, problem: 'is named before' }] : [];
  });
}

function appealFaults({ decidedOn, appeal }: RemovalOrderValues, today: string): Fault[] {
  if (!appeal) return [];
  const { waivedOn, filed, filedOn, outcome, certifiedOn } = appeal;
  const ruledOn = appeal.decidedOn;
  const faults = [
    ...notAfterToday(today, { 'appeal.waivedOn': waivedOn, 'appeal.filedOn': filedOn, 'appeal.decidedOn': ruledOn, 'appeal.certifiedOn': certifiedOn }),
    ...inOrder(['decidedOn', decidedOn], ['appeal.waivedOn', waivedOn]),
    ...inOrder(['decidedOn', decidedOn], ['appeal.filedOn', filedOn]),
    ...inOrder(['decidedOn', decidedOn], ['appeal.certifiedOn', certifiedOn]),
    ...inOrder(filedOn ? ['appeal.filedOn', filedOn] : ['decidedOn', decidedOn], ['appeal.decidedOn', ruledOn]),
  ];
  if (filed === false) {
    for (const [path, value] of Object.entries({ filedOn, decidedOn: ruledOn, outcome })) {
      if (value) faults.push({ path: `appeal.${path}`, problem: 'cannot be, where it is known that no appeal was filed (appeal.filed is false)' });
    }
  }
  return faults;
}

function departureFaults({ decidedOn, voluntaryDeparture }: RemovalOrderValues, today: string): Fault[] {
  if (!voluntaryDeparture) return [];
  const { departBy, departed, departedOn, bondDueOn, bondPosted, bondPostedOn } = voluntaryDeparture;
  const at = 'voluntaryDeparture';
  const faults = [
    ...notAfterToday(today, { [`${at}.departedOn`]: departedOn, [`${at}.bondPostedOn`]: bondPostedOn }),
    ...possible({ [`${at}.departBy`]: departBy, [`${at}.bondDueOn`]: bondDueOn }),
    ...inOrder(['decidedOn', decidedOn], [`${at}.departBy`, departBy]),
    ...inOrder(['decidedOn', decidedOn], [`${at}.bondDueOn`, bondDueOn]),
    ...inOrder(['decidedOn', decidedOn], [`${at}.departedOn`, departedOn]),
    ...inOrder(['decidedOn', decidedOn], [`${at}.bondPostedOn`, bondPostedOn]),
  ];
  if (departed === false && departedOn) faults.push({ path: `${at}.departedOn`, problem: 'cannot be, where the person is known not to have departed' });
  if (bondPosted === false && bondPostedOn) faults.push({ path: `${at}.bondPostedOn`, problem: 'cannot be, where the bond is known not to have been posted' });
  return faults;
}

export interface OrderEventValues {
  /** the order that it befell; it stays with that order */
  removalOrderId: string;
  kind: OrderEventKind;
  on?: string | null;
  court?: string | null;
}

export const ORDER_EVENT: FactKind<OrderEventValues> = {
  name: 'removal-order-event',
  table: 'removal_order_event',
  orderBy: 'on_day nulls last, version_id',
  ...inColumns<OrderEventValues>({ removalOrderId: 'removal_order_id', kind: 'kind', on: 'on_day', court: 'court' }),
  faults: ({ on }, today) => notAfterToday(today, { on }),
  conflicts: async (tx, { id, detaineeId, values: { removalOrderId, kind, on, court } }) => {
    const orders = await tx.query(
      'select 1 from removal_order where id = $1 and detainee_id = $2 and superseded_at is null', [removalOrderId, detaineeId]);
    if (orders.length === 0) return [{ path: '', problem: 'The removal order has been withdrawn' }];
    const same = await tx.query(
      `select 1 from removal_order_event where removal_order_id = $1 and kind = $2 and on_day = $3::date
         and coalesce(court, '') = coalesce($4, '') and superseded_at is null and id is distinct from $5`, [removalOrderId, kind, on ?? null, court ?? null, id]);
    return same.length === 0 ? [] : [{ path: '', problem: 'The same event of this order is on file already' }];
  },
};

export interface LapseValues {
  from?: string | null;
  to?: string | null;
  ongoing?: boolean | null;
  act?: LapseAct | null;
  noticeServedOn?: string | null;
  disputed?: boolean | null;
}

export const COOPERATION_LAPSE: FactKind<LapseValues> = {
  name: 'cooperation-lapse',
  table: 'cooperation_lapse',
  list: 'cooperation',
  orderBy: 'from_on nulls last, version_id',
  ...inColumns<LapseValues>({
    from: 'from_on', to: 'to_on', ongoing: 'ongoing', act: 'act', noticeServedOn: 'notice_served_on', disputed: 'disputed',
  }),
  faults: ({ from, to, ongoing, noticeServedOn }, today) => [
    ...notAfterToday(today, { from, to, noticeServedOn }),
    ...inOrder(['from', from], ['to', to]),
    ...(ongoing === true && to ? [{ path: 'ongoing', problem: 'cannot be true where `to` gives the day on which the lapse ended' }] : []),
  ],
};
