import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEALED = "like 'sealed:1:%'";

/** Notes and documents are kept as facts are: in versions, of which none is overwritten. */
const VERSIONS = `
  version_id        bigint generated always as identity primary key,
  id                uuid not null,
  version           integer not null check (version >= 1),
  detainee_id       uuid not null references detainee (id),
  source_kind       text not null check (source_kind in ('document', 'row', 'person')),
  source_text       text check (source_text ${SEALED}),
  source_file_id    uuid references production_file (id),
  source_sheet      text,
  source_row        integer check (source_row >= 1),
  recorded_by       uuid not null references app_user (id),
  recorded_at       timestamptz(3) not null,
  superseded_at     timestamptz(3),
  superseded_by     uuid references app_user (id),
  superseded_reason text check (superseded_reason ${SEALED}),
  check ((superseded_at is null) = (superseded_reason is null)),
  check ((source_kind = 'row') = (source_file_id is not null and source_row is not null)),
  handling          text not null check (handling in ('privileged', 'work-product', 'shareable')),
  -- the event that it is about, by the id that all versions of the event share
  case_event_id     uuid`;

export class Documents1795478400006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table note (${VERSIONS},
        body text not null check (body ${SEALED})
      );

      -- What was stored: under which key, and at which address. Not stored yet while stored_at is null.
      create table document_content (
        id          uuid primary key,
        detainee_id uuid not null references detainee (id),
        content_key text not null check (content_key ${SEALED}),
        address     text not null unique check (address ~ '^[0-9a-f]{64}$'),
        created_at  timestamptz(3) not null default now(),
        stored_at   timestamptz(3)
      );
      comment on column document_content.address is 'SHA-256 of what is stored, which is encrypted: equal files have different addresses.';
      create index document_content_detainee on document_content (detainee_id);
      create index document_content_storing on document_content (created_at) where stored_at is null;

      create table document (${VERSIONS},
        title      text not null check (title ${SEALED}),
        file_name  text not null check (file_name ${SEALED}),
        sha256     text not null check (sha256 ${SEALED}),
        media_type text not null,
        size_bytes bigint not null check (size_bytes >= 1),
        content_id uuid not null references document_content (id)
      );
      create index document_content_used on document (content_id);

      -- What is still to be taken out of the storage. It names nobody, so that it outlives an erased person.
      create table storage_removal (
        address  text primary key,
        asked_at timestamptz not null default now()
      );
    `);
    for (const table of ['note', 'document']) {
      await db.query(`
        create unique index ${table}_current on ${table} (id) where superseded_at is null;
        create index ${table}_detainee on ${table} (detainee_id);
      `);
    }
    await this.holds(db);
    await this.retention(db);
    await db.query(`
      select protect_person_table(t) from unnest(array['note', 'document', 'document_content', 'legal_hold', 'retention_proposal']::regclass[]) as t;
      -- A hold on a class hangs on nobody. An admin puts it up; whoever works here sees that it stands.
      create policy holds_of_a_class on legal_hold for select to vigil_api
        using (detainee_id is null and (select acting_role()) in ('admin', 'attorney', 'paralegal'));
      create policy holding_a_class on legal_hold for insert to vigil_api with check (detainee_id is null and (select acting_role()) = 'admin');
      create policy releasing_a_class on legal_hold for update to vigil_api using (detainee_id is null and (select acting_role()) = 'admin');

      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on note, document to vigil_api;
      grant select, insert, update (stored_at) on document_content to vigil_api;
      grant select, insert on storage_removal to vigil_api;
      grant select, insert, update (lifted_by, lifted_at, lifted_reason) on legal_hold to vigil_api;
      grant select, update (keep_months, version, changed_by, changed_at) on retention_rule to vigil_api;
      grant select, update (state, decided_by, decided_at) on retention_proposal to vigil_api;

      -- The worker deletes what an admin has approved, and nobody else deletes.
      grant select, delete on note, document, document_content to vigil_worker;
      grant select, insert, delete on storage_removal to vigil_worker;
      grant select on legal_hold, retention_rule to vigil_worker;
      grant select, insert, update on retention_proposal to vigil_worker;
      grant select, insert on retention_run to vigil_worker;
    `);
  }

  private async holds(db: QueryRunner): Promise<void> {
    await db.query(`
      create table legal_hold (
        id            uuid primary key default gen_random_uuid(),
        detainee_id   uuid references detainee (id),
        class         text check (class ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
        reason        text not null check (length(reason) between 1 and 2000),
        put_up_by     uuid not null references app_user (id),
        put_up_at     timestamptz(3) not null default now(),
        lifted_by     uuid references app_user (id),
        lifted_at     timestamptz(3),
        lifted_reason text check (length(lifted_reason) between 1 and 2000),
        constraint legal_hold_on_one check ((detainee_id is null) <> (class is null)),
        check ((lifted_at is null) = (lifted_by is null)),
        check ((lifted_at is null) = (lifted_reason is null))
      );
      create unique index legal_hold_person_once on legal_hold (detainee_id) where lifted_at is null and detainee_id is not null;
      create unique index legal_hold_class_once on legal_hold (class) where lifted_at is null and class is not null;
      create index legal_hold_newest on legal_hold (put_up_at desc, id desc);

      -- Asked of everybody, also of whom the caller does not see: a hold binds those who do not know of it.
      create function is_on_hold(person uuid) returns boolean language plpgsql stable security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          return exists (
            select from public.legal_hold h
            where h.lifted_at is null and (h.detainee_id = person or h.class in (
              select m.class from public.class_membership m where m.detainee_id = person and m.superseded_at is null)));
        end $$;

      -- Whoever deletes holds this lock until the end of the transaction, and whoever puts up a hold waits for it: a hold
      -- stands before the deletion asks, or comes after it. In a volatile function each statement sees what was
      -- committed before it, so that the holds are read as they are once the lock is held.
      create function require_no_hold(person uuid) returns void language plpgsql volatile security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          perform pg_advisory_xact_lock_shared(hashtext('vigil legal hold'));
          if public.is_on_hold(person) then
            raise exception 'nothing under a legal hold is deleted' using errcode = 'check_violation', constraint = 'legal_hold_stands';
          end if;
        end $$;
      create function wait_for_deletions() returns trigger language plpgsql security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          perform pg_advisory_xact_lock(hashtext('vigil legal hold'));
          return null;
        end $$;
      create trigger legal_hold_waits before insert on legal_hold for each statement execute function wait_for_deletions();

      create function refuse_held() returns trigger language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
        begin
          perform public.require_no_hold(old.detainee_id);
          return old;
        end $$;
      create trigger note_held before delete on note for each row execute function refuse_held();
      create trigger document_held before delete on document for each row execute function refuse_held();
      create trigger document_content_held before delete on document_content for each row execute function refuse_held();

      -- Erasing and destroying keys ask first, whoever calls them.
      alter function destroy_person_keys(uuid) rename to destroy_person_keys_unheld;
      alter function erase_person(uuid, text) rename to erase_person_unheld;
      revoke execute on function destroy_person_keys_unheld, erase_person_unheld from vigil_api, vigil_worker;
      create function destroy_person_keys(person uuid) returns void language plpgsql volatile security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          perform public.require_no_hold(person);
          perform public.destroy_person_keys_unheld(person);
        end $$;
      create function erase_person(person uuid, why text) returns void language plpgsql volatile security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          perform public.require_no_hold(person);
          perform public.erase_person_unheld(person, why);
        end $$;

      revoke execute on function is_on_hold, require_no_hold, wait_for_deletions, refuse_held, destroy_person_keys, erase_person from public;
      grant execute on function is_on_hold, require_no_hold, destroy_person_keys, erase_person to vigil_api, vigil_worker;
    `);
  }

  private async retention(db: QueryRunner): Promise<void> {
    await db.query(`
      -- How long each kind of record is kept once it may go. Until the office decides it is kept for ever.
      create table retention_rule (
        kind        text primary key check (kind in ('withdrawn-note', 'withdrawn-document', 'closed-file')),
        keep_months integer check (keep_months between 1 and 1200),
        version     integer not null default 1,
        changed_by  uuid references app_user (id),
        changed_at  timestamptz(3)
      );
      insert into retention_rule (kind) values ('withdrawn-note'), ('withdrawn-document'), ('closed-file');

      -- What the rules propose to delete. It stays as it was decided, but for that of a person who was erased.
      create table retention_proposal (
        id           uuid primary key default gen_random_uuid(),
        kind         text not null references retention_rule (kind),
        detainee_id  uuid not null references detainee (id),
        subject_id   uuid not null,
        -- since when it is no longer needed, and the rule that it was proposed by
        since_on     date not null,
        keep_months  integer not null,
        rule_version integer not null,
        proposed_at  timestamptz(3) not null default now(),
        state        text not null default 'proposed' check (state in ('proposed', 'approved', 'rejected', 'lapsed', 'done')),
        decided_by   uuid references app_user (id),
        decided_at   timestamptz(3),
        ended_at     timestamptz(3),
        check ((decided_at is null) = (decided_by is null)),
        check (state not in ('approved', 'rejected', 'done') or decided_at is not null),
        check ((state in ('lapsed', 'done')) = (ended_at is not null))
      );
      -- What was rejected is not proposed again until the rule changes; what lapsed is, if it is due once more.
      create unique index retention_proposal_once on retention_proposal (kind, subject_id, rule_version) where state <> 'lapsed';
      create index retention_proposal_detainee on retention_proposal (detainee_id);
      create index retention_proposal_newest on retention_proposal (proposed_at desc, id desc);

      -- The office's days on which the rules were run to their end.
      create table retention_run (ran_on date primary key, ran_at timestamptz not null default now());
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function erase_person, destroy_person_keys;
      alter function destroy_person_keys_unheld(uuid) rename to destroy_person_keys;
      alter function erase_person_unheld(uuid, text) rename to erase_person;
      grant execute on function destroy_person_keys, erase_person to vigil_api, vigil_worker;
      drop table retention_run, retention_proposal, retention_rule, legal_hold, storage_removal, document, document_content, note;
      drop function refuse_held, wait_for_deletions, require_no_hold, is_on_hold;
    `);
  }
}
