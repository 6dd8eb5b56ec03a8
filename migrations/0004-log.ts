import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log, sealed: each entry gets a number without a gap, a hash over itself and the one before, and a signature. Who
 * appends waits for nobody: an entry is put into a queue in its own transaction, and sealed once that is committed. The
 * queue and not a position in the log says what is to be sealed, so that an entry which commits late is not passed over.
 */
export class Log1795478400004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit_entry
        add column ref uuid not null default gen_random_uuid(),
        add column route text check (length(route) <= 300),
        add column mentions uuid[],
        -- What is said of a person is sealed under a key of that person's own, so that erasing them breaks no seal.
        add constraint audit_entry_sealed check (detainee_id is null
          or ((before is null or before #>> '{}' like 'sealed:1:log:%') and (after is null or after #>> '{}' like 'sealed:1:log:%'))) not valid;
      comment on column audit_entry.ref is 'For which entry a sealed value was sealed: known before it is written, as its id is not.';
      comment on column audit_entry.mentions is 'The people whom a list or a search showed.';
      create index audit_entry_mentions on audit_entry using gin (mentions) where mentions is not null;
      create index audit_entry_actor on audit_entry (actor_id, id);

      -- Without a foreign key: it would lock each entry to seal it, and what it forbids is found by verifying.
      create table audit_seal (
        seq       bigint primary key check (seq >= 1),
        entry_id  bigint not null unique,
        hash      bytea not null check (length(hash) = 32),
        sealed_at timestamptz(3) not null,
        key_id    text not null,
        signature bytea not null check (length(signature) = 64)
      );
      create trigger audit_seal_append_only before update or delete or truncate on audit_seal
        for each statement execute function refuse_change();

      create table audit_unsealed (
        entry_id bigint primary key,
        since    timestamptz not null default clock_timestamp()
      );
      create function queue_for_sealing() returns trigger language plpgsql security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          insert into public.audit_unsealed (entry_id) select id from added;
          return null;
        end $$;
      create trigger audit_entry_queued after insert on audit_entry referencing new table as added
        for each statement execute function queue_for_sealing();
      insert into audit_unsealed (entry_id) select id from audit_entry;

      -- Anybody's act may be logged, also of somebody who is not signed in; the log is read by admins and auditors.
      alter table audit_entry enable row level security;
      alter table audit_entry force row level security;
      create policy worker on audit_entry to vigil_worker using (true) with check (true);
      create policy appending on audit_entry for insert to vigil_api, vigil_import with check (true);
      create policy reading on audit_entry for select to vigil_api using ((select acting_role()) in ('admin', 'auditor'));
    `);
    await db.query(`do $$ begin execute format('create policy operator on audit_entry to %I using (true) with check (true)', current_user); end $$`);
    await this.functions(db);
    await db.query(`
      grant select on audit_seal, audit_unsealed to vigil_api, vigil_worker;
      grant insert on audit_seal to vigil_worker;
      grant delete on audit_unsealed to vigil_worker;
    `);
  }

  private async functions(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What is logged of a person is sealed also when whoever does it does not see them, as an admin who is walled off
      -- and puts up a wall. These give and take locked keys alone; reading what they sealed goes by person_key itself.
      create function log_keys_in_use(persons uuid[])
        returns table (detainee_id uuid, purpose text, version integer, wrapped bytea, master_key_id text)
        language plpgsql volatile security definer set search_path to pg_catalog, public, pg_temp as $$
        begin
          return query select k.detainee_id, k.purpose, k.version, k.wrapped, k.master_key_id from public.person_keys_in_use(persons, 'log') k;
        end $$;
      create function add_log_keys(persons uuid[], key_version integer, locked bytea[], masters text[]) returns void
        language plpgsql volatile security definer set search_path to pg_catalog, public, pg_temp as $$
        begin
          insert into public.person_key (detainee_id, purpose, version, wrapped, master_key_id)
            select made.person, 'log', key_version, made.locked, made.master from unnest(persons, locked, masters) as made (person, locked, master)
            on conflict do nothing;
        end $$;

      -- Who had to do with a person: for whoever sees that person, who need not be allowed to read the whole log.
      create function access_to_person(person uuid, before_id bigint, most integer)
        returns table (id bigint, at timestamptz, actor_id uuid, action text, route text, among_others boolean)
        language plpgsql stable security definer set search_path to pg_catalog, public, pg_temp as $$
        begin
          if session_user = 'vigil_api'
            and (person <> all (public.hidden_people()) or person in (select public.team_people())) is not true then return; end if;
          return query
            select e.id, e.at, e.actor_id, e.action, e.route, e.others from (
              (select a.*, false as others from public.audit_entry a where a.detainee_id = person and a.id < before_id order by a.id desc limit most)
              union all
              (select a.*, true from public.audit_entry a where a.mentions @> array[person] and a.id < before_id order by a.id desc limit most)) e
            order by e.id desc limit most;
        end $$;

      -- An operator that may leak what it compares uses no index behind a policy; so this look-up is made here.
      create function entries_mentioning(person uuid) returns setof bigint language plpgsql stable security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          if session_user = 'vigil_api' and coalesce(public.acting_role(), 'nobody') not in ('admin', 'auditor') then return; end if;
          return query select a.id from public.audit_entry a where a.mentions @> array[person];
        end $$;

      revoke execute on function queue_for_sealing, log_keys_in_use, add_log_keys, access_to_person, entries_mentioning from public;
      grant execute on function log_keys_in_use, add_log_keys to vigil_api, vigil_worker;
      grant execute on function access_to_person, entries_mentioning to vigil_api;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function entries_mentioning, access_to_person, add_log_keys, log_keys_in_use;
      drop policy operator on audit_entry; drop policy worker on audit_entry;
      drop policy appending on audit_entry; drop policy reading on audit_entry;
      alter table audit_entry no force row level security, disable row level security;
      drop trigger audit_entry_queued on audit_entry;
      drop function queue_for_sealing;
      drop table audit_unsealed, audit_seal;
      drop index audit_entry_mentions, audit_entry_actor;
      alter table audit_entry drop constraint audit_entry_sealed, drop column ref, drop column route, drop column mentions;
    `);
  }
}
