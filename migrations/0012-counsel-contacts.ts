import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEALED = "like 'sealed:1:%'";

const VERSIONS = `
  version_id         bigint generated always as identity primary key,
  id                 uuid not null,
  version            integer not null check (version >= 1),
  detainee_id        uuid not null references detainee (id),
  source_kind        text not null check (source_kind in ('document', 'row', 'person')),
  source_text        text check (source_text ${SEALED}),
  source_file_id     uuid references production_file (id),
  source_sheet       text,
  source_row         integer check (source_row >= 1),
  recorded_by        uuid not null references app_user (id),
  recorded_at        timestamptz(3) not null,
  superseded_at      timestamptz(3),
  superseded_by      uuid references app_user (id),
  superseded_reason  text check (superseded_reason ${SEALED}),
  check ((superseded_at is null) = (superseded_reason is null)),
  check ((source_kind = 'row') = (source_file_id is not null and source_row is not null))`;

/** Who represents a person, and by which detention standard a facility is bound from when. */
export class CounselContacts1795478400012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table representation (${VERSIONS},
        kind        text not null check (kind in ('g-28', 'eoir-28', 'habeas', 'class')),
        -- somebody of the office, or of another: then by name and firm
        user_id     uuid references app_user (id),
        counsel     text check (counsel ${SEALED}),
        firm        text check (firm ${SEALED}),
        from_on     date,
        to_on       date,
        scope       text check (scope ${SEALED}),
        court       text check (court ${SEALED}),
        document_id uuid,
        check (user_id is null or (counsel is null and firm is null)),
        check (user_id is not null or counsel is not null or firm is not null),
        check (to_on is null or from_on is null or to_on >= from_on)
      );
      comment on column representation.document_id is 'The id that all versions of the document share.';
    `);
    await this.facts(db, 'representation');
    await db.query(`
      create table counsel_contact (${VERSIONS},
        -- when it was asked for
        on_day                 date not null,
        at_instant             timestamptz(3),
        at_offset_minutes      smallint check (at_offset_minutes between -1440 and 1440),
        -- when it came about
        granted_on             date,
        granted_at_instant     timestamptz(3),
        granted_offset_minutes smallint check (granted_offset_minutes between -1440 and 1440),
        facility               text references facility (detloc),
        manner                 text not null check (manner in ('visit', 'legal-call', 'video', 'mail')),
        outcome                text not null check (outcome in ('asked', 'granted', 'late', 'denied', 'cut-off')),
        minutes                integer check (minutes >= 0),
        monitored              boolean,
        interpreted            boolean,
        opened_in_presence     boolean check (opened_in_presence is null or manner = 'mail'),
        who                    text check (who ${SEALED}),
        said                   text check (said ${SEALED}),
        check ((at_instant is null) = (at_offset_minutes is null)),
        check ((granted_at_instant is null) = (granted_offset_minutes is null)),
        check ((granted_on is not null) = (outcome in ('granted', 'late', 'cut-off'))),
        check (granted_on >= on_day),
        check (monitored is null or granted_on is not null)
      );
    `);
    await this.facts(db, 'counsel_contact');
    await db.query(`
      -- Contract data, which no public list has. It is about no person, and is kept in versions as facts are.
      create table facility_standard (
        record_id         bigint generated always as identity primary key,
        id                uuid not null,
        version           integer not null check (version >= 1),
        facility          text not null references facility (detloc),
        standard          text not null check (standard ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
        from_on           date not null,
        to_on             date,
        source            text not null,
        recorded_by       uuid not null references app_user (id),
        recorded_at       timestamptz(3) not null,
        superseded_at     timestamptz(3),
        superseded_by     uuid references app_user (id),
        superseded_reason text,
        check (to_on is null or to_on > from_on),
        check ((superseded_at is null) = (superseded_reason is null)),
        check ((superseded_at is null) = (superseded_by is null))
      );
      create unique index facility_standard_current on facility_standard (id) where superseded_at is null;
      create unique index facility_standard_from on facility_standard (facility, from_on) where superseded_at is null;
      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on facility_standard to vigil_api;
      grant select on facility_standard to vigil_worker;

      -- Whoever was held at a facility on or after a day is looked at again, also whom the acting user is not to see: they
      -- learn nothing of it, for the ids go to the queue alone.
      create function mark_held_at(code text, since date) returns setof uuid language plpgsql security definer as $$
        begin
          if session_user = 'vigil_api' and coalesce(public.acting_role(), 'nobody') <> 'admin' then return; end if;
          return query
            with held as (
              select distinct s.detainee_id from public.custody_stint s
              where s.facility = code and s.superseded_at is null and (s.to_on is null or s.to_on >= since)),
            marked as (insert into public.review_mark (detainee_id) select h.detainee_id from held h)
            select h.detainee_id from held h;
        end $$;
      revoke execute on function mark_held_at from public;
      grant execute on function mark_held_at to vigil_api;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function mark_held_at;
      drop table facility_standard;
      drop table counsel_contact;
      drop table representation;
    `);
  }

  /** What every table of facts has beside its columns. */
  private async facts(db: QueryRunner, table: string): Promise<void> {
    await db.query(`
      create unique index ${table}_current on ${table} (id) where superseded_at is null;
      create index ${table}_detainee on ${table} (detainee_id);
      select protect_person_table('${table}');
      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on ${table} to vigil_api;
      grant select on ${table} to vigil_worker;
    `);
  }
}
