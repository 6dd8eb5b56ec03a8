import type { Answer } from '../law/answer.js';
import { parseDay } from '../law/calendar/day.js';
import { deadline, type DeadlineAnswer } from '../law/deadlines/deadline.js';
import { textInForce } from '../law/deadlines/named-rule.js';
import { NAMED_RULES } from '../law/deadlines/named-rules.js';
import type { Grade } from '../law/deadlines/grade.js';
import { type Docket, docketOf } from './docket.js';
import type { DatedEvent, OrderOnFile } from './order-on-file.js';

export const FILING_STATES = ['due', 'filed', 'decided', 'lapsed', 'waived', 'not-yet', 'not-available', 'unknown'] as const;
export type FilingState = (typeof FILING_STATES)[number];

export const FILINGS = [
  'bia-appeal', 'motion-to-reopen', 'motion-to-reopen-in-absentia', 'motion-to-reconsider', 'petition-for-review',
  'voluntary-departure-bond', 'bond-appeal', 'dhs-bond-stay-notice', 'slrrf-acknowledgement',
] as const;
export type FilingId = (typeof FILINGS)[number];

/** One paper that may or must be filed: when it is due by the rule in force on its trigger, and what became of it. */
export interface Filing {
  what: FilingId;
  state: FilingState;
  /** the day from which its time is counted; null: not known, or not come */
  triggerOn: string | null;
  /** inclusive: on this day it is still in time */
  dueOn: string | null;
  /** while it is due; 0 on the last day */
  daysLeft: number | null;
  filedOn: string | null;
  decidedOn: string | null;
  outcome: string | null;
  citation: string | null;
  grade: Grade | null;
  /** its period is known from memory alone, and for an attorney to confirm */
  unverified: boolean;
  because: string[];
  /** what would have to be known, by its path within the order or the file */
  missing: string[];
}

interface Asked {
  asOf: string;
  order: OrderOnFile;
  finality: Answer['finality'];
  events: readonly DatedEvent[];
  eventsComplete: boolean;
}

const NOTHING_ON_FILE: Docket = { filed: false, filedOn: null, decided: false, decidedOn: null, outcome: null, missing: [] };
const NO_KIND_SAYS_SO = 'Nothing that is kept on file says whether it was filed.';

/** What may be filed against the order, or is pending, in the order in which it comes up. */
export function filingsOf(asked: Asked): Filing[] {
  return [...appealsOf(asked), ...afterFinality(asked), ...departureBond(asked), ...aboutBond(asked), ...aboutRemoval(asked)];
}

/** The appeal of an immigration judge's decision to the Board; none where that is not open. */
export function appealsOf({ asOf, order }: Pick<Asked, 'asOf' | 'order'>): Filing[] {
  const { kind, decidedBy, decidedOn, inAbsentia } = order;
  if (kind === 'expedited' || kind === 'administrative' || kind === 'reinstated' || (decidedBy && decidedBy !== 'immigration-judge')) return [];
  if (inAbsentia === true) {
    const none = unavailable('bia-appeal', '8 C.F.R. § 1241.1(e)', 'An order entered in absentia is final at once: it is reached by a motion to reopen.');
    return [withDocket(none, { ...appealDocket(order, asOf), missing: [] })];
  }
  const filing = within('bia-appeal', decidedOn ?? null, appealDocket(order, asOf), asOf, 'decidedOn');
  const waivedOn = order.appeal?.waivedOn;
  const unsure = [...(decidedBy ? [] : ['decidedBy']), ...(inAbsentia === false ? [] : ['inAbsentia'])];
  if (waivedOn && waivedOn <= asOf && filing.state !== 'filed' && filing.state !== 'decided') {
    return [{ ...filing, state: 'waived', daysLeft: null, missing: [], because: [`Appeal was waived on ${waivedOn}.`] }];
  }
  return [{ ...filing, missing: [...filing.missing, ...unsure] }];
}

