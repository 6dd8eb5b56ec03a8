import type { Cell, Cells, ClauseTally, NumberName } from './tally.js';
import { NUMBERS } from './tally.js';

/**
 * Which numbers stay unsaid outside of the office. A cell about fewer people than the office's smallest is suppressed; nothing
 * happening to nobody is not. And so is as much more as keeps a suppressed one from being found by taking away, from a total
 * that is told, what is told of its parts: in no such sum exactly one part is missing, and those that are missing together are about
 * no fewer people than the smallest cell. After the rule of the Centers for Medicare & Medicaid Services, which lets no number
 * of 1 to 10 be shown or derived (CMS Cell Size Suppression Policy, 2024-01-26).
 */
export interface Suppressed {
  all: ReadonlySet<NumberName>;
  fieldOffice: Hidden;
  facility: Hidden;
  month: Hidden;
}

/** Of each number the values (a facility, a month) at which it is suppressed. */
export type Hidden = Readonly<Record<NumberName, ReadonlySet<string | null>>>;

/**
 * Sums that are told: what was due, of three outcomes; and each number, of its months, of its field offices, and of the facilities
 * of each of those. What was due at one place or in one month is not told: it would be a sum across the others.
 */
export function suppressed(tallied: ClauseTally, officeOf: (facility: string | null) => string | null, smallest: number): Suppressed {
  const all = ofDue(tallied.all, smallest);
  const month = hidden(tallied.month, (name, cells) => parts(cells, all.has(name), smallest));
  const fieldOffice = hidden(tallied.fieldOffice, (name, cells) => parts(cells, all.has(name), smallest));
  const facility = hidden(tallied.facility, (name, cells) => {
    const offices = new Set([...cells.keys()].map(officeOf));
    return new Set([...offices].flatMap((office) =>
      [...parts(new Map([...cells].filter(([code]) => officeOf(code) === office)), fieldOffice[name].has(office), smallest)]));
  });
  return { all, month, fieldOffice, facility };
}

/** What was due is the sum of three outcomes; the other numbers of a clause are parts of no sum that is told. */
function ofDue(cells: Cells, smallest: number): ReadonlySet<NumberName> {
  const outcomes = ['done', 'late', 'missed'] as const;
  const dueIsSmall = isSmall(cells.due, smallest);
  const hidden = new Set<NumberName>(parts(new Map(outcomes.map((name) => [name, cells[name]])), dueIsSmall, smallest));
  if (dueIsSmall) hidden.add('due');
  for (const name of NUMBERS) if (name !== 'due' && !(outcomes as readonly string[]).includes(name) && isSmall(cells[name], smallest)) hidden.add(name);
  return hidden;
}

const isSmall = ({ people }: Cell, smallest: number): boolean => people.size > 0 && people.size < smallest;

type OfOne = ReadonlyMap<string | null, Cell>;

function hidden(by: ReadonlyMap<string | null, Cells>, hide: (name: NumberName, cells: OfOne) => ReadonlySet<string | null>): Hidden {
  return Object.fromEntries(NUMBERS.map((name) =>
    [name, name === 'due' ? new Set(by.keys()) : hide(name, new Map([...by].map(([value, cells]) => [value, cells[name]])))])) as unknown as Hidden;
}

/** The parts of one sum that are suppressed. Of a sum that is not told itself nothing is: two parts would give it. */
function parts<Key>(cells: ReadonlyMap<Key, Cell>, sumIsHidden: boolean, smallest: number): Set<Key> {
  const something = [...cells].filter(([, { count }]) => count > 0);
  if (sumIsHidden) return new Set(something.map(([key]) => key));
  const hidden = something.filter(([, cell]) => isSmall(cell, smallest));
  if (hidden.length === 0) return new Set();
  // The smallest of the others first, so that as little as possible is lost.
  const others = something.filter((part) => !hidden.includes(part)).sort(([, a], [, b]) => a.people.size - b.people.size || a.count - b.count);
  while (others.length > 0 && (hidden.length < 2 || peopleOf(hidden.map(([, cell]) => cell)) < smallest)) hidden.push(others.shift()!);
  return new Set(hidden.map(([key]) => key));
}

const peopleOf = (cells: readonly Cell[]): number => new Set(cells.flatMap(({ people }) => [...people])).size;
