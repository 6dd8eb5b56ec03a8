import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts are rows that are never overwritten. A fact keeps its `id` through corrections; each version is a row with
 * `version` 1, 2, …; a correction closes the current version (`superseded_at`, `superseded_reason`) and adds the next.
 * A withdrawn fact has no current version. Read as known on T: recorded_at <= T and (superseded_at is null or > T).
 * Both instants are kept to the millisecond, which is what a reader is shown and can hand back as T.
 */
const FACT_COLUMNS = `
  version_id        bigint generated always as identity primary key,
  id                uuid not null default gen_random_uuid(),
  version           integer not null default 1 check (version >= 1),
  detainee_id       uuid not null references detainee (id),
  source_kind       text not null check (source_kind in ('document', 'row', 'person')),
  source_text       text check (length(source_text) <= 2000),
  source_file_id    uuid references production_file (id),
  source_sheet      text,
  source_row        integer check (source_row >= 1),
  recorded_by       uuid not null references app_user (id),
  recorded_at       timestamptz(3) not null default now(),
  superseded_at     timestamptz(3),
  superseded_by     uuid references app_user (id),
  superseded_reason text,
  check ((superseded_at is null) = (superseded_reason is null)),
  check ((source_kind = 'row') = (source_file_id is not null and source_row is not null))`;

const FACT_TABLES: readonly (readonly [name: string, columns: string])[] = [
  ['detainee_identity', `
  birth_date        date,
  birth_year        smallint check (birth_year between 1880 and 2200),
  citizenship       char(3) check (citizenship ~ '^[A-Z]{3}$'),
  language          text,
  gender            text check (gender in ('female', 'male', 'unknown', 'other')),
  check (birth_date is null or birth_year is null or extract(year from birth_date) = birth_year)`],

  ['detainee_name', `
  kind              text not null check (kind in ('primary', 'spelling', 'alias')),
  script            text not null check (script ~ '^[A-Z][a-z]{3}$'),
  full_name         text not null check (length(full_name) between 1 and 300),
  search_keys       text[] not null`],

  ['detainee_identifier', `
  kind              text not null check (kind in ('a-number', 'ice-anonymized-id', 'other')),
  value             text not null check (length(value) between 1 and 100)`],

  ['custody_stint', `
  facility          text check (length(facility) <= 40),
  custodian         text not null check (custodian in ('ice', 'county-for-ice', 'cbp', 'orr')),
  from_on           date,
  from_time         time,
  to_on             date,
  to_time           time,
  ended_by          text check (ended_by in ('transfer', 'bond', 'order-of-supervision', 'recognizance', 'parole',
                      'removed', 'departed', 'criminal-custody', 'court-order', 'died', 'unknown')),
  release_stay_on   date,
  check (to_on is null or from_on is null or to_on >= from_on),
  check (ended_by is null or to_on is not null)`],

  ['other_custody', `
  kind              text not null check (kind in ('criminal')),
  from_on           date,
  to_on             date,
  check (to_on is null or from_on is null or to_on >= from_on)`],

  ['removal_order', `
  kind              text check (kind in ('removal', 'voluntary-departure-alternate', 'expedited', 'administrative', 'reinstated')),
  decided_on        date,
  decided_by        text check (decided_by in ('immigration-judge', 'bia', 'dhs', 'attorney-general')),
  in_absentia       boolean,
  appeal_known      boolean not null,
  appeal_waived_on  date,
  appeal_filed      boolean,
  appeal_filed_on   date,
  appeal_decided_on date,
  appeal_outcome    text check (appeal_outcome in ('dismissed', 'sustained', 'remanded', 'withdrawn')),
  appeal_certified_on date,
  departure_known   boolean not null,
  depart_by         date,
  departed          boolean,
  departed_on       date,
  departure_bond_due_on date,
  departure_bond_posted boolean,
  departure_bond_posted_on date,
  stated_final_on   date,
  original_final_on date,
  reinstated_on     date,
  events_known      boolean not null`],

  ['removal_order_event', `
  removal_order_id  uuid not null,
  kind              text not null,
  on_day            date,
  court             text check (length(court) <= 300)`],

  ['cooperation_lapse', `
  from_on           date,
  to_on             date,
  ongoing           boolean,
  act               text check (act in ('refused-travel-document-form', 'refused-consular-interview', 'false-identity', 'obstructed-removal')),
  notice_served_on  date,
  disputed          boolean,
  check (to_on is null or from_on is null or to_on >= from_on),
  check (not (ongoing is true and to_on is not null))`],

  ['class_membership', `
  class             text not null check (class ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
  from_on           date,
  to_on             date,
  check (to_on is null or from_on is null or to_on >= from_on)`],

  ['case_event', `
  kind              text not null,
  on_day            date,
  at_instant        timestamptz,
  -- minutes that local time, where it happened, was ahead of UTC: an instant alone does not say which day it was there
  at_offset_minutes smallint check (at_offset_minutes between -1080 and 1080),
  note              text check (length(note) <= 10000),
  check (on_day is not null or at_instant is not null)`],

  // The list named here is known to be complete as it stands: if it is empty, it is known to be none.
  ['known_list', `
  list              text not null check (list in ('stints', 'otherCustody', 'removalOrders', 'cooperation',
                      'memberships', 'events', 'contacts'))`],
];

