import { addDays, formatDay, later, type Day } from '../calendar/day.js';
import { covers, type Span } from '../calendar/span.js';
import { lapseSentence, missingWithin, type Lapses } from '../cooperation.js';
import type { Custody } from '../custody.js';
import type { PeriodReading, RemovalPeriod } from '../evaluation.js';
import type { OtherCustody, RemovalOrder } from '../facts.js';
import type { FinalityPicture } from '../finality/finality.js';
import type { Horizon } from '../horizon.js';
import { staysOfRemoval, type StaysOfRemoval } from './stays-of-removal.js';

/** 8 U.S.C. § 1231(a)(1)(A): "within a period of 90 days". */
export const REMOVAL_PERIOD_DAYS = 90;

const STATUTE = '8 U.S.C. § 1231(a)(1)(B)';
const NONE: readonly PeriodReading[] = [];

export interface RemovalPeriodPicture extends RemovalPeriod {
  /** the end and the extension if lapses that are disputed, or without a served notice, do not count */
  settledEndsOn: Day | null;
  settledTolledDays: number | null;
  /** a failure to cooperate is going on: the end moves one day later every day and is not reached meanwhile */
  endMoves: boolean;
  /** whether courts differ on which statute governs between finality and the day the period begins */
  waitContested: boolean;
}

export interface RemovalPeriodFacts {
  orders: readonly RemovalOrder[] | null;
  finality: FinalityPicture;
  custody: Custody;
  otherCustody: readonly OtherCustody[] | null;
  lapses: Lapses;
  circuit: string | null;
}

/**
 * The removal period begins on the latest of three days: administrative finality; the court's final order, if the order
 * is judicially reviewed and a court stays removal; release from confinement that is not immigration custody. It lasts
 * ninety days and is extended by failures to cooperate. Every later event can move it, so it is computed, never stored.
 */
export function removalPeriodOn(facts: RemovalPeriodFacts, asOf: Day, horizon: Horizon): RemovalPeriodPicture {
  const { finality, orders } = facts;
  if (finality.result !== 'final' || finality.orderIndex === null || finality.on === null || orders === null) {
    const result = finality.result === 'not-final' || finality.result === 'final' ? 'not-begun' : finality.result;
    return undetermined(result, finality.missing, () => ['The removal period begins with administrative finality (8 U.S.C. § 1231(a)(1)(B)(i)).']);
  }
  const order = orders[finality.orderIndex];
  const path = `removalOrders[${finality.orderIndex}]`;
  let start = finality.on;
  if (order.kind === 'reinstated') {
    if (order.reinstatedOn === null) {
      return undetermined('unknown', [`${path}.reinstatedOn`], () => ['The day of reinstatement is not known; the period begins on the later of it and the original finality.']);
    }
    start = later(start, order.reinstatedOn);
  }
  const finalOn = start;
  const stays = staysOfRemoval(order.events ?? [], path, asOf, horizon);
  if (stays.missing.length > 0) return undetermined('unknown', stays.missing, () => ['The day of a stay or of a petition for review is not known.']);
  const made: Said = order.kind === 'reinstated' ? [() => `It was reinstated on ${formatDay(order.reinstatedOn!)} (${path}.reinstatedOn).`] : [];
  return withReview(facts, stays, finalOn, made, asOf, horizon);
}

/** Sentences that explain the start, built only when asked for. */
type Said = readonly (() => string)[];

/** Clause (ii): "judicially reviewed and … a court orders a stay of the removal" → "the date of the court's final order". */
function withReview(facts: RemovalPeriodFacts, stays: StaysOfRemoval, finalOn: Day, made: Said, asOf: Day, horizon: Horizon): RemovalPeriodPicture {
  const { judicial, petitionDecidedOn } = stays;
  const stay = judicial.length > 0 ? judicial[judicial.length - 1] : null;
  if (stay === null) return withConfinement(facts, stays, finalOn, asOf, horizon, made);
  if (petitionDecidedOn !== null && petitionDecidedOn >= stay.from) {
    const decided = withConfinement(facts, stays, later(finalOn, petitionDecidedOn), asOf, horizon, [
      ...made,
      () => `A court stayed removal on ${formatDay(stay.from)} and made its final order on ${formatDay(petitionDecidedOn)}: the period begins no earlier (${STATUTE}(ii)).`,
    ]);
    return { ...decided, waitContested: !leadsToNotBegun(facts.circuit) };
  }
  return stay.to === null ? whileStayed(facts, stays, stay, finalOn, asOf, horizon) : afterStayLifted(facts, stays, stay, stay.to, finalOn, asOf, horizon);
}

const NOT_BEGUN_BY_CIRCUIT: Readonly<Record<string, string>> = {
  '2': 'Hechavarria v. Sessions, 891 F.3d 49 (2d Cir. 2018)',
  '3': 'Leslie v. Attorney General, 678 F.3d 265 (3d Cir. 2012)',
  '9': 'Prieto-Romero v. Clark, 534 F.3d 1053 (9th Cir. 2008)',
};
const leadsToNotBegun = (circuit: string | null): boolean => circuit !== null && circuit in NOT_BEGUN_BY_CIRCUIT;

