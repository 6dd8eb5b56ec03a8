import { DUE, NOT_KEPT, type Outcome, OUTCOMES } from './outcome.js';

/** What is counted: one occasion, where and in which month it fell, and whom it is about. */
export interface Counted {
  authority: string;
  clause: string;
  outcome: Outcome;
  /** ICE's code; null: the person was not held on that day, or it is not known where */
  facility: string | null;
  fieldOffice: string | null;
  /** `YYYY-MM`; null: its day is not known */
  month: string | null;
  /** how far the office has come with it; null: nobody has looked at it */
  review: string | null;
  person: string;
}

/** One number, with those whom it is about: a cell is small by people and not by what befell them. */
export interface Cell {
  count: number;
  people: ReadonlySet<string>;
}

export type Dimension = 'facility' | 'fieldOffice' | 'month';
export const NUMBERS = ['due', ...OUTCOMES] as const;
export type NumberName = (typeof NUMBERS)[number];
export type Cells = Readonly<Record<NumberName, Cell>>;

/** Which outcomes a number counts. */
export const outcomesOf = (name: NumberName): readonly Outcome[] => (name === 'due' ? DUE : [name]);

export interface ClauseTally {
  authority: string;
  clause: string;
  all: Cells;
  /** by their values, in order; what has none comes last */
  facility: ReadonlyMap<string | null, Cells>;
  fieldOffice: ReadonlyMap<string | null, Cells>;
  month: ReadonlyMap<string | null, Cells>;
  /** by how far the office has come with them, all outcomes together */
  review: ReadonlyMap<string | null, Cell>;
}

/** The numbers of each clause, in the order in which `counted` names the clauses first. */
export function tally(counted: readonly Counted[]): ClauseTally[] {
  return [...groupedBy(counted, ({ authority, clause }) => `${authority}\t${clause}`).values()].map((all) => ({
    authority: all[0].authority,
    clause: all[0].clause,
    all: cellsOf(all),
    facility: cellsBy(all, 'facility'),
    fieldOffice: cellsBy(all, 'fieldOffice'),
    month: cellsBy(all, 'month'),
    review: new Map(inOrder(groupedBy(all, ({ review }) => review)).map(([state, those]) => [state, cellOf(those)])),
  }));
}

const cellsBy = (counted: readonly Counted[], dimension: Dimension): Map<string | null, Cells> =>
  new Map(inOrder(groupedBy(counted, (one) => one[dimension])).map(([value, those]) => [value, cellsOf(those)]));

const cellsOf = (counted: readonly Counted[]): Cells =>
  Object.fromEntries(NUMBERS.map((name) => [name, cellOf(counted.filter(({ outcome }) => outcomesOf(name).includes(outcome)))])) as unknown as Cells;

const cellOf = (counted: readonly Counted[]): Cell => ({ count: counted.length, people: new Set(counted.map(({ person }) => person)) });

export const isNotKept = (outcome: Outcome): boolean => NOT_KEPT.includes(outcome);

export function groupedBy<Key, One>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

const inOrder = <One>(groups: Map<string | null, One>): [string | null, One][] =>
  [...groups].sort(([a], [b]) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
