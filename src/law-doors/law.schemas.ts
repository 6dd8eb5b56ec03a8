import {
  ACTORS, APPEAL_OUTCOMES, CUSTODIANS, DECIDERS, EVENT_KINDS, LAPSE_ACTS, ORDER_EVENT_KINDS, ORDER_KINDS, STINT_ENDS, TOPICS,
} from '../law/facts.js';
import { BOND_HEARING_RESULTS, COUNT_IDS, FINDING_RESULTS, MANDATE_STATES } from '../law/answer.js';
import { CIRCUITS } from '../law/circuits.js';
import { MOST_FACTS } from '../law/facts-json.js';
import { GENERAL_RULE_IDS } from '../law/deadlines/general-rules.js';
import { NAMED_RULES } from '../law/deadlines/named-rules.js';
import { DIRECTIONS, UNITS } from '../law/deadlines/period.js';

/**
 * The law's JSON for the OpenAPI document. Checking is the law core's own (`readFacts`, `deadline`): it knows which
 * facts belong together, and the vocabularies here are its own lists.
 */
type Schema = Record<string, unknown>;

const object = (properties: Record<string, Schema>, required: readonly string[] = []): Schema =>
  ({ type: 'object', properties, ...(required.length > 0 && { required }) });
const answer = (properties: Record<string, Schema>): Schema => object(properties, Object.keys(properties));
const list = (items: Schema): Schema => ({ type: 'array', items });
const known = (items: Schema, maxItems: number, about: string): Schema =>
  ({ ...list(items), maxItems, nullable: true, description: `${about} Absent or null: not known. []: known to be none.` });
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true });
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });

const text: Schema = { type: 'string' };
const day: Schema = { type: 'string', format: 'date' };
const instant: Schema = { type: 'string', format: 'date-time' };
const flag: Schema = { type: 'boolean' };
const whole: Schema = { type: 'integer' };
const [dayOrNull, instantOrNull, flagOrNull, textOrNull, wholeOrNull] = [day, instant, flag, text, whole].map(orNull) as [Schema, Schema, Schema, Schema, Schema];
const sentences: Schema = { ...list(text), description: 'Sentences that can be read aloud to a judge.' };
const missing: Schema = { ...list(text), description: 'The facts that are not known, by their path.' };

const ORDER = object({
  kind: orNull(oneOf(ORDER_KINDS)),
  decidedOn: dayOrNull,
  decidedBy: orNull(oneOf(DECIDERS)),
  inAbsentia: flagOrNull,
  appeal: orNull(object({
    waivedOn: dayOrNull, filed: flagOrNull, filedOn: dayOrNull, decidedOn: dayOrNull,
    outcome: orNull(oneOf(APPEAL_OUTCOMES)), certifiedOn: dayOrNull,
  })),
  voluntaryDeparture: orNull(object({
    departBy: dayOrNull, departed: flagOrNull, departedOn: dayOrNull, bondDueOn: dayOrNull, bondPosted: flagOrNull, bondPostedOn: dayOrNull,
  })),
  statedFinalOn: dayOrNull,
  originalFinalOn: dayOrNull,
  reinstatedOn: dayOrNull,
  events: known(object({ kind: oneOf(ORDER_EVENT_KINDS), on: dayOrNull, court: textOrNull }, ['kind']), MOST_FACTS.orderEvents, 'What happened to the order.'),
});

export const FACTS: Schema = object({
  asOf: { ...day, description: 'The day asked about. A fact dated after it has not happened yet.' },
  circuit: orNull({ ...oneOf(CIRCUITS), description: 'Absent: that of the facility on asOf.' }),
  person: orNull(object({ citizenship: textOrNull, birthDate: dayOrNull })),
  stints: known(object({
    facility: textOrNull, custodian: oneOf(CUSTODIANS), from: dayOrNull, to: dayOrNull, endedBy: orNull(oneOf(STINT_ENDS)),
    fieldOffice: { ...textOrNull, description: 'Area of responsibility, e.g. DET. This, State and district: absent, those of the facility.' },
    state: textOrNull, district: textOrNull, standard: { ...textOrNull, description: 'Slug of the detention standard that binds the facility, e.g. pbnds-2011.' },
    standards: known(object({ standard: text, from: dayOrNull, to: dayOrNull }), MOST_FACTS.standards, 'Where it changed during the stint: which bound from when; `standard` on any other day.'),
  }), MOST_FACTS.stints, 'Time in one facility each.'),
  otherCustody: known(object({ kind: oneOf(['criminal']), from: dayOrNull, to: dayOrNull }), MOST_FACTS.otherCustody, 'Custody that is not immigration custody.'),
  removalOrders: known(ORDER, MOST_FACTS.removalOrders, 'The last one still standing governs.'),
  cooperation: known(object({
    from: dayOrNull, to: dayOrNull, ongoing: flagOrNull, act: orNull(oneOf(LAPSE_ACTS)), noticeServedOn: dayOrNull, disputed: flagOrNull,
  }), MOST_FACTS.cooperation, 'Failures to cooperate with removal.'),
  memberships: known(object({ class: text, from: dayOrNull, to: dayOrNull }, ['class']), MOST_FACTS.memberships, 'Membership in classes that an order protects.'),
  events: known(object({ kind: oneOf(EVENT_KINDS), on: dayOrNull, at: instantOrNull }, ['kind']), MOST_FACTS.events, 'Dated procedural events.'),
  contacts: known(object({
    at: instantOrNull, actor: oneOf(ACTORS), topics: list(oneOf(TOPICS)), counselPresent: flagOrNull,
    counselNotifiedOn: dayOrNull, documents: orNull(list(text)), narrative: textOrNull,
  }), MOST_FACTS.contacts, 'Contacts of the government with the person.'),
}, ['asOf']);

