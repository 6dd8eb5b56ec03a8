import type { PoolClient } from 'pg';
import type { Tx } from '../common/database.js';
import { type Day, formatDay } from '../law/calendar/day.js';
import type { Evaluation } from '../law/evaluation.js';
import type { Facts, Stint } from '../law/facts.js';
import { THE_CHOSEN } from './chosen-people.queries.js';
import { copyIn, copyLine, copyOut, CopyText, type CopyValue } from './copy-text.js';
import type { LastEvaluation } from './ledger.js';

/** The last evaluation of each person: derived from the facts, and what the next sweep is asked from. */
const COLUMNS = ['detainee_id', 'as_of', 'law_version', 'next_change_on', 'in_custody', 'facility', 'circuit', 'finality',
  'final_on', 'count_days', 'count_running'] as const;

/** The last evaluation of each of the chosen who has been evaluated before. */
export async function lastEvaluations(client: PoolClient): Promise<Map<string, LastEvaluation>> {
  const last = new Map<string, LastEvaluation>();
  const select = `select detainee_id, law_version, next_change_on - date '1970-01-01', as_of - date '1970-01-01',
      floor(extract(epoch from evaluated_at) * 1000)::bigint from evaluation where detainee_id = ${THE_CHOSEN}`;
  await copyOut(client, select, (line) => last.set(line.text()!, {
    lawVersion: line.text()!, nextChangeOn: line.int() as Day | null, asOf: line.int() as Day, evaluatedAt: new Date(line.int()!),
  }));
  return last;
}

/**
 * What is to be written, as text from the start: an evaluation holds all that its sentences could be made of, and a
 * batch of them would fill the memory.
 */
export class EvaluationBatch {
  private readonly first = new CopyText();
  private readonly again: Record<string, CopyValue>[] = [];
  readonly detaineeIds: string[] = [];

  /** `last`: the last evaluation of who has been evaluated before. */
  constructor(private readonly last: ReadonlyMap<string, LastEvaluation>) {}

  add(detaineeId: string, facts: Facts, evaluation: Evaluation): void {
    const values = valuesOf(detaineeId, facts, evaluation);
    this.detaineeIds.push(detaineeId);
    if (this.last.has(detaineeId)) this.again.push(Object.fromEntries(values.map((value, i) => [COLUMNS[i], value])));
    else this.first.add(copyLine(values));
  }

  /** First evaluations go in by COPY, later ones replace what is there. */
  async write(tx: Tx): Promise<void> {
    if (this.first.rows > 0) await copyIn(tx.client, 'evaluation', COLUMNS, this.first);
    if (this.again.length > 0) await tx.query(REPLACE, [JSON.stringify(this.again)]);
  }
}

const REPLACE = `
  update evaluation e set (${COLUMNS.slice(1).join(', ')}, evaluated_at) = (${COLUMNS.slice(1).map((column) => `n.${column}`).join(', ')}, now())
  from json_populate_recordset(null::evaluation, $1::json) as n
  where e.detainee_id = n.detainee_id`;

function valuesOf(detaineeId: string, facts: Facts, evaluation: Evaluation): CopyValue[] {
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
