/**
 * A worked example of a rule: the facts, the day, and what the answer must contain. Facts are those of the JSON
 * contract; what is left out of `given` is known to be none, so that an example says only what it is about.
 */
export interface Example {
  name: string;
  given: Record<string, unknown>;
  on: string;
  /** parts of the answer; clauses by their id (`ham-z1`, or `redetention@stints[1]` for one that judges an event) */
  then: Expected;
}

export interface Expected {
  finality?: Record<string, unknown>;
  removalPeriod?: Record<string, unknown>;
  stays?: readonly Record<string, unknown>[];
  governing?: readonly Record<string, unknown>[];
  counts?: Record<string, Record<string, unknown>>;
  clauses?: Record<string, Record<string, unknown> | null>;
  nextChangeOn?: string | null;
}

const KNOWN_TO_BE_NONE = { otherCustody: [], removalOrders: [], stints: [], cooperation: [], memberships: [], events: [], contacts: [] };

export const factsOf = ({ given, on }: Example): Record<string, unknown> => ({
  circuit: '6', person: { citizenship: null, birthDate: null }, ...KNOWN_TO_BE_NONE, ...given, asOf: on,
});

/** In ICE custody since a day, or from one day to another. */
export const held = (from: string, to: string | null = null, endedBy: string | null = to === null ? null : 'transfer', facility = 'CALHOMI') => ({
  facility, custodian: 'ice', from, to, endedBy,
});

/** A judge's order on whose docket nothing else is known to stand. */
export const order = (decidedOn: string | null, appeal: Record<string, unknown> | null, more: Record<string, unknown> = {}) => ({
  kind: 'removal', decidedOn, decidedBy: 'immigration-judge', inAbsentia: false, appeal, voluntaryDeparture: null, statedFinalOn: null, events: [], ...more,
});

/** An order final on the day of its decision, because appeal was waived. */
export const finalOn = (day: string, more: Record<string, unknown> = {}) => order(day, { waivedOn: day, filed: false }, more);

export const member = { class: 'hamama-primary', from: '2017-06-24', to: null };
export const event = (kind: string, on: string) => ({ kind, on });
