import { Injectable } from '@nestjs/common';
import { SealedRows } from '../common/crypto/sealed-rows.js';
import { Database, type Tx } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { nameQueryKeys } from '../detainees/name-search-key.js';
import type { Relation } from './adverse-party.facts.js';
import { type Likeness, scored, type Scored } from './conflict-score.js';

/** Who was asked about, as it was asked. */
export interface Asked {
  names: string[];
  /** nine digits */
  aNumbers: string[];
  birthDate: string | null;
  birthYear: number | null;
}

export const DECISIONS = ['clear', 'conflict', 'waived'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface ConflictCheck {
  id: string;
  version: number;
  /** for whose file it was asked */
  detaineeId: string;
  relation: Relation;
  asked: Asked;
  askedBy: string;
  askedAt: Date;
  decision: Decision | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export interface ConflictMatch extends Scored {
  /** in whose file it was found */
  detaineeId: string;
  relation: Relation;
  /** of whom is no client: the entry among the adverse parties */
  partyId: string | null;
  name: string | null;
}

export interface CheckedConflict extends ConflictCheck {
  /** the likeliest first */
  matches: ConflictMatch[];
  /** whether there were more than are kept, which are the likeliest */
  more: boolean;
  /** whether there is one whom the caller is not to see: somebody who sees them decides */
  undisclosed: boolean;
}

/** With what was found beyond what is kept. */
type Head = ConflictCheck & { more: boolean | null };
type CheckRow = Omit<ConflictCheck, 'asked'> & { asked: string };
type MatchRow = Pick<Likeness, 'relation' | 'exact' | 'birth' | 'sameNumber'> & Pick<ConflictMatch, 'detaineeId' | 'partyId' | 'name'> & {
  askedName: number | null; partsAsked: number | null; partsOnFile: number | null; partsAlike: number | null;
};

const ROW = `c.id, c.version, c.detainee_id as "detaineeId", c.relation, c.asked, c.asked_by as "askedBy", c.asked_at as "askedAt", c.decision,
  c.decision_reason as reason, c.decided_by as "decidedBy", c.decided_at as "decidedAt"`;
/** More than anybody reads. */
export const MOST_MATCHES = 200;
/** Of one person; those of the file come with the primary one first. */
export const MOST_NAMES = 50;
const MOST_PARTS = 10;

@Injectable()
export class ConflictChecksQueries {
  constructor(private readonly database: Database, private readonly sealed: SealedRows) {}

  /** Of everybody whom the caller sees, the newest first. */
  async page({ detainee, undecided, limit, cursor }: { detainee?: string; undecided?: boolean; limit: number; cursor?: string }): Promise<Page<ConflictCheck>> {
    const [askedAt, id] = decodeCursor(cursor, ['string', 'id']) ?? [null, null];
    const rows = await this.database.query<CheckRow>(
      `select ${ROW} from conflict_check c
       where ($1::uuid is null or c.detainee_id = $1) and ($2::boolean is null or (c.decision is null) = $2)
         and ($3::timestamptz is null or (c.asked_at, c.id) < ($3::timestamptz, $4::uuid))
       order by c.asked_at desc, c.id desc limit $5`, [detainee ?? null, undecided ?? null, askedAt, id, limit + 1]);
    return pageOf(await this.open(rows), limit, (check) => [check.askedAt.toISOString(), check.id]);
  }

  async one(id: string): Promise<CheckedConflict> {
    return this.withMatches(await this.head(id, ''));
  }

  /** Which nobody else can change until this transaction ends. */
  async held(id: string): Promise<CheckedConflict> {
    return this.withMatches(await this.head(id, 'for update'));
  }

  /** Looks through everybody, in the transaction that recorded the check; what it finds is read back by `one`. */
  async find(tx: Tx, id: string, { names, birthDate, birthYear }: Asked, lookups: readonly string[]): Promise<void> {
    await tx.query('select find_conflicts($1, $2::jsonb, $3::text[], $4::date, $5::integer, $6::integer)',
      [id, JSON.stringify(soundingApart(names)), lookups, birthDate, birthYear, MOST_MATCHES]);
  }

  private async head(id: string, lock: '' | 'for update'): Promise<Head> {
    const rows = await this.database.query<CheckRow & { more: boolean | null }>(`select ${ROW}, c.more from conflict_check c where c.id = $1 ${lock}`, [id]);
    if (rows.length === 0) throw notFound('conflict-check');
    const [check] = await this.open(rows);
    return check;
  }

  private async withMatches({ more, ...check }: Head): Promise<CheckedConflict> {
    const rows = await this.database.query<MatchRow>(
      `select m.detainee_id as "detaineeId", m.relation, m.party_id as "partyId", coalesce(n.full_name, p.full_name) as name, m.asked_name as "askedName",
              m.parts_asked as "partsAsked", m.parts_on_file as "partsOnFile", m.parts_alike as "partsAlike", m.exact, m.birth, m.same_number as "sameNumber"
       from conflict_match m
       left join detainee_name n on m.relation = 'client' and n.detainee_id = m.detainee_id and n.id = m.name_id and n.version = m.name_version
       left join adverse_party p on m.relation <> 'client' and p.detainee_id = m.detainee_id and p.id = m.name_id and p.version = m.name_version
       where m.check_id = $1 order by m.id`, [check.id]);
    const [{ all }] = await this.database.query<{ all: number }>('select conflict_matches($1) as all', [check.id]);
    const matches = rows.map((row) => matchOf(check, row)).sort((a, b) => b.score - a.score);
    return { ...check, matches, more: more === true, undisclosed: all > rows.length };
  }

  private async open<Row extends CheckRow>(rows: readonly Row[]): Promise<(Omit<Row, 'asked'> & { asked: Asked })[]> {
    const opened = await this.sealed.open('conflict_check', rows.map(({ id, detaineeId, asked, reason }) => ({ id, detainee_id: detaineeId, asked, decision_reason: reason })));
    return rows.map((row, at) => ({ ...row, asked: JSON.parse(opened[at].asked) as Asked, reason: opened[at].decision_reason }));
  }
}

/** Six spellings that sound alike find the same people: one of them is looked for. */
function soundingApart(names: readonly string[]): { at: number; text: string; parts: string[][] }[] {
  const named = names.map((text, at) => ({ at, text, parts: ofOneLength(nameQueryKeys(text).slice(0, MOST_PARTS)) }));
  return [...new Map([...named].reverse().map((name) => [JSON.stringify([...name.parts].sort()), name])).values()];
}

/** A key twice says nothing more, and PostgreSQL has no rows of different lengths. */
function ofOneLength(parts: readonly string[][]): string[][] {
  const most = Math.max(...parts.map(({ length }) => length));
  return parts.map((keys) => Array.from({ length: most }, (_, at) => keys[at] ?? keys[0]));
}

function matchOf({ asked }: ConflictCheck, row: MatchRow): ConflictMatch {
  const { detaineeId, relation, partyId, name, birth, sameNumber } = row;
  const askedName = row.askedName === null ? null : asked.names[row.askedName] ?? null;
  const exact = row.exact || (name !== null && asked.names.some((each) => each.toLowerCase() === name.toLowerCase()));
  return {
    detaineeId, relation, partyId, name,
    ...scored({
      relation, askedName, nameOnFile: name, exact, birth, sameNumber,
      partsAsked: row.partsAsked ?? 0, partsOnFile: row.partsOnFile ?? 0, partsAlike: row.partsAlike ?? 0,
    }),
  };
}
