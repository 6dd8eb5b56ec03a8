import { Injectable } from '@nestjs/common';
import { asKnown } from '../common/as-known.js';
import { SealedRows } from '../common/crypto/sealed-rows.js';
import { Database, type Tx } from '../common/database.js';
import { listedName } from '../detainees/listed-name.js';
import type { Evidence } from './evidence.js';

export const DECISIONS = ['confirmed', 'declined', 'left'] as const;

export interface MembershipDecision {
  id: string;
  detaineeId: string;
  class: string;
  decision: (typeof DECISIONS)[number];
  /** the proposal that was decided about; null: an event decided */
  proposal: string | null;
  from: string | null;
  to: string | null;
  because: readonly string[];
  evidence: readonly Evidence[];
  /** the membership that was recorded or ended */
  membershipId: string | null;
  reason: string | null;
  /** the office's day on which it was decided */
  asOf: string;
  lawVersion: string;
  decidedBy: string;
  decidedAt: Date;
}

const TABLE = 'membership_decision';
const COLUMNS = `d.id, d.detainee_id, d.class, d.decision, d.proposal, d.from_on, d.to_on, d.because, d.evidence, d.membership_id, d.reason,
  d.as_of, d.law_version, d.decided_by, d.decided_at`;

interface Row extends Readonly<Record<string, unknown>> {
  id: string; detainee_id: string; class: string; decision: MembershipDecision['decision']; proposal: string | null;
  from_on: string | null; to_on: string | null; because: string[]; evidence: Evidence[]; membership_id: string | null; reason: string | null;
  as_of: string; law_version: string; decided_by: string; decided_at: Date;
}

const decisionOf = (row: Row): MembershipDecision => ({
  id: row.id, detaineeId: row.detainee_id, class: row.class, decision: row.decision, proposal: row.proposal, from: row.from_on, to: row.to_on,
  because: row.because, evidence: row.evidence, membershipId: row.membership_id, reason: row.reason, asOf: row.as_of, lawVersion: row.law_version,
  decidedBy: row.decided_by, decidedAt: row.decided_at,
});

/** People who are looked for at once: so many files at most are read for one page. */
const MOST_FILES = 500;
/** So many people at most are asked whether they may belong, for one page. */
const MOST_PEOPLE = 20_000;

export interface Candidates {
  ids: string[];
  /** where the next page begins; null: nobody is left */
  next: string | null;
}

@Injectable()
export class ClassMembershipsQueries {
  constructor(private readonly database: Database, private readonly sealed: SealedRows) {}

  /** What was decided about one person, the latest first. */
  async decisions(detaineeId: string): Promise<MembershipDecision[]> {
    return this.opened(await this.database.query<Row>(
      `select ${COLUMNS} from ${TABLE} d where d.detainee_id = $1 order by d.decided_at desc, d.id`, [detaineeId]));
  }

  /** The proposals of these people that were declined, as known on an instant or now. */
  async declined(ids: readonly string[], knownOn: Date | null): Promise<MembershipDecision[]> {
    return this.opened(await this.database.query<Row>(
      `select ${COLUMNS} from ${TABLE} d
       where d.detainee_id = any($1::uuid[]) and d.decision = 'declined' and ($2::timestamptz is null or d.decided_at <= $2)`, [ids, knownOn]));
  }

  async insert(tx: Tx, decision: MembershipDecision): Promise<void> {
    const { reason } = await this.sealed.seal(tx, TABLE, { id: decision.id, detainee_id: decision.detaineeId, reason: decision.reason });
    await tx.query(
      `insert into ${TABLE} (id, detainee_id, class, decision, proposal, from_on, to_on, because, evidence, membership_id, reason, as_of, law_version, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [decision.id, decision.detaineeId, decision.class, decision.decision, decision.proposal, decision.from, decision.to,
        JSON.stringify(decision.because), JSON.stringify(decision.evidence), decision.membershipId, reason ?? null, decision.asOf,
        decision.lawVersion, decision.decidedBy, decision.decidedAt]);
  }

  /**
   * Those after the id `after` who may belong to one of `classes`, in the order of their ids: whoever has a membership of one
   * of them on file, and whoever may be a citizen of `countries`; null: everybody. What one page costs does not grow with the caseload.
   */
  async candidates(classes: readonly string[], countries: readonly string[] | null, after: string): Promise<Candidates> {
    const [{ ids, looked, last }] = await this.database.query<{ ids: string[]; looked: number; last: string | null }>(
      `with looked as materialized (select d.id, d.erased_at from detainee d where d.id > $1 order by d.id limit $4),
        found as (
          select l.id from looked l
          where l.erased_at is null and ($3::text[] is null
            or exists (select from detainee_identity i where i.detainee_id = l.id and i.superseded_at is null and i.citizenship::text = any($3))
            or exists (select from class_membership m where m.detainee_id = l.id and m.superseded_at is null and m.class = any($2)))
          order by l.id limit $5)
       select coalesce((select json_agg(id) from found), '[]') as ids, (select count(*) from looked)::int as looked,
         (select id from looked order by id desc limit 1) as last`,
      [after, classes, countries, MOST_PEOPLE, MOST_FILES]);
    if (ids.length === MOST_FILES) return { ids, next: ids[MOST_FILES - 1] };
    return { ids, next: looked === MOST_PEOPLE ? last : null };
  }

  /** Which fact says who each of them is, as known on an instant or now; the reader of a file, whom a review asks too, does not say. */
  async identities(ids: readonly string[], knownOn: Date | null): Promise<Map<string, string>> {
    const rows = await this.database.query<{ detaineeId: string; id: string }>(
      `select detainee_id as "detaineeId", id from detainee_identity where detainee_id = any($1::uuid[]) and ${asKnown('$2')}`, [ids, knownOn]);
    return new Map(rows.map(({ detaineeId, id }) => [detaineeId, id]));
  }

  /** What a list calls these people; null: they have no name on file. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string | null>> {
    const names = await this.database.query<{ id: string; name: string | null }>(
      `select d.id, ${listedName('d.id')} as name from detainee d where d.id = any($1::uuid[])`, [ids]);
    return new Map(names.map(({ id, name }) => [id, name]));
  }

  /** An event of that kind on that day that is on file already. */
  async eventOnFile(tx: Tx, detaineeId: string, kind: string, on: string): Promise<string | null> {
    const [event] = await tx.query<{ id: string }>(
      'select id from case_event where detainee_id = $1 and kind = $2 and on_day = $3 and superseded_at is null limit 1', [detaineeId, kind, on]);
    return event?.id ?? null;
  }

  private async opened(rows: readonly Row[]): Promise<MembershipDecision[]> {
    return (await this.sealed.open(TABLE, rows)).map(decisionOf);
  }
}