function appealDocket({ appeal }: OrderOnFile, asOf: string): Docket {
  if (!appeal) return { ...NOTHING_ON_FILE, filed: null, missing: ['appeal'] };
  const { filed, filedOn, decidedOn, outcome, certifiedOn } = appeal;
  if (filedOn && filedOn > asOf) return NOTHING_ON_FILE;
  const ruled = decidedOn ? decidedOn <= asOf : Boolean(outcome);
  const taken = filed ?? (outcome || decidedOn || filedOn || (certifiedOn && certifiedOn <= asOf) ? true : null);
  return {
    filed: taken, filedOn: filedOn ?? null, decided: ruled, decidedOn: ruled ? decidedOn ?? null : null, outcome: ruled ? outcome ?? null : null,
    missing: taken === null ? ['appeal.filed'] : ruled && !outcome ? ['appeal.outcome'] : [],
  };
}

/** Motions and petitions, whose time runs from the final order. */
function afterFinality(asked: Asked): Filing[] {
  const { asOf, order } = asked;
  const motion = docketOf(order, 'motion-to-reopen-filed', { 'reopened': 'granted', 'reopening-denied': 'denied' }, asOf);
  const petition = docketOf(order, 'petition-for-review-filed', { 'petition-for-review-decided': null, 'remanded': 'remanded', 'vacated': 'vacated' }, asOf);
  if (order.kind === 'reinstated') {
    const said = 'An order that was reinstated is not subject to being reopened or reviewed';
    return [
      unavailable('motion-to-reopen', '8 U.S.C. § 1231(a)(5)', `${said}.`),
      unavailable('petition-for-review', '8 U.S.C. § 1231(a)(5)', `${said}; whether the reinstatement itself can be, no rule on file says.`),
    ].map((filing) => withDocket(filing, filing.what === 'motion-to-reopen' ? motion : petition));
  }
  if (order.kind === 'expedited') {
    return [withDocket({ ...unavailable('petition-for-review', null, 'Whether a court can review an expedited order, no rule on file says.'), state: 'unknown' }, petition)];
  }
  const review = counted('petition-for-review', asked, petition);
  if (order.kind === 'administrative' || order.decidedBy === 'dhs') return [review];
  return [
    ...(order.inAbsentia === true ? [within('motion-to-reopen-in-absentia', order.decidedOn ?? null, motion, asOf, 'decidedOn')] : []),
    counted('motion-to-reopen', asked, motion),
    counted('motion-to-reconsider', asked, { ...NOTHING_ON_FILE, filed: null }, NO_KIND_SAYS_SO),
    review,
  ];
}

function counted(what: FilingId, { asOf, finality }: Asked, docket: Docket, because?: string): Filing {
  if (finality.result === 'final' && finality.on !== null) return also(within(what, finality.on, docket, asOf, 'finality.on'), because);
  const waiting = finality.result === 'not-final';
  return withDocket({
    ...empty(what), state: waiting ? 'not-yet' : 'unknown', missing: waiting ? [] : [...finality.missing],
    because: [waiting ? 'Its time runs from the final order, and there is none.' : 'Its time runs from the final order, and whether there is one, and since when, is not known.'],
  }, docket);
}

function departureBond({ asOf, order }: Asked): Filing[] {
  const departure = order.voluntaryDeparture;
  if (order.kind !== 'voluntary-departure-alternate') return [];
  const posted = departure?.bondPostedOn && departure.bondPostedOn > asOf ? false : departure?.bondPosted ?? (departure?.bondPostedOn ? true : null);
  const docket: Docket = {
    ...NOTHING_ON_FILE, filed: posted, filedOn: posted === true ? departure?.bondPostedOn ?? null : null, missing: posted === null ? ['voluntaryDeparture.bondPosted'] : [],
  };
  const filing = within('voluntary-departure-bond', order.decidedOn ?? null, docket, asOf, 'decidedOn');
  const set = departure?.bondDueOn;
  if (!set || set === filing.dueOn) return [filing];
  return [also(judged({ ...filing, dueOn: set, because: [] }, docket, asOf), `The bond was set to be posted by ${set} (voluntaryDeparture.bondDueOn).`)];
}

