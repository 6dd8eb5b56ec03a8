import type { PoolClient } from 'pg';
import type { Tx } from '../common/database.js';
import type { FindingResult } from '../law/answer.js';
import { type Day, formatDay } from '../law/calendar/day.js';
import type { Evaluation } from '../law/evaluation.js';
import { THE_CHOSEN } from './chosen-people.queries.js';
import { CopyText, type CopyValue, copyIn, copyLine, copyOut } from './copy-text.js';
import { type LedgerRow, type LedgerWrites, storedReadings, type Written } from './ledger.js';

/** The findings that stand about the chosen, by person. Only who holds the person reads them to write: none is written twice. */
export async function standingFindings(client: PoolClient): Promise<Map<string, LedgerRow[]>> {
  const standing = new Map<string, LedgerRow[]>();
  const select = `select detainee_id, id, authority, clause, event_key, result, policy, citation, grade,
      missing, readings, on_day - date '1970-01-01', as_of - date '1970-01-01', count_days, count_running, unverified
    from finding where superseded_at is null and detainee_id = ${THE_CHOSEN}`;
  await copyOut(client, select, (line) => {
    const detaineeId = line.text()!;
    const row: LedgerRow = {
      id: line.text()!, authority: line.text()!, clause: line.text()!, eventKey: line.text() ?? '',
      result: line.text()! as FindingResult, policy: line.text()!, citation: line.text()!, grade: line.text()!,
      missing: list(line.text()!), readings: list(line.text()!),
      on: line.int() as Day | null, asOf: line.int() as Day, countDays: line.int(), countRunning: line.flag()!, unverified: line.flag()!,
    };
    const rows = standing.get(detaineeId);
    if (rows) rows.push(row);
    else standing.set(detaineeId, [row]);
  });
  return standing;
}

const NOTHING: never[] = [];
const list = <T>(json: string): T[] => (json === '[]' ? NOTHING : (JSON.parse(json) as T[]));

/** What is to be written, with every sentence built: what can fail about one person has failed before the first write. */
export class LedgerBatch {
  private readonly openedRows = new CopyText();
  private readonly successors: Successor[] = [];
  private readonly closings: { id: string; reason: string }[] = [];

  constructor(private readonly nextId: () => string) {}

  get opened(): number {
    return this.openedRows.rows;
  }

  get succeeded(): number {
    return this.successors.length;
  }

  get closed(): number {
    return this.closings.length;
  }

  /** All that is written about one person, or nothing. */
  add(detaineeId: string, { asOf, lawVersion }: Pick<Evaluation, 'asOf' | 'lawVersion'>, writes: LedgerWrites): void {
    const values = (written: Written) => valuesOf(this.nextId(), detaineeId, formatDay(asOf), lawVersion, written);
    const opened = writes.opened.map((one) => copyLine([...values(one), one.reason]));
    const successors = writes.succeeded.map((one) => (
      { previous: one.previous.id, reason: one.reason, keeps_review: one.keepsReview, finding: asObject(values(one)) }));
    for (const line of opened) this.openedRows.add(line);
    this.successors.push(...successors);
    this.closings.push(...writes.closed.map(({ previous, reason }) => ({ id: previous.id, reason })));
  }

  async write(tx: Tx): Promise<void> {
    if (this.opened > 0) await copyIn(tx.client, 'finding', OPENED_COLUMNS, this.openedRows);
    if (this.succeeded > 0) await tx.query(SUCCEED, [JSON.stringify(this.successors)]);
    if (this.closed > 0) await tx.query(CLOSE, [JSON.stringify(this.closings)]);
  }
}

const COLUMNS = ['id', 'detainee_id', 'authority', 'clause', 'event_key', 'result', 'on_day', 'policy', 'citation', 'grade', 'unverified', 'weight',
  'count_days', 'count_running', 'because', 'missing', 'readings', 'as_of', 'law_version'] as const;
/** A successor has its reason in the row that it takes the place of. */
const OPENED_COLUMNS = [...COLUMNS, 'opened_reason'] as const;
const JSON_COLUMNS: ReadonlySet<string> = new Set(['because', 'missing', 'readings']);
const REVIEW_COLUMNS = ['acknowledged_by', 'acknowledged_at', 'snoozed_by', 'snoozed_until', 'snooze_reason'] as const;

interface Successor {
  previous: string;
  reason: string;
  keeps_review: boolean;
  finding: Record<string, unknown>;
}

function valuesOf(id: string, detaineeId: string, asOf: string, lawVersion: string, { finding, eventKey }: Written): CopyValue[] {
  return [
    id, detaineeId, finding.authority, finding.clause, eventKey, finding.result,
    finding.on === null ? null : formatDay(finding.on), finding.policy, finding.citation, finding.grade, finding.unverified, finding.weight,
    finding.count?.days ?? null, finding.count?.running ?? false, JSON.stringify(finding.because()),
    jsonList(finding.missing), jsonList(storedReadings(finding.readings)), asOf, lawVersion,
  ];
}

const jsonList = (items: readonly unknown[]): string => (items.length === 0 ? '[]' : JSON.stringify(items));

const asObject = (values: readonly CopyValue[]): Record<string, unknown> => Object.fromEntries(COLUMNS.map((column, i) =>
  [column, JSON_COLUMNS.has(column) ? JSON.parse(values[i] as string) as unknown : values[i]]));

/**
 * The successor takes the acknowledgement from the row as it is when it is succeeded, not as the sweep read it: a
 * person may have acknowledged it a moment ago.
 */
const SUCCEED = `
  with input as (
    select n.*, i.previous, i.reason, i.keeps_review
    from json_to_recordset($1::json) as i (previous uuid, reason text, keeps_review boolean, finding json),
      json_populate_record(null::finding, i.finding) as n
  ), succeeded as (
    update finding f set superseded_at = now(), superseded_reason = i.reason, version = f.version + 1
    from input i where f.id = i.previous and f.superseded_at is null
    returning f.id, ${REVIEW_COLUMNS.map((column) => `f.${column}`).join(', ')}
  )
  insert into finding (${COLUMNS.join(', ')}, supersedes_id, ${REVIEW_COLUMNS.join(', ')})
  select ${COLUMNS.map((column) => `i.${column}`).join(', ')}, s.id,
    ${REVIEW_COLUMNS.map((column) => `case when i.keeps_review then s.${column} end`).join(', ')}
  from input i join succeeded s on s.id = i.previous`;

const CLOSE = `
  update finding f set superseded_at = now(), superseded_reason = c.reason, version = f.version + 1
  from json_to_recordset($1::json) as c (id uuid, reason text) where f.id = c.id and f.superseded_at is null`;