const BEGUN_DESPITE_STAY = 'Akinwale v. Ashcroft, 287 F.3d 1050 (11th Cir. 2002)';

function whileStayed(facts: RemovalPeriodFacts, stays: StaysOfRemoval, stay: Span, finalOn: Day, asOf: Day, horizon: Horizon): RemovalPeriodPicture {
  const stands = () => `A court's stay of removal entered on ${formatDay(stay.from)} stands while the petition for review is pending.`;
  const authority = facts.circuit === null ? undefined : NOT_BEGUN_BY_CIRCUIT[facts.circuit];
  if (authority !== undefined) {
    return undetermined('not-begun', [], () => [stands(), `The removal period has not begun and detention is under 8 U.S.C. § 1226: ${authority}.`]);
  }
  const begun = withConfinement(facts, stays, finalOn, asOf, horizon, [stands]);
  if (facts.circuit === '11') return { ...begun, because: () => [...begun.because(), `The removal period runs despite the stay: ${BEGUN_DESPITE_STAY}.`] };
  return contested(
    [
      { policy: 'not-begun-while-stayed', citation: `${NOT_BEGUN_BY_CIRCUIT['9']}; ${NOT_BEGUN_BY_CIRCUIT['3']}; ${NOT_BEGUN_BY_CIRCUIT['2']}`, beginsOn: null, endsOn: null, missing: [] },
      { policy: 'begun-despite-stay', citation: BEGUN_DESPITE_STAY, beginsOn: begun.beginsOn, endsOn: begun.endsOn, missing: begun.missing },
    ],
    begun.endMoves,
    () => [stands(), 'Courts differ on whether the removal period runs meanwhile, and none on file binds here.'],
  );
}

function afterStayLifted(
  facts: RemovalPeriodFacts, stays: StaysOfRemoval, stay: Span, liftedOn: Day, finalOn: Day, asOf: Day, horizon: Horizon,
): RemovalPeriodPicture {
  const fromLifting = withConfinement(facts, stays, later(finalOn, liftedOn), asOf, horizon, []);
  return contested(
    [
      { policy: 'from-courts-final-order', citation: `${STATUTE}(ii)`, beginsOn: null, endsOn: null, missing: [] },
      { policy: 'from-lifting-of-stay', citation: 'Hendricks v. Reno (3d Cir. 2007) (unpublished)', beginsOn: fromLifting.beginsOn, endsOn: fromLifting.endsOn, missing: fromLifting.missing },
    ],
    fromLifting.endMoves,
    () => [
      `A court's stay of removal stood from ${formatDay(stay.from)} to ${formatDay(liftedOn)}; the petition for review is not decided.`,
      "The statute counts from the court's final order; a court has counted from the lifting of the stay.",
    ],
  );
}

/** Clause (iii): "detained or confined (except under an immigration process)" → "the date the alien is released". */
function withConfinement(
  facts: RemovalPeriodFacts, stays: StaysOfRemoval, start: Day, asOf: Day, horizon: Horizon, said: Said,
): RemovalPeriodPicture {
  const { otherCustody, custody, finality } = facts;
  const begun = () => [`The order became administratively final on ${formatDay(finality.on!)}.`, ...said.map((say) => say())];
  if (otherCustody === null) {
    if (heldByImmigration(custody, start)) return withTolling(facts, stays, start, asOf, horizon, begun);
    return undetermined('unknown', ['otherCustody'], () => [...begun(), `Whether the person was confined elsewhere on ${formatDay(start)} is not known (${STATUTE}(iii)).`]);
  }
  let beginsOn = start;
  const because: (() => string)[] = [];
  for (const { span, index } of inOrder(otherCustody)) {
    if (span.from === null) {
      if (span.to === null || span.to > beginsOn) return undetermined('unknown', [`otherCustody[${index}].from`], begun);
      continue;
    }
    if (span.from > beginsOn || (span.to !== null && span.to <= beginsOn)) continue;
    if (span.to === null || span.to > asOf) {
      horizon.mayChangeOn(span.to);
      if (span.to === null && custody.stays.some((stay) => stay.from > span.from!)) {
        return undetermined('unknown', [`otherCustody[${index}].to`], () => [...begun(), 'The day of release from criminal custody is not known, and immigration custody followed it.']);
      }
      return undetermined('not-begun', [], () => [...begun(), `The person is confined otherwise than by immigration since ${formatDay(span.from!)} (otherCustody[${index}]): the period begins on release.`]);
    }
    const releasedOn = span.to;
    beginsOn = releasedOn;
    because.push(() => `The person was in criminal custody until ${formatDay(releasedOn)} (otherCustody[${index}]): the period begins on release (${STATUTE}(iii)).`);
  }
  return withTolling(facts, stays, beginsOn, asOf, horizon, () => [...begun(), ...because.map((say) => say())]);
}

