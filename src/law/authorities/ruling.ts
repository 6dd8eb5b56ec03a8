import type { Authority, Clause, StatusEntry } from './authority.js';

interface Ruling {
  id: string;
  caption: string;
  citation: string;
  court: string;
  docket?: string;
  /** the circuits whose courts it binds; null: all */
  circuits: readonly string[] | null;
  /** where it applies, if that is not said by its circuits */
  where?: string;
  status: readonly StatusEntry[];
  clauses: readonly Pick<Clause, 'id' | 'text' | 'citation' | 'grade'>[];
}

/**
 * A ruling that gives a test and no day. Nothing is counted: the lengths in its text are those of the people before the
 * court, and a count against them would make a bright line of what has none.
 */
export const rulingWithoutLine = ({ id, caption, citation, court, docket, circuits, where, status, clauses }: Ruling): Authority => ({
  id, kind: 'precedent', caption, citation, court, docket: docket ?? null, judge: null, binds: ['dhs', 'ice'],
  where: where ?? (circuits === null ? 'nationwide' : `the courts of ${court}`), places: circuits === null ? null : { circuits }, protects: { kind: 'everyone' },
  clauses: clauses.map((clause) => ({ ...clause, unverified: clause.grade === 'M', status, weight: 3, warningDays: 0, check: null, checkedOn: '2026-11-24' })),
});

export const decidedOn = (from: string, source: string, grade: string): readonly StatusEntry[] => [{ from, state: 'in_force', cause: 'decided', source, grade }];
