import type { Tx } from '../common/database.js';
import type { Permission } from '../common/permissions.js';
import type { Fault } from '../common/problem.js';

export const SOURCE_KINDS = ['document', 'row', 'person'] as const;

/** Where a fact comes from: a document, a row of a government spreadsheet, or somebody who said so. */
export interface Source {
  kind: (typeof SOURCE_KINDS)[number];
  text: string | null;
  fileId: string | null;
  sheet: string | null;
  row: number | null;
}

export type NewSource = Pick<Source, 'kind'> & Partial<Source>;

interface Recorded {
  id: string;
  detaineeId: string;
  version: number;
  source: Source;
  recordedBy: string;
  recordedAt: Date;
}

export type Fact<Values extends object> = Recorded & Values;

export interface FactVersion extends Recorded {
  kind: string;
  state: 'current' | 'corrected' | 'withdrawn';
  values: object;
  supersededAt: Date | null;
  supersededBy: string | null;
  supersededReason: string | null;
}

export type Columns = Readonly<Record<string, unknown>>;

/**
 * One kind of fact: the table it stands in, how its values are kept there, and what must hold for them. The mechanism
 * of versions, sources, audit and review marks is the same for all of them (facts.service.ts).
 */
export interface FactKind<Values extends object> {
  /** in a sentence, in the history and in the audit: `stint` */
  readonly name: string;
  readonly table: string;
  /** the list of the law's facts that it belongs to, of which an office can say that it is complete */
  readonly list?: KnownList;
  readonly orderBy: string;
  toColumns(values: Values): Columns;
  toValues(columns: Columns): Values;
  /** what changing one value does to another that the change does not name */
  implied?(changes: Partial<Values>): Partial<Values>;
  /** brings values into the one form in which they are kept */
  normalise?(values: Values): Values;
  /** a sealed value that is looked for by equality: its blind index stands in the column `lookup` */
  lookup?(values: Values): Lookup | null;
  /** who may read it, where that is not everybody who may read the person */
  readonly read?: Permission;
  /** what is impossible in itself, on the day on which it is recorded */
  faults?(values: Values, today: string): Fault[];
  /** what cannot stand beside the other facts of the same person, read in the transaction that writes it */
  conflicts?(tx: Tx, fact: Proposed<Values>): Promise<Fault[]>;
}

export interface Lookup {
  kind: string;
  value: string;
}

/** A fact about to be written: a new one, or a correction of what stood `before`. */
export interface Proposed<Values extends object> {
  id: string | null;
  detaineeId: string;
  values: Values;
  before: Values | null;
  /** under which its value may be on file already */
  lookups: readonly string[];
}

export const KNOWN_LISTS = ['stints', 'otherCustody', 'removalOrders', 'cooperation', 'memberships', 'events', 'contacts'] as const;
export type KnownList = (typeof KNOWN_LISTS)[number];

/** A kind whose values are its columns under other names. What was not said is null: not known. */
export function inColumns<Values extends object>(
  names: { readonly [Name in keyof Values]-?: string },
): Pick<FactKind<Values>, 'toColumns' | 'toValues'> {
  const pairs = Object.entries<string>(names);
  return {
    toColumns: (values) => Object.fromEntries(pairs.map(([name, column]) => [column, (values as Columns)[name] ?? null])),
    toValues: (columns) => Object.fromEntries(pairs.map(([name, column]) => [name, columns[column]])) as Values,
  };
}

/** `null` in a change means that it is now not known; what a change does not name stays. */
export function merged<Values extends object>(values: Values, changes: Partial<Values>): Values {
  const result: Record<string, unknown> = { ...(values as Columns) };
  for (const [name, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    const before = result[name];
    result[name] = isRecord(change) && isRecord(before) ? merged(before, change) : change;
  }
  return result as Values;
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** A row is found again by its file and number; anything else by the words that describe it. */
export function sourceFaults({ kind, text, fileId, row }: NewSource): Fault[] {
  if (kind === 'row') {
    return fileId && row ? [] : [{ path: 'source', problem: 'of kind row must name its file (fileId) and its row' }];
  }
  const faults: Fault[] = [];
  if (!text) faults.push({ path: 'source.text', problem: 'must say which document it is, or who said so' });
  if (fileId || row) faults.push({ path: 'source', problem: 'may name a file and a row only if its kind is row' });
  return faults;
}
