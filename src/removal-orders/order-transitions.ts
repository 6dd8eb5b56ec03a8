import type { AppealOutcome, Decider, OrderEventKind } from '../law/facts.js';

/**
 * What can follow what on one removal order. A file grows late and out of order, so that only the dated sequence is
 * judged, never the order of entry; and an event without a day may have come at any time.
 */
export interface OrderHistory {
  decidedOn?: string | null;
  decidedBy?: Decider | null;
  appeal?: { decidedOn?: string | null; outcome?: AppealOutcome | null; certifiedOn?: string | null } | null;
  statedFinalOn?: string | null;
  /** whether its events on file are known to be all of them: where they are not, what is missing may have happened unseen */
  eventsComplete?: boolean;
  events: readonly HistoryEvent[];
}

export interface HistoryEvent {
  id: string;
  kind: OrderEventKind;
  on?: string | null;
}

/** An event that cannot have been where it stands, and the sentence that says why. */
export interface Impossible {
  eventId: string;
  field: 'kind' | 'on';
  problem: string;
}

interface Transition {
  /**
   * What must have gone before it, or on the same day. `each`: every one answers another of those before; otherwise one
   * before is enough for any number.
   */
  needs?: { kind: OrderEventKind; each?: boolean };
  /** between two of them the order must have become final again */
  onceForEachFinalOrder?: true;
  /** that it may be older than the order itself, and why */
  mayPrecedeTheOrder?: string;
  /** the reason or the authority of what is said of it here */
  because: string;
}

const NOTHING_BEFORE = 'Nothing else has to stand on the docket before it.';
const A_STAY_IS_ENTERED_FIRST = 'A stay is lifted once it was entered, and each stay once.';

/** Every kind of event. What a kind does not say here is possible. */
export const TRANSITIONS: Readonly<Record<OrderEventKind, Transition>> = {
  'motion-to-reopen-filed': { because: NOTHING_BEFORE },
  'reopened': {
    onceForEachFinalOrder: true,
    because: 'A case may be reopened without a motion. While it is open there is no order to reopen: reopening leaves no final order (Diaz-Ortega v. Lund, W.D. La. 2019).',
  },
  'reopening-denied': { needs: { kind: 'motion-to-reopen-filed' }, because: 'What is denied was asked for. One motion may be denied more than once, by the judge and by the Board.' },
  'remanded': { because: 'The Board remands as well as a court, so that no petition has to stand before it.' },
  'vacated': { because: NOTHING_BEFORE },
  'petition-for-review-filed': { because: 'It asks a court to review the order (8 U.S.C. § 1252(b)(1)).' },
  'petition-for-review-decided': {
    needs: { kind: 'petition-for-review-filed' },
    because: 'What is decided was filed (8 U.S.C. § 1252(b)(1)). A court may decide one petition more than once, the second time on rehearing.',
  },
  'judicial-stay-entered': { because: 'A stay may be extended, and a second court may enter another.' },
  'judicial-stay-lifted': { needs: { kind: 'judicial-stay-entered', each: true }, because: A_STAY_IS_ENTERED_FIRST },
  'administrative-stay-entered': { because: NOTHING_BEFORE },
  'administrative-stay-lifted': { needs: { kind: 'administrative-stay-entered', each: true }, because: A_STAY_IS_ENTERED_FIRST },
  'habeas-stay-entered': { mayPrecedeTheOrder: 'A habeas court can bar a removal before it is ordered.', because: NOTHING_BEFORE },
  'habeas-stay-lifted': {
    needs: { kind: 'habeas-stay-entered', each: true }, mayPrecedeTheOrder: 'So can it lift that stay.', because: A_STAY_IS_ENTERED_FIRST,
  },
  'withholding-granted': { because: 'It is granted in the decision that orders removal, or later.' },
  'cat-granted': { because: 'It is granted in the decision that orders removal, or later.' },
};

const KINDS = Object.keys(TRANSITIONS) as OrderEventKind[];

/** Everything that is impossible about an order, event by event; empty: its history can have happened. */
export function impossibleEvents(order: OrderHistory): Impossible[] {
  const events = [...order.events].sort((a, b) => compare(a.on ?? '', b.on ?? ''));
  const faults = beforeTheOrder(order, events);
  // What must have gone before may have happened unseen, unless all that happened is on file.
  if (order.eventsComplete === true) faults.push(...withoutWhatTheyNeed(events), ...reopenedTwice(order, events));
  return faults;
}

/**
 * An order of an immigration judge or an officer is the first that there is to befall. One that the Board or the
 * Attorney General made, or nobody knows who, came after another decision, which may have been reopened or remanded.
 */
function beforeTheOrder({ decidedOn, decidedBy }: OrderHistory, events: readonly HistoryEvent[]): Impossible[] {
  if (!decidedOn || (decidedBy !== 'immigration-judge' && decidedBy !== 'dhs')) return [];
  return events
    .filter(({ kind, on }) => on && on < decidedOn && TRANSITIONS[kind].mayPrecedeTheOrder === undefined)
    .map(({ id }) => ({ eventId: id, field: 'on', problem: 'must not be before the day on which the order was decided: what befell an earlier order belongs to that order' }));
}

function withoutWhatTheyNeed(events: readonly HistoryEvent[]): Impossible[] {
  return KINDS.flatMap((kind) => {
    const { needs } = TRANSITIONS[kind];
    if (needs === undefined) return [];
    const before = events.filter((event) => event.kind === needs.kind);
    return events.filter((event) => event.kind === kind).flatMap((event, i, all) => {
      // Those without a day stand first in the list and may have come at any time, so they are counted last.
      const asMany = needs.each !== true ? 1 : all.filter((other, at) => (event.on ? other.on && at <= i : other.on || at <= i)).length;
      const there = before.filter((other) => !event.on || !other.on || other.on <= event.on).length;
      return there >= asMany ? [] : [{ eventId: event.id, field: 'kind' as const, problem: needsSentence(needs.kind, before.length) }];
    });
  });
}

const needsSentence = (needed: OrderEventKind, onFile: number): string =>
  `cannot be without ${needed} on the same day or before it: ${onFile === 0 ? 'there is none on file' : 'none on file is left for it'}, and the events of the order are said to be complete`;

/** What shows that there was something to reopen again: a decision, or a review or reversal of one. */
const SHOWS_A_DECISION: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>([
  'reopening-denied', 'remanded', 'vacated', 'petition-for-review-filed', 'petition-for-review-decided',
]);

function reopenedTwice(order: OrderHistory, events: readonly HistoryEvent[]): Impossible[] {
  const { appeal, statedFinalOn, decidedOn } = order;
  // An appeal that was decided, nobody knows when, may have been decided in between.
  if (appeal?.outcome && !appeal.decidedOn) return [];
  const decisions = [decidedOn, appeal?.decidedOn, appeal?.certifiedOn, statedFinalOn,
    ...events.filter(({ kind, on }) => on && SHOWS_A_DECISION.has(kind)).map(({ on }) => on)];
  const once = events.filter(({ kind, on }) => on && TRANSITIONS[kind].onceForEachFinalOrder);
  return once.flatMap((event, i) => {
    const former = once[i - 1]?.on;
    if (!former || former === event.on) return [];
    return decisions.some((day) => day && day >= former && day <= event.on!) ? [] : [{
      eventId: event.id, field: 'kind' as const,
      problem: 'cannot be a second time: the order was reopened before, and nothing on file made it final again in between. If another order was made, this belongs to that one',
    }];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
