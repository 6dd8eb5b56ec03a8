import { forcePeriods, type StatusEntry } from '../authorities/authority.js';
import type { BondHearingAnswer, BondHearingPeriod, BondHearingResult } from '../answer.js';
import { formatDay, parseDay, type Day } from '../calendar/day.js';
import type { Custody } from '../custody.js';
import type { Finality } from '../evaluation.js';
import type { Stint } from '../facts.js';
import { AGENCY_POSITIONS, CERTIORARI, CIRCUIT_DECISIONS, CIRCUIT_NAMES, MAP_READ_ON, MAP_SOURCE, type CircuitDecision } from './circuit-map.js';

/** What the answer takes for granted, because no fact says it. */
const SUPPOSES: readonly string[] = [
  'The person entered without inspection and was arrested inside the country. How the person entered is not among the facts.',
  'The person is not held under 8 U.S.C. § 1226(c) or § 1225(b)(1), and was not arrested while arriving (Matter of Q. Li, 29 I&N Dec. 66 (BIA 2025)).',
];

export interface BondHearingQuestion {
  asOf: Day;
  stints: readonly Stint[] | null;
  /** given with the facts; null: that of the facility on the day asked about */
  givenCircuit: string | null;
  /** the circuit of the day asked about; null: not known */
  circuit: string | null;
  custody: Custody;
  finality: Finality;
}

/**
 * Whether a bond hearing before an immigration judge may be asked for on a day, where custody rests on no final order.
 * `not-asked`: at liberty, under a final order, or before the government first denied it. `contested`: no decision of
 * the circuit has effect, so that the government's position stands disputed.
 */
export function bondHearingOn(question: BondHearingQuestion): BondHearingAnswer {
  const { custody, finality, circuit } = question;
  if (custody.inCustody === null) return without('unknown', question, ['Whether the person is in immigration custody is not known.'], custody.missing);
  if (!custody.inCustody) return without('not-asked', question, ['The person is not in immigration custody.']);
  switch (finality.result) {
    case 'final':
      return without('not-asked', question, [
        ...finality.because(), 'An immigration judge redetermines custody only before the order is administratively final (8 C.F.R. § 1236.1(d)(1)).',
      ]);
    case 'unknown':
    case 'contested':
      return without(finality.result, question, [...finality.because(), 'Whether a bond hearing may be asked for depends on whether the order is final.'], finality.missing);
    case 'not-final':
      return circuit === null ? circuitNotKnown(question) : byCircuit(circuit, question);
  }
}

function byCircuit(circuit: string, question: BondHearingQuestion): BondHearingAnswer {
  const { asOf } = question;
  const decision = decisionOf(circuit);
  const made = decision !== null && parseDay(decision.decidedOn) <= asOf ? decision : null;
  const timeline = timelineOf(circuit);
  const now = periodOn(timeline, asOf);
  const because = [...placeSentences(circuit, question), ...periodSentences(circuit, made, now, asOf), ...elsewhereSentences(circuit, question), ...limits(asOf)];
  return {
    result: now.result, circuit, case: made?.case ?? null, citation: made?.citation ?? null, decidedOn: made?.decidedOn ?? null,
    mandate: made === null ? null : mandateOn(made, asOf), because, missing: [], supposes: [...SUPPOSES], timeline,
  };
}

function without(result: BondHearingResult, { circuit }: BondHearingQuestion, because: string[], missing: readonly string[] = []): BondHearingAnswer {
  return {
    result, circuit, case: null, citation: null, decidedOn: null, mandate: null, because, missing: [...missing], supposes: [],
    timeline: circuit === null ? [] : timelineOf(circuit),
  };
}

function circuitNotKnown(question: BondHearingQuestion): BondHearingAnswer {
  const at = question.custody.current!.lastStint;
  const place = question.stints![at].facility === null ? `stints[${at}].facility` : 'circuit';
  return without('unknown', question, ['The circuit of the place of custody is not known, and the circuits differ.'], [place]);
}

const decisionOf = (circuit: string): CircuitDecision | null => CIRCUIT_DECISIONS.find((decision) => decision.circuit === circuit) ?? null;

/** How the answer stood in a circuit, oldest first and without a hole: the government's positions, then the circuit's decision. */
export function timelineOf(circuit: string): BondHearingPeriod[] {
  const decision = decisionOf(circuit);
  const decidedOn = decision?.decidedOn ?? '9999-12-31';
  const positions = AGENCY_POSITIONS.filter(({ from }) => from! < decidedOn).map((entry) => periodFrom(entry, 'contested'));
  const decisions = decision === null ? [] : forcePeriods(decision.status).map(({ force, entry }) => periodFrom(entry, force === 'in-force' ? decision.outcome : 'contested'));
  const [first] = AGENCY_POSITIONS;
  const before: BondHearingPeriod = {
    from: null, to: null, result: 'not-asked', source: first.source, grade: first.grade,
    cause: 'the government is not known to have denied a bond hearing on this ground',
  };
  const periods = [before, ...positions, ...decisions];
  return periods.map((period, i) => ({ ...period, to: i + 1 < periods.length ? periods[i + 1].from : null }));
}