/** Known to be held: a stint whose first day is not known may have ended one that stands open. */
const heldByImmigration = ({ missing, stays }: Custody, day: Day): boolean => missing.length === 0 && stays.some((stay) => covers(stay, day));

const inOrder = (custody: readonly OtherCustody[]): { span: OtherCustody; index: number }[] =>
  custody.map((span, index) => ({ span, index })).sort((a, b) => (a.span.from ?? -Infinity) - (b.span.from ?? -Infinity));

function withTolling(
  facts: RemovalPeriodFacts, stays: StaysOfRemoval, beginsOn: Day, asOf: Day, horizon: Horizon, begun: () => string[],
): RemovalPeriodPicture {
  const { lapses } = facts;
  const tolled = tolledDays(lapses.all, beginsOn, asOf);
  const endsOn = addDays(beginsOn, REMOVAL_PERIOD_DAYS + tolled);
  const settled = lapses.all.length === lapses.settled.length ? tolled : tolledDays(lapses.settled, beginsOn, asOf);
  const missing = missingWithin(lapses, endsOn);
  const endMoves = lapses.ongoing && lapses.all[lapses.all.length - 1].from < endsOn;
  if (!endMoves) horizon.mayChangeOn(endsOn);
  const because = () => [
    ...begun(),
    `The removal period begins on ${formatDay(beginsOn)}.`,
    ...lapses.all.filter((lapse) => lapse.from < endsOn && (lapse.to === null || lapse.to > beginsOn)).map(lapseSentence),
    missing.length > 0
      ? 'Whether and how long the period was extended by failures to cooperate is not known.'
      : `${REMOVAL_PERIOD_DAYS} days${tolled === 0 ? '' : ` and ${tolled} days of failure to cooperate (8 U.S.C. § 1231(a)(1)(C))`} end on ${formatDay(endsOn)}.`,
  ];
  if (missing.length > 0) {
    return { ...undetermined('unknown', missing, because), beginsOn };
  }
  const period: RemovalPeriodPicture = {
    result: 'determined', beginsOn, endsOn, tolledDays: tolled, readings: NONE, missing: [], waitContested: false, endMoves, because,
    settledTolledDays: settled,
    settledEndsOn: addDays(beginsOn, REMOVAL_PERIOD_DAYS + settled),
  };
  return stays.other.length === 0 ? period : withOtherStays(period, stays.other, beginsOn, endsOn, horizon);
}

/**
 * Days of lapses inside the period. The period stops while a lapse lasts, so a lapse that begins before the period has
 * run out counts to its own end, through `asOf` while it is going on.
 */
function tolledDays(lapses: readonly Span[], beginsOn: Day, asOf: Day): number {
  let tolled = 0;
  for (const { from, to } of lapses) {
    const end = to === null || to > asOf ? asOf : to;
    const start = later(from, beginsOn);
    if (start < beginsOn + REMOVAL_PERIOD_DAYS + tolled && end > start) tolled += end - start;
  }
  return tolled;
}

/** A stay by a habeas court, or within the agency: the text of clause (ii) is not met, the government counts it as tolling. */
function withOtherStays(period: RemovalPeriodPicture, stays: readonly Span[], beginsOn: Day, endsOn: Day, horizon: Horizon): RemovalPeriodPicture {
  let stayed = 0;
  let standing: Span | null = null;
  for (const { from, to } of stays) {
    const start = later(from, beginsOn);
    if (start >= endsOn + stayed || (to !== null && to <= start)) continue;
    if (to === null) standing = { from, to };
    else stayed += to - start;
  }
  if (stayed === 0 && standing === null) return period;
  const extendedTo = standing === null ? addDays(endsOn, stayed) : null;
  if (!period.endMoves) horizon.mayChangeOn(extendedTo);
  return contested(
    [
      { policy: 'stay-does-not-move-the-period', citation: `${STATUTE}(ii): only an order "judicially reviewed"`, beginsOn, endsOn, missing: [] },
      { policy: 'stay-tolls-the-period', citation: 'position taken by the government', beginsOn, endsOn: extendedTo, missing: [] },
    ],
    period.endMoves,
    () => [...period.because(), 'A stay by a habeas court, or within the agency, stood during the period; whether it stops the period is disputed.'],
    beginsOn,
  );
}

function contested(readings: readonly PeriodReading[], endMoves: boolean, because: () => string[], beginsOn: Day | null = null): RemovalPeriodPicture {
  return { ...undetermined('contested', [], because), beginsOn, readings, endMoves };
}

function undetermined(result: RemovalPeriod['result'], missing: readonly string[], because: () => string[]): RemovalPeriodPicture {
  return {
    result, beginsOn: null, endsOn: null, tolledDays: null, readings: NONE, missing, because,
    settledEndsOn: null, settledTolledDays: null, waitContested: false, endMoves: false,
  };
}