export class Foundation1795478400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app_user (
        id            uuid primary key default gen_random_uuid(),
        email         text not null,
        name          text not null,
        role          text not null check (role in ('admin', 'attorney', 'paralegal', 'operator')),
        password_hash text,
        is_demo       boolean not null default false,
        disabled_at   timestamptz,
        version       integer not null default 1,
        created_at    timestamptz not null default now()
      );
      create unique index app_user_email on app_user (lower(email));
      comment on table app_user is 'People who sign in; the operator is the command line and the worker, and cannot sign in.';
      insert into app_user (id, email, name, role)
        values ('00000000-0000-4000-8000-000000000001', 'operator@localhost', 'Operator', 'operator');

      create table facility (
        detloc         text primary key,
        name           text not null,
        city           text,
        county         text,
        state          text,
        field_office   text,
        kind           text,
        over_72_hours  boolean,
        district       text,
        district_code  text,
        circuit        text check (circuit in ('1','2','3','4','5','6','7','8','9','10','11','DC')),
        district_basis text,
        source         text not null
      );
      create table field_office (code text primary key, name text not null, label text not null);
      create table federal_holiday (
        observed_on date not null, holiday_on date not null, name text not null,
        primary key (holiday_on, name)
      );

      create table production_file (
        id           uuid primary key default gen_random_uuid(),
        kind         text not null check (kind in ('ice-detentions')),
        sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        name         text not null,
        layout       text not null,
        size_bytes   bigint not null,
        summary      jsonb not null,
        imported_by  uuid not null references app_user (id),
        imported_at  timestamptz(3) not null default now()
      );
      create unique index production_file_once on production_file (kind, sha256);
      -- What was set aside of a file: a row, a value of a row that was kept, or a row that gives again what another gives.
      create table production_refused_row (
        id                 bigint generated always as identity primary key,
        production_file_id uuid not null references production_file (id),
        sheet              text,
        row_number         integer not null,
        what               text not null check (what in ('row', 'value', 'duplicate')),
        column_name        text,
        reason             text not null,
        cells              jsonb not null
      );
      create index production_refused_row_file on production_refused_row (production_file_id, id);

      create table detainee (
        id          uuid primary key default gen_random_uuid(),
        is_demo     boolean not null default false,
        attorney_id uuid references app_user (id),
        version     integer not null default 1,
        created_by  uuid not null references app_user (id),
        created_at  timestamptz(3) not null default now()
      );
      create index detainee_attorney on detainee (attorney_id) where attorney_id is not null;
      create index detainee_newest on detainee (created_at desc, id desc);

      create table audit_entry (
        id          bigint generated always as identity primary key,
        at          timestamptz not null default clock_timestamp(),
        actor_id    uuid references app_user (id),
        action      text not null,
        subject     text not null,
        subject_id  uuid,
        detainee_id uuid,
        before      jsonb,
        after       jsonb,
        request_id  text
      );
      create index audit_entry_detainee on audit_entry (detainee_id, id) where detainee_id is not null;
      create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'the log is append-only'; end $$;
      create trigger audit_entry_append_only before update or delete or truncate on audit_entry
        for each statement execute function refuse_change();

      create table idempotency_key (
        user_id      uuid not null references app_user (id),
        key          text not null check (length(key) between 1 and 255),
        request_hash text not null,
        -- the answer or the refusal as it was sent; json and not jsonb, so that a replay is the same to the letter
        body         json,
        created_at   timestamptz not null default now(),
        primary key (user_id, key)
      );
      create index idempotency_key_age on idempotency_key (created_at);
    `);

    for (const [table, columns] of FACT_TABLES) {
      await db.query(`
        create table ${table} (${FACT_COLUMNS},${columns});
        create unique index ${table}_current on ${table} (id) where superseded_at is null;
        create index ${table}_detainee on ${table} (detainee_id);
      `);
    }

    await db.query(`
      create unique index removal_order_event_once on removal_order_event (removal_order_id, kind, on_day, coalesce(court, ''))
        where superseded_at is null;
      create unique index detainee_identity_one on detainee_identity (detainee_id) where superseded_at is null;
      create unique index detainee_identifier_once on detainee_identifier (value, kind) where superseded_at is null;
      create unique index detainee_name_primary on detainee_name (detainee_id) where superseded_at is null and kind = 'primary';
      create index detainee_name_search on detainee_name using gin (search_keys) where superseded_at is null;
      create unique index known_list_once on known_list (detainee_id, list) where superseded_at is null;
      create index custody_stint_open on custody_stint (facility) where superseded_at is null and to_on is null;

      -- Work waiting for the sweep. Rows are only ever added by whoever changes a fact, so that recording a fact
      -- never waits for a sweep that holds the same person.
      create table review_mark (
        id          bigint generated always as identity primary key,
        detainee_id uuid not null references detainee (id),
        marked_at   timestamptz not null default now()
      );
      create index review_mark_detainee on review_mark (detainee_id);

      -- People whose evaluation failed: they wait for their next mark, the next day or the next version of the law,
      -- and keep nobody else waiting.
      create table review_failure (
        detainee_id uuid primary key references detainee (id),
        as_of       date not null,
        law_version text not null,
        failed_at   timestamptz not null default now(),
        reason      text not null
      );

      -- The last evaluation of each person: derived, and always recomputable from the facts. Only a review writes
      -- here and into the ledger, holding the person's own row, and that row is never deleted: a foreign key would be
      -- asked for each of a million rows what is known already, and takes as long as half the row.
      create table evaluation (
        detainee_id    uuid primary key,
        as_of          date not null,
        law_version    text not null,
        evaluated_at   timestamptz not null default now(),
        next_change_on date,
        in_custody     boolean,
        facility       text,
        circuit        text,
        finality       text not null check (finality in ('final', 'not-final', 'unknown', 'contested')),
        final_on       date,
        -- the counts in the order of the contract: days (null: not known) and whether each grows by one every day
        count_days     integer[] not null,
        count_running  boolean[] not null
      ) with (fillfactor = 90);
      create index evaluation_due on evaluation (next_change_on) where next_change_on is not null;
      create index evaluation_law on evaluation (law_version);

      -- The ledger. A finding is never deleted: what replaces it names it, and says why.
      create table finding (
        id                uuid primary key default gen_random_uuid(),
        detainee_id       uuid not null,
        authority         text not null,
        clause            text not null,
        event_key         text not null default '',
        result            text not null check (result in ('met', 'approaching', 'not-met', 'unknown', 'contested', 'not-in-force')),
        on_day            date,
        policy            text not null,
        citation          text not null,
        grade             text not null,
        unverified        boolean not null default false,
        weight            smallint not null check (weight between 1 and 3),
        count_days        integer,
        count_running     boolean not null default false,
        -- written once and read whole, so kept as the text that came
        because           json not null default '[]',
        missing           json not null default '[]',
        readings          json not null default '[]',
        as_of             date not null,
        law_version       text not null,
        opened_at         timestamptz not null default now(),
        supersedes_id     uuid references finding (id),
        superseded_at     timestamptz,
        superseded_reason text,
        version           integer not null default 1,
        acknowledged_by   uuid references app_user (id),
        acknowledged_at   timestamptz,
        snoozed_by        uuid references app_user (id),
        snoozed_until     date,
        snooze_reason     text check (length(snooze_reason) <= 2000),
        -- the order of the morning's list: by result, then by how the clause weighs, those that nobody verified last
        urgency           smallint not null generated always as (
                            (case result when 'met' then 10 when 'contested' then 20 when 'approaching' then 30
                              when 'unknown' then 40 when 'not-met' then 50 else 60 end)
                            + weight + (case when unverified then 5 else 0 end)) stored,
        check ((superseded_at is null) = (superseded_reason is null)),
        check ((snoozed_until is null) = (snooze_reason is null))
      );
      create unique index finding_current on finding (detainee_id, authority, clause, event_key) where superseded_at is null;
      create index finding_list on finding (urgency, coalesce(on_day, 'infinity'), id) where superseded_at is null and urgency < 50;
      create index finding_superseded on finding (detainee_id, superseded_at) where superseded_at is not null;
      create unique index finding_successor on finding (supersedes_id) where supersedes_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table finding, evaluation, review_failure, review_mark');
    for (const [table] of [...FACT_TABLES].reverse()) await db.query(`drop table ${table}`);
    await db.query(`
      drop table idempotency_key, audit_entry, detainee, production_refused_row, production_file,
        federal_holiday, field_office, facility, app_user;
      drop function refuse_change();
    `);
  }
}
