import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the API does with each table that hangs on a person. The columns named are all that it can change there. */
const FACT_TABLES = ['detainee_identity', 'detainee_name', 'detainee_identifier', 'custody_stint', 'other_custody', 'removal_order',
  'removal_order_event', 'cooperation_lapse', 'class_membership', 'case_event', 'known_list'] as const;
const DERIVED_TABLES = ['review_mark', 'review_failure', 'evaluation', 'finding'] as const;
const WALL_TABLES = ['person_grant', 'wall', 'broken_glass'] as const;

/**
 * Who may see a person is decided here, for whoever connects as `vigil_api`, by the user that the connection says it
 * acts for (`vigil.user_id`, set for one transaction). Nobody set: nothing is seen. The roles themselves are made by
 * `vigil migrate` before the migrations run (src/common/database-accounts.ts).
 */
export class Walls1795478400003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table app_user drop constraint app_user_role_check;
      alter table app_user add constraint app_user_role_check
        check (role in ('admin', 'attorney', 'paralegal', 'co-counsel', 'auditor', 'operator'));

      -- One row, what the office decides about who sees whom: 'office' (whoever works here sees everybody, walls aside)
      -- or 'team' (attorneys and paralegals see those whose team they are on).
      create table office (
        the_one    boolean primary key default true check (the_one),
        visibility text not null default 'office' check (visibility in ('office', 'team')),
        version    integer not null default 1
      );
      insert into office default values;

      -- Who is on a person's team. Outside co-counsel see nobody else.
      create table person_grant (
        id          uuid primary key default gen_random_uuid(),
        detainee_id uuid not null references detainee (id),
        user_id     uuid not null references app_user (id),
        reason      text not null check (length(reason) between 1 and 2000),
        granted_by  uuid not null references app_user (id),
        granted_at  timestamptz(3) not null default now(),
        revoked_by  uuid references app_user (id),
        revoked_at  timestamptz(3),
        check ((revoked_at is null) = (revoked_by is null))
      );
      create unique index person_grant_once on person_grant (user_id, detainee_id) where revoked_at is null;
      create index person_grant_detainee on person_grant (detainee_id);

      -- An ethical screen: it shuts one user out of one person's file, whatever their role and team.
      create table wall (
        id                uuid primary key default gen_random_uuid(),
        detainee_id       uuid not null references detainee (id),
        user_id           uuid not null references app_user (id),
        reason            text not null check (length(reason) between 1 and 2000),
        put_up_by         uuid not null references app_user (id),
        put_up_at         timestamptz(3) not null default now(),
        taken_down_by     uuid references app_user (id),
        taken_down_at     timestamptz(3),
        taken_down_reason text check (length(taken_down_reason) between 1 and 2000),
        check ((taken_down_at is null) = (taken_down_by is null)),
        check ((taken_down_at is null) = (taken_down_reason is null))
      );
      create unique index wall_once on wall (user_id, detainee_id) where taken_down_at is null;
      create index wall_detainee on wall (detainee_id);

      -- Somebody who was shut out went in all the same. When and for how long is the database's to say, never the caller's.
      create table broken_glass (
        id          uuid primary key default gen_random_uuid(),
        detainee_id uuid not null references detainee (id),
        user_id     uuid not null references app_user (id),
        reason      text not null check (length(reason) between 1 and 2000),
        broken_at   timestamptz(3) not null default now(),
        ends_at     timestamptz(3) not null default now() + interval '1 hour' check (ends_at <= broken_at + interval '1 hour'),
        reviewed_by uuid references app_user (id) check (reviewed_by <> user_id),
        reviewed_at timestamptz(3),
        review_note text check (length(review_note) <= 2000),
        check ((reviewed_at is null) = (reviewed_by is null))
      );
      create index broken_glass_user on broken_glass (user_id, ends_at);
      create index broken_glass_detainee on broken_glass (detainee_id);
      create index broken_glass_newest on broken_glass (broken_at desc, id desc);
    `);
    await this.functions(db);
    await this.policies(db);
    await this.importPolicies(db);
    await this.rights(db);
  }

  /**
   * Each is asked once a statement, as an uncorrelated subquery. They are the owner's and read what the caller may not;
   * every table in them is named with its schema, so that nothing of the caller's own can stand in its place.
   */
  private async functions(db: QueryRunner): Promise<void> {
    await db.query(`
      create function acting_user() returns uuid language sql stable parallel safe
        return nullif(current_setting('vigil.user_id', true), '')::uuid;

      create function acting_role() returns text language plpgsql stable parallel safe security definer as $$
        begin
          return (select u.role from public.app_user u where u.id = public.acting_user() and u.disabled_at is null);
        end $$;

      -- Whom the acting user is not to see, of an office that they otherwise see whole; null if they do not.
      create function hidden_people() returns uuid[] language plpgsql stable parallel safe security definer as $$
        declare
          acting uuid := public.acting_user();
        begin
          return (
            select case when u.role = 'admin' or (u.role in ('attorney', 'paralegal') and o.visibility = 'office') then array(
              select w.detainee_id from public.wall w
              where w.user_id = acting and w.taken_down_at is null and not exists (
                select from public.broken_glass b
                where b.user_id = acting and b.detainee_id = w.detainee_id and b.ends_at > statement_timestamp())) end
            from public.app_user u, public.office o
            where u.id = acting and u.disabled_at is null);
        end $$;

      -- Whom the acting user sees by being on the team (a grant, or the attorney), and for whom they broke the glass.
      create function team_people() returns setof uuid language plpgsql stable parallel safe security definer as $$
        declare
          acting uuid := public.acting_user();
        begin
          if coalesce(public.acting_role(), 'nobody') not in ('admin', 'attorney', 'paralegal', 'co-counsel') then return; end if;
          return query
            select t.person from (
              select g.detainee_id from public.person_grant g where g.user_id = acting and g.revoked_at is null
              union all
              select d.id from public.detainee d where d.attorney_id = acting) t (person)
            where not exists (
              select from public.wall w where w.user_id = acting and w.detainee_id = t.person and w.taken_down_at is null)
            union all
            select b.detainee_id from public.broken_glass b where b.user_id = acting and b.ends_at > statement_timestamp();
        end $$;

      -- The same as one value, which costs a policy less to plan than a set.
      create function team_list() returns uuid[] language plpgsql stable parallel safe security definer as $$
        begin
          return array(select public.team_people());
        end $$;

      -- An index over values whose operators may leak what they compare is not used before a policy; so the look-up of a
      -- name is made here, and gives only what the caller may see.
      create function names_with_keys(keys text[]) returns setof bigint language plpgsql stable security definer as $$
        declare
          hidden uuid[] := public.hidden_people();
        begin
          return query
            select n.version_id from public.detainee_name n
            where n.superseded_at is null and n.search_keys && keys
              and (session_user <> 'vigil_api' or n.detainee_id <> all (hidden) or n.detainee_id in (select public.team_people()));
        end $$;

      -- Whoever opens a file is on its team, and so can see what they have opened.
      create function join_own_team() returns trigger language plpgsql security definer as $$
        begin
          insert into public.person_grant (detainee_id, user_id, reason, granted_by)
          values (new.id, new.created_by, 'Opened the file.', new.created_by);
          return null;
        end $$;
      create trigger detainee_opened after insert on detainee for each row
        when (session_user = 'vigil_api') execute function join_own_team();

      -- Not forced upon the owner, who could take it off: no process that answers requests runs as the owner, and to an
      -- owner who imports a million rows COPY is open only so.
      create function protect_person_table(person_table regclass, person_column text default 'detainee_id') returns void
        language plpgsql as $$
        begin
          execute format('alter table %s enable row level security', person_table);
          execute format('create policy worker on %s to vigil_worker, vigil_import using (true) with check (true)', person_table);
          execute format('create policy acting_user on %1$s to vigil_api
            using (%2$I <> all ((select hidden_people())::uuid[]) or %2$I = any ((select team_list())::uuid[]))
            with check (%2$I <> all ((select hidden_people())::uuid[]) or %2$I = any ((select team_list())::uuid[]))', person_table, person_column);
        end $$;
      comment on function protect_person_table is 'To be called once for every table that hangs on a person; see src/common/README.md.';

      revoke execute on function acting_role, hidden_people, team_people, team_list, names_with_keys, join_own_team, protect_person_table from public;
      grant execute on function acting_role, hidden_people, team_people, team_list, names_with_keys to vigil_api;
    `);
  }

  private async policies(db: QueryRunner): Promise<void> {
    await db.query(`select protect_person_table('detainee', 'id')`);
    for (const table of [...FACT_TABLES, ...DERIVED_TABLES, ...WALL_TABLES]) await db.query(`select protect_person_table('${table}')`);
    await db.query(`
      -- A file that is being opened is not on any team yet; who opens it is.
      create policy opening on detainee for insert to vigil_api
        with check (created_by = (select acting_user()) and (select acting_role()) in ('admin', 'attorney', 'paralegal'));

      -- Nobody grants, revokes, walls or clears on a person whom they do not see, and walls are an admin's.
      create policy own_grants on person_grant for select to vigil_api using (user_id = (select acting_user()));
      create policy walls_of_the_office on wall for select to vigil_api using ((select acting_role()) = 'admin');
      create policy putting_up on wall for insert to vigil_api with check ((select acting_role()) = 'admin' and put_up_by = (select acting_user()));
      create policy only_admins_put_up on wall as restrictive for insert to vigil_api with check ((select acting_role()) = 'admin');
      create policy taking_down on wall for update to vigil_api using ((select acting_role()) = 'admin');
      -- Also not by an admin, and also not while the glass is broken.
      create policy nobody_takes_down_their_own on wall as restrictive for update to vigil_api
        using ((select acting_role()) = 'admin' and user_id <> (select acting_user()));

      -- Broken glass is seen by who broke it, by the admins and by the person's attorney; on whose behalf cannot be chosen.
      drop policy acting_user on broken_glass;
      create policy those_who_review on broken_glass for select to vigil_api
        using (user_id = (select acting_user()) or (select acting_role()) = 'admin'
          or detainee_id in (select id from detainee d where d.attorney_id = (select acting_user())));
      create policy on_ones_own_behalf on broken_glass for insert to vigil_api
        with check (user_id = (select acting_user()) and (select acting_role()) in ('admin', 'attorney', 'paralegal'));
      create policy reviewing on broken_glass for update to vigil_api
        using (user_id <> (select acting_user()) and ((select acting_role()) = 'admin'
          or detainee_id in (select id from detainee d where d.attorney_id = (select acting_user()))))
        with check (reviewed_by = (select acting_user()));
    `);
  }

  private async importPolicies(db: QueryRunner): Promise<void> {
    for (const table of ['custody_stint', 'removal_order', 'known_list']) {
      await db.query(`create policy own_rows on ${table} as restrictive for delete to vigil_import using (xmin = pg_current_xact_id()::xid)`);
    }
  }

  private async rights(db: QueryRunner): Promise<void> {
    const facts = FACT_TABLES.join(', ');
    await db.query(`
      grant select on migrations, facility, field_office, federal_holiday, production_file, production_refused_row, office to vigil_api;
      grant select, insert, update on app_user to vigil_api;
      grant insert, update on facility to vigil_api;
      grant update (visibility, version) on office to vigil_api;
      grant select, insert, update, delete on idempotency_key to vigil_api;
      grant select, insert on audit_entry to vigil_api;
      grant select, insert, update, delete on user_session, refresh_token, second_factor, recovery_code, one_time_token, known_device to vigil_api;
      grant select, insert, update on signing_key, sign_in_policy to vigil_api;
      grant select, insert on outbox to vigil_api;

      grant select, insert, update (attorney_id, version) on detainee to vigil_api;
      -- A version that was recorded is closed and never changed.
      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on ${facts} to vigil_api;
      grant select on evaluation, review_failure to vigil_api;
      grant select, insert on review_mark to vigil_api;
      grant select, update (acknowledged_by, acknowledged_at, snoozed_by, snoozed_until, snooze_reason, version) on finding to vigil_api;
      grant select, insert, update (revoked_by, revoked_at) on person_grant to vigil_api;
      grant select, insert, update (taken_down_by, taken_down_at, taken_down_reason) on wall to vigil_api;
      grant select, insert (detainee_id, user_id, reason), update (reviewed_by, reviewed_at, review_note) on broken_glass to vigil_api;

      grant select on migrations, facility, detainee, ${facts} to vigil_worker;
      grant select (id, email, name, role, disabled_at) on app_user to vigil_worker;
      -- To hold a person while they are evaluated is a right to update; this column says nothing about them.
      grant update (version) on detainee to vigil_worker;
      grant select, insert on audit_entry to vigil_worker;
      grant select, update, delete on outbox to vigil_worker;
      grant select, insert, update, delete on one_time_token to vigil_worker;
      grant select, insert, update on evaluation, finding, review_failure to vigil_worker;
      grant delete on review_failure to vigil_worker;
      grant select, insert, delete on review_mark to vigil_worker;

      -- What a release may say: who somebody is, where they were held, that there is an order, or that there is none.
      grant select on migrations, facility, detainee, ${facts} to vigil_import;
      grant insert, update (version) on detainee to vigil_import;
      grant insert, update (superseded_at, superseded_by, superseded_reason)
        on detainee_identifier, detainee_identity, custody_stint, removal_order, known_list to vigil_import;
      -- It may take back what it has written twice itself, a moment ago in the same transaction.
      grant delete on custody_stint, removal_order, known_list to vigil_import;
      grant select, insert on review_mark, audit_entry to vigil_import;
      grant select, insert, update on production_file to vigil_import;
      grant select, insert on production_refused_row to vigil_import;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    const tables = ['detainee', ...FACT_TABLES, ...DERIVED_TABLES];
    await db.query(`
      drop trigger detainee_opened on detainee;
      drop table broken_glass, wall, person_grant, office;
      drop policy opening on detainee;
    `);
    for (const table of ['custody_stint', 'removal_order', 'known_list']) await db.query(`drop policy own_rows on ${table}`);
    for (const table of tables) {
      await db.query(`
        drop policy worker on ${table}; drop policy acting_user on ${table};
        alter table ${table} disable row level security;`);
    }
    await db.query(`
      drop function protect_person_table, join_own_team, names_with_keys, team_list, team_people, hidden_people, acting_role, acting_user;
      revoke all on all tables in schema public from vigil_api, vigil_worker, vigil_import;
      update app_user set role = 'paralegal', disabled_at = coalesce(disabled_at, now()) where role in ('co-counsel', 'auditor');
      alter table app_user drop constraint app_user_role_check;
      alter table app_user add constraint app_user_role_check check (role in ('admin', 'attorney', 'paralegal', 'operator'));
    `);
  }
}
