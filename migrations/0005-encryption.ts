import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of facts; each has where it comes from and why it no longer stands, in words. */
const FACT_TABLES = [
  'detainee_identity', 'detainee_name', 'detainee_identifier', 'custody_stint', 'other_custody', 'removal_order', 'removal_order_event',
  'cooperation_lapse', 'class_membership', 'case_event', 'known_list',
] as const;

const SEALED = "like 'sealed:1:%'";

export class Encryption1795478400005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The keys under which what is said of a person is sealed, locked by a master key that the database does not have.
      create table person_key (
        detainee_id   uuid not null references detainee (id),
        -- record: what the file says. log: what the log says, which is never written again, so that its keys stay.
        purpose       text not null check (purpose in ('record', 'log')),
        version       integer not null check (version >= 1),
        wrapped       bytea,
        master_key_id text,
        created_at    timestamptz not null default clock_timestamp(),
        -- replaced by the next version; kept for as long as somebody may be reading with it
        superseded_at timestamptz,
        destroyed_at  timestamptz,
        primary key (detainee_id, purpose, version),
        check ((wrapped is null) = (destroyed_at is not null)),
        check ((wrapped is null) = (master_key_id is null))
      );
      create index person_key_age on person_key (created_at) where wrapped is not null and superseded_at is null and purpose = 'record';
      create index person_key_replaced on person_key (superseded_at) where wrapped is not null and superseded_at is not null;

      -- Whoever seals something holds this lock until the end of the transaction, so that a key is neither replaced nor
      -- destroyed between its use and the commit. Each statement of a volatile function sees what was committed before
      -- it, so that the keys are read as they are once the lock is held.
      create function person_keys_in_use(persons uuid[], asked text) returns setof person_key language plpgsql volatile as $$
        begin
          perform pg_advisory_xact_lock_shared(hashtextextended('vigil person key ' || person, 0)) from unnest(persons) as person;
          return query
            select distinct on (k.detainee_id) k.* from person_key k
            where k.detainee_id = any(persons) and k.purpose = asked and k.wrapped is not null and k.superseded_at is null
            order by k.detainee_id, k.version desc;
        end $$;

      select protect_person_table('person_key');
      grant select, insert on person_key to vigil_api, vigil_worker;

      -- Erasure, here so that the API can do this one thing and delete nothing else. Whoever connects as the API must act
      -- for an admin who sees the person.
      create function require_eraser(person uuid) returns void language plpgsql stable security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          if session_user <> 'vigil_api' then return; end if;
          if public.acting_role() is distinct from 'admin' or person = any (public.hidden_people()) then
            raise exception 'only an admin who sees the person erases' using errcode = 'insufficient_privilege';
          end if;
        end $$;

      -- Whose nothing is sealed yet gets keys that are destroyed already, so that none is ever made.
      create function destroy_person_keys(person uuid) returns void language plpgsql security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          perform public.require_eraser(person);
          update public.person_key k set wrapped = null, master_key_id = null, destroyed_at = clock_timestamp()
            where k.detainee_id = person and k.wrapped is not null;
          insert into public.person_key (detainee_id, purpose, version, destroyed_at)
            select person, purpose, 1, clock_timestamp() from unnest(array['record', 'log']) as purpose on conflict do nothing;
        end $$;

      -- Everything that hangs on the person goes but the keys, of which the dates stay, and the log: whatever table has a
      -- detainee_id, as what a review writes has no foreign key. Tables that refer to one another are emptied in an order
      -- that their foreign keys allow, whichever tables there are.
      create function erase_person(person uuid, why text) returns void language plpgsql security definer
        set search_path to pg_catalog, public, pg_temp as $$
        declare
          waiting regclass[] := array(
            select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'detainee_id' and not a.attisdropped
              and c.relname not in ('person_key', 'audit_entry'));
          blocked regclass[];
          place regclass;
        begin
          perform public.require_eraser(person);
          perform from public.detainee d where d.id = person for no key update;
          perform public.destroy_person_keys(person);
          while cardinality(waiting) > 0 loop
            blocked := '{}';
            foreach place in array waiting loop
              begin
                execute format('delete from %s where detainee_id = $1', place) using person;
              exception when foreign_key_violation then
                blocked := blocked || place;
              end;
            end loop;
            if cardinality(blocked) = cardinality(waiting) then
              raise exception 'erasing found no order in which to empty %', blocked;
            end if;
            waiting := blocked;
          end loop;
          delete from public.idempotency_key where mentions @> array[person];
          update public.detainee set erased_at = clock_timestamp(), erased_reason = why, attorney_id = null, version = version + 1 where id = person;
        end $$;
      alter table detainee add column erased_at timestamptz(3),
        add column erased_reason text check (erased_reason in ('client-request', 'court-order', 'retention-ended', 'opened-in-error')),
        add constraint detainee_erased check ((erased_at is null) = (erased_reason is null));
      revoke execute on function require_eraser, destroy_person_keys, erase_person from public;
      grant execute on function destroy_person_keys, erase_person to vigil_api, vigil_worker;

      -- A replacement of all data keys: what was made before it began is due, so that one that was killed goes on.
      create table key_rotation (
        id          integer generated always as identity primary key,
        began_at    timestamptz not null default clock_timestamp(),
        finished_at timestamptz
      );

      -- By which keys the blind indexes were made: a process that has another would find nobody, and refuses to begin.
      create table blind_index_key (
        key_id        text primary key,
        first_used_at timestamptz not null default now(),
        retired_at    timestamptz
      );
      grant select, insert, update (retired_at) on blind_index_key to vigil_api;
      grant select on blind_index_key to vigil_worker;
    `);

    // What is on file in plain text is sealed by `vigil migrate` once this has run: a migration has no keys. From now on
    // the database takes nothing that is not sealed.
    for (const table of FACT_TABLES) {
      await db.query(`
        alter table ${table} drop constraint ${table}_source_text_check;
        alter table ${table} add constraint ${table}_source_text_sealed check (source_text ${SEALED}) not valid;
      `);
    }
    await db.query(`
      alter table case_event drop constraint case_event_note_check;
      alter table case_event add constraint case_event_note_sealed check (note ${SEALED}) not valid;
      alter table finding drop constraint finding_snooze_reason_check;
      alter table finding add constraint finding_snooze_reason_sealed check (snooze_reason ${SEALED}) not valid;

      -- The identifier of the public releases is a pseudonym that everybody has: it stays as it is, and so does the way in
      -- which an import finds people. All others are sealed, and found by a keyed hash.
      alter table detainee_identifier drop constraint detainee_identifier_value_check;
      alter table detainee_identifier add column lookup text;
      alter table detainee_identifier add constraint detainee_identifier_sealed check (case when kind = 'ice-anonymized-id'
        then length(value) between 1 and 100 and lookup is null else value ${SEALED} and lookup is not null end) not valid;
      drop index detainee_identifier_once;
      create unique index detainee_identifier_public_once on detainee_identifier (value) where superseded_at is null and kind = 'ice-anonymized-id';
      create unique index detainee_identifier_once on detainee_identifier (lookup) where superseded_at is null and lookup is not null;

      create table sensitive_detail (
        version_id        bigint generated always as identity primary key,
        id                uuid not null,
        version           integer not null check (version >= 1),
        detainee_id       uuid not null references detainee (id),
        source_kind       text not null check (source_kind in ('document', 'row', 'person')),
        source_text       text constraint sensitive_detail_source_text_sealed check (source_text ${SEALED}),
        source_file_id    uuid references production_file (id),
        source_sheet      text,
        source_row        integer check (source_row >= 1),
        recorded_by       uuid not null references app_user (id),
        recorded_at       timestamptz(3) not null,
        superseded_at     timestamptz(3),
        superseded_by     uuid references app_user (id),
        superseded_reason text constraint sensitive_detail_superseded_reason_sealed check (superseded_reason ${SEALED}),
        topic             text not null check (topic in ('religion', 'ethnicity', 'fear', 'health')),
        detail            text not null constraint sensitive_detail_detail_sealed check (detail ${SEALED}),
        check ((superseded_at is null) = (superseded_reason is null)),
        check ((source_kind = 'row') = (source_file_id is not null and source_row is not null))
      );
      create unique index sensitive_detail_current on sensitive_detail (id) where superseded_at is null;
      create index sensitive_detail_detainee on sensitive_detail (detainee_id);
      select protect_person_table('sensitive_detail');
      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on sensitive_detail to vigil_api;

      -- Answers that are kept for a repeated request hold what they answered: sealed as well. Those of the last day go.
      delete from idempotency_key;
      alter table idempotency_key alter column body type text using null;
      alter table idempotency_key add column mentions uuid[] not null default '{}';
      comment on column idempotency_key.mentions is 'The ids in the answer, so that erasing a person finds it.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    // What is sealed cannot be brought back by the database, which has no keys: there is a way back only without it.
    await db.query(`
      do $$ begin
        if exists (select from person_key where wrapped is not null) then
          raise exception 'values are sealed under keys that this migration made: there is no way back without losing them';
        end if;
      end $$;
      delete from idempotency_key;
      alter table idempotency_key drop column mentions, alter column body type json using null;
      drop table sensitive_detail;
      drop index detainee_identifier_once, detainee_identifier_public_once;
      alter table detainee_identifier drop constraint detainee_identifier_sealed, drop column lookup,
        add constraint detainee_identifier_value_check check (length(value) between 1 and 100);
      create unique index detainee_identifier_once on detainee_identifier (value, kind) where superseded_at is null;
      alter table finding drop constraint finding_snooze_reason_sealed,
        add constraint finding_snooze_reason_check check (length(snooze_reason) <= 2000);
      alter table case_event drop constraint case_event_note_sealed, add constraint case_event_note_check check (length(note) <= 10000);
    `);
    for (const table of FACT_TABLES) {
      await db.query(`alter table ${table} drop constraint ${table}_source_text_sealed,
        add constraint ${table}_source_text_check check (length(source_text) <= 2000)`);
    }
    await db.query(`
      alter table detainee drop constraint detainee_erased, drop column erased_reason, drop column erased_at;
      drop function erase_person, destroy_person_keys, require_eraser;
      drop table blind_index_key, key_rotation;
      drop function person_keys_in_use;
      drop table person_key;
    `);
  }
}
