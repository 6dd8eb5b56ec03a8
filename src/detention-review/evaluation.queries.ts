import type { PoolClient } from 'pg';
import type { Tx } from '../common/database.js';
import { type Day, formatDay } from '../law/calendar/day.js';
import type { Evaluation } from '../law/evaluation.js';
import type { Facts, Stint } from '../law/facts.js';
import { copyIn, copyLine, copyOut } from './copy-text.js';
import { idSet } from './facts.queries.js';

/** The last evaluation of each person: derived from the facts, and what the next sweep is asked from. */
const COLUMNS = ['detainee_id', 'as_of', 'law_version', 'next_change_on', 'in_custody', 'facility', 'circuit', 'finality',
  'final_on', 'count_days', 'count_running'] as const;

export interface Evaluated {
  detaineeId: string;
  facts: Facts;
  evaluation: Evaluation;
}

/** Who of `ids` has been evaluated before. */
export async function evaluatedBefore(client: PoolClient, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  await copyOut(client, `select detainee_id from evaluation where detainee_id = ${idSet(ids)}`, (line) => known.add(line.text()!));
  return known;
}

/** First evaluations go in by COPY, later ones replace what is there. */
export async function writeEvaluations(tx: Tx, evaluated: readonly Evaluated[], before: ReadonlySet<string>): Promise<void> {
  const first = evaluated.filter(({ detaineeId }) => !before.has(detaineeId));
  const again = evaluated.filter(({ detaineeId }) => before.has(detaineeId));
  if (first.length > 0) await copyIn(tx.client, `evaluation (${COLUMNS.join(', ')})`, lines(first));
  if (again.length > 0) {
    await tx.query(
      `update evaluation e set (${COLUMNS.slice(1).join(', ')}, evaluated_at) = (${COLUMNS.slice(1).map((c) => `n.${c}`).join(', ')}, now())
       from json_populate_recordset(null::evaluation, $1::json) as n
       where e.detainee_id = n.detainee_id`,
      [JSON.stringify(again.map((one) => Object.fromEntries(valuesOf(one).map((value, i) => [COLUMNS[i], value]))))],
    );
  }
}

function* lines(evaluated: readonly Evaluated[]): Generator<string> {
  for (const one of evaluated) yield copyLine(valuesOf(one));
}

function valuesOf({ detaineeId, facts, evaluation }: Evaluated) {
  const { asOf, inCustody, finality, counts } = evaluation;
  const held = inCustody === false ? null : heldAt(facts.stints, asOf);
  return [
    detaineeId, formatDay(asOf), evaluation.lawVersion, dayOrNull(evaluation.nextChangeOn), inCustody, held?.facility ?? null,
    evaluation.circuit, finality.result, dayOrNull(finality.on),
    `{${counts.map(({ days }) => days ?? 'null').join(',')}}`, `{${counts.map(({ running }) => running).join(',')}}`,
  ];
}

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day));

/** The stint that runs on `asOf`; of several, the one that began last. */
function heldAt(stints: readonly Stint[] | null, asOf: Day): Stint | null {
  let held: Stint | null = null;
  for (const stint of stints ?? []) {
    const begun = stint.from === null || stint.from <= asOf;
    const running = stint.to === null || stint.to > asOf;
    if (begun && running && (held === null || (stint.from ?? -Infinity) >= (held.from ?? -Infinity))) held = stint;
  }
  return held;
}