const periodFrom = ({ from, cause, source, grade }: StatusEntry, result: BondHearingResult): BondHearingPeriod => ({ from, to: null, result, cause, source, grade });

const periodOn = (timeline: readonly BondHearingPeriod[], day: Day): BondHearingPeriod =>
  timeline.findLast(({ from }) => from === null || parseDay(from) <= day)!;

function mandateOn({ mandateIssuedOn, mandateWithheldOn }: CircuitDecision, asOf: Day): BondHearingAnswer['mandate'] {
  if (mandateIssuedOn !== null) return parseDay(mandateIssuedOn) <= asOf ? 'issued' : 'not-issued';
  if (mandateWithheldOn !== null) return parseDay(mandateWithheldOn) <= asOf ? 'withheld' : 'not-issued';
  return 'not-seen';
}

function placeSentences(circuit: string, { stints, givenCircuit, custody }: BondHearingQuestion): string[] {
  const name = CIRCUIT_NAMES[circuit];
  if (givenCircuit !== null) return [`The circuit of the place of custody is given: the ${name} (circuit).`];
  const { lastStint } = custody.current!;
  const { facility, from } = stints![lastStint];
  return [`Held since ${formatDay(from!)}${facility === null ? '' : ` at ${facility}`} (stints[${lastStint}]), in the ${name}.`];
}

const RESULT_WORDS: Readonly<Record<BondHearingResult, string>> = {
  available: '8 U.S.C. § 1226(a) governs, so that a bond hearing may be asked for',
  'mandatory-detention': '8 U.S.C. § 1225(b)(2)(A) governs, so that detention is mandatory and no bond hearing is held',
  contested: 'whether § 1226(a) or § 1225(b)(2)(A) governs is disputed',
  unknown: 'not known',
  'not-asked': 'the question does not arise',
};

function periodSentences(circuit: string, made: CircuitDecision | null, now: BondHearingPeriod, asOf: Day): string[] {
  const name = CIRCUIT_NAMES[circuit];
  if (made === null) {
    const when = now.from === null ? `Before ${now.to}` : `Since ${now.from}`;
    return [
      `No decision of the ${name} on the question is known on ${formatDay(asOf)}.`,
      `${when} ${now.cause} (${now.source}): ${RESULT_WORDS[now.result]}.`,
    ];
  }
  return [
    `${made.case}, ${made.citation} (${name}, ${made.decidedOn}): ${RESULT_WORDS[made.outcome]}${made.note === null ? '' : `; ${made.note}`}.`,
    `Since ${now.from}: ${now.cause} (${now.source}).`,
    ...(made.petition !== null && asOf >= parseDay(MAP_READ_ON) ? [`A petition for certiorari, ${made.petition}, was pending on ${MAP_READ_ON}.`] : []),
    ...(now.result === 'contested' ? ['Until the mandate issues the decision is not final, and the position of the government stands beside it: disputed.'] : []),
  ];
}

/** Custody of the same stay in another circuit: a transfer changes the answer. */
function elsewhereSentences(circuit: string, { stints, custody, asOf }: BondHearingQuestion): string[] {
  const { from: stayFrom, lastStint } = custody.current!;
  const here = stints![lastStint];
  let before = -1;
  stints!.forEach(({ from, circuit: other }, i) => {
    if (i === lastStint || from === null || from < stayFrom || from > here.from! || other === null || other === circuit) return;
    if (before < 0 || from >= stints![before].from!) before = i;
  });
  const always = 'The answer is that of the place of custody: a transfer to another circuit may change it.';
  if (before < 0) return [always];
  const there = stints![before];
  const left = Math.min(...stints!.flatMap(({ from }, i) => (i !== before && from !== null && from >= there.from! && from <= here.from! ? [from] : []))) as Day;
  return [
    `Until ${formatDay(left)} the person was in the ${CIRCUIT_NAMES[there.circuit!]} (stints[${before}]); there the answer on ${formatDay(asOf)} would be: ` +
      `${RESULT_WORDS[periodOn(timelineOf(there.circuit!), asOf).result]}.`,
    always,
  ];
}

/** What the map cannot say. */
function limits(asOf: Day): string[] {
  return [
    ...(asOf >= parseDay(CERTIORARI.grantedOn) ? [`The Supreme Court granted certiorari on ${CERTIORARI.grantedOn} (${CERTIORARI.case}, ${CERTIORARI.docket}); its decision will bind every circuit.`] : []),
    ...(asOf > parseDay(MAP_READ_ON) ? [`The map ends on ${MAP_READ_ON} (${MAP_SOURCE}): a later decision is not in it.`] : []),
  ];
}