const BOND_HEARING = answer({
  result: oneOf(BOND_HEARING_RESULTS), circuit: textOrNull, case: textOrNull, citation: textOrNull, decidedOn: dayOrNull, mandate: orNull(oneOf(MANDATE_STATES)),
  because: sentences, missing, supposes: { ...list(text), description: 'What the result takes for granted, because no fact says it.' },
  timeline: list(answer({ from: dayOrNull, to: dayOrNull, result: oneOf(BOND_HEARING_RESULTS), cause: text, source: text, grade: text })),
});

export const ANSWER: Schema = answer({
  asOf: day,
  lawVersion: text,
  circuit: { ...orNull(oneOf(CIRCUITS)), description: 'Whose readings lead on the day; null: not known.' },
  custody: answer({ inCustody: flagOrNull, stays: list(answer({ from: day, to: dayOrNull, days: whole, stints: whole, endedBy: orNull(oneOf(STINT_ENDS)) })), because: sentences, missing }),
  finality: answer({ result: oneOf(['final', 'not-final', 'unknown', 'contested']), on: dayOrNull, basis: textOrNull, citation: textOrNull, because: sentences, missing }),
  removalPeriod: answer({
    result: oneOf(['determined', 'not-begun', 'unknown', 'contested']), beginsOn: dayOrNull, endsOn: dayOrNull, tolledDays: wholeOrNull,
    readings: list(answer({ policy: text, citation: text, beginsOn: dayOrNull, endsOn: dayOrNull })), because: sentences, missing,
  }),
  governing: list(answer({ from: day, to: dayOrNull, authority: text })),
  counts: list(answer({
    id: oneOf(COUNT_IDS), from: dayOrNull, days: wholeOrNull, months: orNull(answer({ whole, days: whole })),
    day90On: dayOrNull, day180On: dayOrNull, sixMonthsOn: dayOrNull, policy: text, because: sentences, missing,
  })),
  findings: list(answer({
    authority: text, clause: text, result: oneOf(FINDING_RESULTS), on: dayOrNull, citation: text, grade: text,
    unverified: { ...flag, description: 'True: shown and not counted, until an attorney has read the source of the clause.' }, policy: text, event: textOrNull,
    readings: list(answer({ policy: text, citation: text, days: wholeOrNull, on: dayOrNull, result: oneOf(FINDING_RESULTS) })), because: sentences, missing,
  })),
  bondHearing: { ...BOND_HEARING, description: 'What the circuit of the place of custody says of bond hearings before a final order.' },
  nextChangeOn: { ...dayOrNull, description: 'The next day on which a result, the governing statute or a period changes if no fact does.' },
});

const GENERAL_REQUEST = object({
  rule: oneOf(GENERAL_RULE_IDS),
  trigger: { ...text, description: 'A day; an instant with its offset where hours are counted.' },
  n: { type: 'integer', minimum: 0 },
  unit: oneOf(UNITS),
  direction: oneOf(DIRECTIONS),
}, ['rule', 'trigger', 'n', 'unit', 'direction']);
const NAMED_REQUEST = object({ rule: oneOf(NAMED_RULES.map(({ id }) => id)), trigger: day }, ['rule', 'trigger']);
const ONE_REQUEST: Schema = { oneOf: [GENERAL_REQUEST, NAMED_REQUEST] };
export const DEADLINE_REQUEST: Schema = { oneOf: [GENERAL_REQUEST, NAMED_REQUEST, list(ONE_REQUEST)] };

const ONE_DEADLINE = object({
  rule: text, trigger: text, dueOn: day, unrolledOn: day, dueAt: instant, unrolledAt: instant,
  citation: text, grade: text, status: oneOf(['in-force', 'unverified']), because: sentences,
}, ['rule', 'trigger', 'dueOn', 'unrolledOn', 'citation', 'grade', 'status', 'because']);
export const DEADLINE_ANSWER: Schema = { oneOf: [ONE_DEADLINE, list(ONE_DEADLINE)] };

const CLAUSE = object({
  id: text, citation: text, grade: text,
  statusTimeline: { ...list({ type: 'object', additionalProperties: true }), description: 'Since when and until when it has had which force, and why.' },
}, ['id', 'citation', 'grade', 'statusTimeline']);
export const AUTHORITIES: Schema = answer({
  items: list({ ...object({
    id: text, clauses: list({ ...CLAUSE, additionalProperties: true }), office: { ...flag, description: 'True: entered by this office.' },
  }, ['id', 'clauses', 'office']), additionalProperties: true }),
});
