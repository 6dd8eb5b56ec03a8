import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The place on the list as it was: unverified within each result. */
const FORMER_ORDER = `(case result when 'met' then 10 when 'contested' then 20 when 'approaching' then 30 when 'unknown' then 40 when 'not-met' then 50 else 60 end)
  + weight + (case when unverified then 5 else 0 end)`;

/** Of what is listed, all that nobody has verified comes after all that somebody has, in the same order. */
const ORDER = `(case result when 'met' then 10 when 'contested' then 20 when 'approaching' then 30 when 'unknown' then 40 when 'not-met' then 100 else 110 end)
  + weight + (case when unverified and result not in ('not-met', 'not-in-force') then 40 when unverified then 5 else 0 end)`;

/** It follows from the row: the column and the index of the list, which holds what stands below `listed`, are made anew. */
const ordered = (expression: string, listed: number): string => `
  alter table finding drop column urgency, add column urgency smallint not null generated always as (${expression}) stored;
  create index finding_list on finding (urgency, coalesce(on_day, 'infinity'), id) where superseded_at is null and urgency < ${listed};`;

/**
 * What people say of what the law says. It belongs to what a clause says of a person and an event, and not to a row of
 * the ledger: when a row is succeeded by another, nothing has to be carried over, and nothing is lost.
 */
export class FindingReviews1795478400014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table finding_review (
        id          uuid primary key,
        detainee_id uuid not null references detainee (id),
        authority   text not null,
        clause      text not null,
        event_key   text not null,
        -- 1, 2, …: the last one is how the review stands
        step        integer not null check (step >= 1),
        -- the row that stood when somebody looked at it, and what it said
        finding_id  uuid not null references finding (id),
        result      text not null,
        on_day      date,
        state       text not null check (state in ('open', 'under-review', 'confirmed', 'dismissed', 'raised-with-government', 'cured', 'reported-to-court')),
        reason      text check (reason like 'sealed:1:%'),
        evidence    json not null default '[]',
        by          uuid not null references app_user (id),
        at          timestamptz(3) not null default clock_timestamp(),
        check (state <> 'dismissed' or reason is not null)
      );
      comment on column finding_review.evidence is 'A list of { kind, id, version } or { kind: row, fileId, sheet, row }: what was on file of the same person, and named.';
      create unique index finding_review_step on finding_review (detainee_id, authority, clause, event_key, step);
      create index finding_review_finding on finding_review (finding_id);

      select protect_person_table('finding_review');
      -- A step that was taken stands: it is followed by another, never changed. And nobody takes one in the name of another.
      create policy in_ones_own_name on finding_review as restrictive for insert to vigil_api with check (by = (select acting_user()));
      grant select, insert on finding_review to vigil_api;
    `);
    await db.query(ordered(ORDER, 100));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(ordered(FORMER_ORDER, 50));
    await db.query('drop table finding_review');
  }
}