function aboutBond({ asOf, events, eventsComplete }: Asked): Filing[] {
  const decided = happened(events, ['bond-granted', 'bond-denied'], asOf).at(-1);
  if (decided === undefined) return [];
  const appealed = also(within('bond-appeal', decided.on, { ...NOTHING_ON_FILE, filed: null }, asOf, 'events'), NO_KIND_SAYS_SO);
  if (decided.kind !== 'bond-granted') return [appealed];
  const stayed = happened(events, ['bond-stayed'], asOf).find(({ on }) => on >= decided.on);
  return [appealed, within('dhs-bond-stay-notice', decided.on, answered(stayed?.on, eventsComplete), asOf, 'events')];
}

function aboutRemoval({ asOf, events, eventsComplete }: Asked): Filing[] {
  const asked = happened(events, ['slrrf-request'], asOf).at(-1);
  if (asked === undefined) return [];
  const acknowledged = happened(events, ['slrrf-acknowledged', 'slrrf-decision'], asOf).find(({ on }) => on >= asked.on);
  return [within('slrrf-acknowledgement', asked.on, answered(acknowledged?.on, eventsComplete), asOf, 'events')];
}

const happened = (events: readonly DatedEvent[], kinds: readonly string[], asOf: string): { kind: string; on: string }[] =>
  events.flatMap(({ kind, on }) => (on && on <= asOf && kinds.includes(kind) ? [{ kind, on }] : []));

const answered = (on: string | undefined, complete: boolean): Docket =>
  ({ ...NOTHING_ON_FILE, filed: on === undefined ? (complete ? false : null) : true, filedOn: on ?? null, missing: on === undefined && !complete ? ['events'] : [] });

/** A filing whose time runs from `triggerOn`, by the text of its rule that was in force on that day. */
function within(what: FilingId, triggerOn: string | null, docket: Docket, asOf: string, triggerPath: string): Filing {
  if (triggerOn === null) return withDocket({ ...empty(what), missing: [triggerPath] }, docket);
  const period = periodOf(what, triggerOn);
  if (period === null) {
    return withDocket({ ...empty(what), triggerOn, because: [`No text of the rule that was in force on ${triggerOn} is on file.`] }, docket);
  }
  const { dueOn, citation, grade, because, status } = period;
  return judged({ ...empty(what), triggerOn, dueOn, citation, grade, unverified: status === 'unverified', because }, docket, asOf);
}

function periodOf(what: FilingId, triggerOn: string): DeadlineAnswer | null {
  const rule = NAMED_RULES.find(({ id }) => id === what);
  if (rule === undefined || textInForce(rule.texts, parseDay(triggerOn)) === null) return null;
  return deadline({ rule: what, trigger: triggerOn }) as DeadlineAnswer;
}

/** "Within" so many days: the day on which they end is in time, the next is not. */
function judged(filing: Filing, docket: Docket, asOf: string): Filing {
  const { dueOn } = filing;
  const running = dueOn !== null && asOf <= dueOn;
  const state = running ? 'due' : docket.filed === false ? 'lapsed' : 'unknown';
  const found = withDocket({ ...filing, state, daysLeft: null }, docket);
  if (found.state === 'due') return { ...found, daysLeft: parseDay(dueOn!) - parseDay(asOf) };
  const late = found.filedOn !== null && dueOn !== null && found.filedOn > dueOn;
  return late ? also(found, `It was filed on ${found.filedOn}, after its time.`) : found;
}

function withDocket(filing: Filing, { filed, filedOn, decided, decidedOn, outcome, missing }: Docket): Filing {
  const state = decided ? 'decided' : filed === true ? 'filed' : filing.state;
  return { ...filing, state, filedOn, decidedOn, outcome, missing: [...new Set([...filing.missing, ...missing])] };
}

const also = (filing: Filing, because: string | undefined): Filing =>
  (because === undefined ? filing : { ...filing, because: [...filing.because, because] });

const unavailable = (what: FilingId, citation: string | null, because: string): Filing =>
  ({ ...empty(what), state: 'not-available', citation, because: [because] });

const empty = (what: FilingId): Filing => ({
  what, state: 'unknown', triggerOn: null, dueOn: null, daysLeft: null, filedOn: null, decidedOn: null, outcome: null, citation: null, grade: null,
  unverified: false, because: [], missing: [],
});
